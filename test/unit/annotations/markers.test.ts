import assert from 'node:assert/strict';
import { idsIn, read } from './read';

describe('markers', () => {
  describe('what is no annotation', () => {
    for (const text of [
      '// user@segur.fr GEN.18',
      '// user@segur GEN.18',
      '// @segurite GEN.18',
      '// @ségur GEN.18',
      '// @segur-like GEN.18',
      '// @segur_like GEN.18',
      '// @segur2 GEN.18',
      '// @segur.fr GEN.18',
      '// @segur/core GEN.18',
      '// x@segur GEN.18',
      '// x.y@segur GEN.18',
      '// @@segur GEN.18',
      '// é@segur GEN.18',
      '// 𝔸@segur GEN.18',
      '// a.@segur GEN.18',
      '// https://host/@segur GEN.18',
      '// npm:x/@segur GEN.18',
      '// @Segur GEN.18',
      '// `@segur GEN.18`',
      '// write `@segur verifies GEN.18` above',
      '// ``@segur GEN.18``',
    ]) {
      it(`passes over ${text}`, () => {
        assert.deepEqual(read(text), { annotations: [], mentions: [], problems: [] });
      });
    }

    for (const text of [
      '// a lone ` then @segur GEN.18',
      '// `code` @segur GEN.18',
      '// `a`\n// @segur GEN.18\n// `b`',
    ]) {
      it(`is not misled by the backticks of ${JSON.stringify(text)}`, () => {
        assert.deepEqual(idsIn(text), ['GEN.18']);
      });
    }

    for (const text of [
      '// (@segur GEN.18)',
      '// see:@segur GEN.18',
      '// "@segur GEN.18"',
      '// —@segur GEN.18',
      '//TODO @segur GEN.18',
      '//*@segur GEN.18*',
    ]) {
      it(`sees the marker in ${text}`, () => {
        assert.deepEqual(idsIn(text), ['GEN.18']);
      });
    }
  });

  describe('directives', () => {
    const directives: [string, string, string[]][] = [
      ['off to on', '// @segur A-1\n// @segur:off\n// @segur A-2\n// @segur:on\n// @segur A-3', ['A-1', 'A-3']],
      ['off to the end', '// @segur A-1\n// @segur:off\n// @segur A-2', ['A-1']],
      ['off twice, on once', '// @segur:off\n// @segur:off\n// @segur A-2\n// @segur:on\n// @segur A-3', ['A-3']],
      ['on alone', '// @segur:on\n// @segur A-1', ['A-1']],
      ['ignore-next-line', '// @segur:ignore-next-line\n// @segur A-1\n// @segur A-2', ['A-2']],
      ['ignore-file, even at the end', '// @segur A-1\n// @segur:ignore-file', []],
      ['off inside a block comment', '/* @segur:off\n @segur A-1\n @segur:on\n @segur A-2 */', ['A-2']],
      ['words that only start like a directive', '// @segur:offset\n// @segur A-1', ['A-1']],
      ['a directive in a string', 'x = "@segur:ignore-file";\n// @segur A-1', ['A-1']],
      ['a directive in backticks', '// `@segur:ignore-file`\n// @segur A-1', ['A-1']],
    ];
    for (const [name, text, ids] of directives) {
      it(`honours ${name}`, () => {
        assert.deepEqual(idsIn(text), ids);
      });
    }

    it('silences the problems of ignored lines too', () => {
      assert.deepEqual(read('// @segur:ignore-next-line\n// @segur').problems, []);
    });
  });

  describe('other markers', () => {
    const cases: [string, string, string, string[]][] = [
      ['@req', 'c', '/* @req SWS_Lin_00245 */', ['SWS_Lin_00245']],
      [
        '@req',
        'c',
        '/** @req 4.1.2/SWS_Lin_00245\n *  @req 4.1.2/SWS_Lin_00246 */',
        ['4.1.2/SWS_Lin_00245', '4.1.2/SWS_Lin_00246'],
      ],
      ['@req', 'c', '/*@req X*/ /*@req Y*/', ['X', 'Y']],
      ['@req', 'c', '// @request X', []],
      ['[impl->', 'java', '// [impl->dsn~validate~1]', ['dsn~validate~1']],
      ['[impl->', 'java', '// [impl->REQ-1]', ['REQ-1']],
      ['//=', 'rust', '//= REQ-1', ['REQ-1']],
      ['//=', 'rust', 'let x = 1; //= REQ-1', ['REQ-1']],
      ['lobster-trace:', 'cpp', '// lobster-trace: ns.req_1', ['ns.req_1']],
      ['lobster-trace:', 'python', '# lobster-trace: ns.req_1, ns.req_2', ['ns.req_1', 'ns.req_2']],
      ['REQ:', 'python', '# REQ: A-1', ['A-1']],
      ['Implements', 'java', '// Implements A-1', ['A-1']],
      ['Implements', 'java', '// xImplements A-1', []],
      ['\\req', 'cpp', '/// \\req A-1', ['A-1']],
      ['@req{', 'cpp', '/// @req{A-1}', ['A-1']],
      ['#req', 'python', '#req A-1', ['A-1']],
      ['éxigence', 'python', '# éxigence A-1', ['A-1']],
    ];
    for (const [marker, id, text, ids] of cases) {
      it(`reads ${JSON.stringify(text)} with the marker ${marker}`, () => {
        assert.deepEqual(idsIn(text, id, { marker }), ids);
      });
    }

    it('pays no heed to @segur then', () => {
      assert.deepEqual(idsIn('// @segur A-1\n// @req A-2', 'c', { marker: '@req' }), ['A-2']);
    });
  });
});
