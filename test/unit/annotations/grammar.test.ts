import assert from 'node:assert/strict';
import { ProblemCode } from '../../../src/base/problem';
import { idsIn, read } from './read';

function one(comment: string) {
  const { annotations, problems } = read(comment);
  assert.equal(annotations.length, 1, comment);
  assert.deepEqual(problems, [], comment);
  return annotations[0]!;
}

// @segur ST.ANN.02
describe('annotation grammar', () => {
  describe('verbs', () => {
    const verbs = {
      implements: ['implements', 'implémente', 'implemente', 'Implements', 'IMPLÉMENTE', 'imple\u0301mente'],
      verifies: ['verifies', 'vérifie', 'verifie', 'Vérifie'],
      partial: ['partial', 'partiel', 'PARTIEL'],
      todo: ['todo', 'à-faire', 'a-faire', 'À-faire', 'TODO'],
    };
    for (const [verb, words] of Object.entries(verbs)) {
      for (const word of words) {
        it(`reads ${JSON.stringify(word)} as ${verb}`, () => {
          const annotation = one(`// @segur ${word} SC.SSI/GEN.18`);
          assert.equal(annotation.verb, verb);
          assert.deepEqual(annotation.verbRange, {
            start: { line: 0, character: 10 },
            end: { line: 0, character: 10 + word.length },
          });
          assert.equal(annotation.ids[0]?.raw, 'SC.SSI/GEN.18');
        });
      }
    }

    for (const text of ['// @segur vérifie : GEN.18', '// @segur verifies: GEN.18']) {
      it(`takes a colon behind the verb for nothing: ${text}`, () => {
        const annotation = one(text);
        assert.equal(annotation.verb, 'verifies');
        assert.equal(annotation.ids[0]?.raw, 'GEN.18');
        assert.equal(annotation.note, undefined);
      });
    }

    it('takes a note behind a verb alone for no id', () => {
      assert.deepEqual(read('// @segur todo : refaire').annotations[0]?.ids, []);
    });

    it('has none where the author wrote none', () => {
      assert.equal('verb' in one('// @segur SC.SSI/GEN.18'), false);
    });

    for (const [word, meant] of [
      ['implement', 'implements'],
      ['verifys', 'verifies'],
      ['partielle', 'partiel'],
    ] as const) {
      it(`reports ${JSON.stringify(word)} and proposes ${meant}, the ids still count`, () => {
        const { annotations, problems } = read(`// @segur ${word} SC.SSI/GEN.18, GEN.19`);
        assert.deepEqual(
          annotations[0]?.ids.map(({ raw }) => raw),
          ['SC.SSI/GEN.18', 'GEN.19'],
        );
        assert.deepEqual(
          problems.map(({ code, remedy }) => [code, remedy?.args]),
          [[ProblemCode.AnnotationUnknownVerb, [meant]]],
        );
        assert.deepEqual(problems[0]?.range, {
          start: { line: 0, character: 10 },
          end: { line: 0, character: 10 + word.length },
        });
      });
    }
  });

  describe('ids', () => {
    const cases: [string, string[]][] = [
      ['// @segur SC.SSI/GEN.18', ['SC.SSI/GEN.18']],
      ['//@segur SC.SSI/GEN.18', ['SC.SSI/GEN.18']],
      ['/*@segur X*/', ['X']],
      ['/*@segur X-1*/', ['X-1']],
      ['/** @segur SC.SSI/GEN.18 */', ['SC.SSI/GEN.18']],
      ['// @segur\tSC.SSI/GEN.18', ['SC.SSI/GEN.18']],
      ['// @segur\u00A0SC.SSI/GEN.18', ['SC.SSI/GEN.18']],
      ['// @segur SC.SSI/GEN.18.01.02', ['SC.SSI/GEN.18.01.02']],
      ['// @segur 4.1.2/SWS_Lin_00245', ['4.1.2/SWS_Lin_00245']],
      ['// @segur EXI EDC PSC 102-6', ['EXI EDC PSC 102-6']],
      ['// @segur EXI EDC PSC 102-6, EXI EDC PSC 103', ['EXI EDC PSC 102-6', 'EXI EDC PSC 103']],
      ['// @segur REQ-12', ['REQ-12']],
      ['// @segur R_é1', ['R_é1']],
      ['// @segur A|B#C.1', ['A|B#C.1']],
      ['// @segur #42', ['#42']],
      ['// @segur GEN.02 BIS', ['GEN.02 BIS']],
      ['// @segur GEN.02\u00A0BIS', ['GEN.02\u00A0BIS']],
      ['// @segur GEN.02\u202FBIS', ['GEN.02\u202FBIS']],
      ['// @segur GEN.02-BIS', ['GEN.02-BIS']],
      ['// @segur GEN.02bis, GEN.03 ter', ['GEN.02bis', 'GEN.03 ter']],
      ['// @segur GEN.02 BISTRO', ['GEN.02']],
      ['// @segur CONF.14-15, IE.56/57', ['CONF.14-15', 'IE.56/57']],
      ['// @segur IE‑35', ['IE‑35']],
      ['// @segur GEN.18, GEN.19,GEN.20 ,GEN.21', ['GEN.18', 'GEN.19', 'GEN.20', 'GEN.21']],
      ['// @segur GEN.18, which matters', ['GEN.18']],
      ['// @segur GEN.18, and then GEN.19', ['GEN.18']],
      ['// @segur GEN.18.', ['GEN.18']],
      ['// (@segur GEN.18)', ['GEN.18']],
      ['// [@segur GEN.18].', ['GEN.18']],
      ['// "@segur GEN.18"', ['GEN.18']],
      ['// « @segur GEN.18 »', ['GEN.18']],
      ['// @segur GEN.18;', ['GEN.18']],
      ['// @segur GEN.18!', ['GEN.18']],
      ['// @segur GEN.18…', ['GEN.18']],
      ['// @segur GEN(18)', ['GEN(18)']],
      ['// @segur GEN[18]', ['GEN[18]']],
      ['// @segur GEN.18~2025', ['GEN.18~2025']],
      ['// @segur GEN.18~v1.2, GEN.19~2026-02', ['GEN.18~v1.2', 'GEN.19~2026-02']],
      ['// @segur GEN.02 BIS~2024', ['GEN.02 BIS~2024']],
      ['// @segur GEN.18~', ['GEN.18']],
      ['// @segur GEN.18,', ['GEN.18']],
      ['// @segur GEN.18 @segur GEN.19', ['GEN.18', 'GEN.19']],
      ['// @segur GEN.18 — a note @segur GEN.19', ['GEN.18', 'GEN.19']],
      ['/* @segur GEN.18\n * @segur verifies GEN.19 */', ['GEN.18', 'GEN.19']],
      ['/* @segur GEN.18,\n *   GEN.19,\n *   GEN.20 */', ['GEN.18', 'GEN.19', 'GEN.20']],
      ['// @segur GEN.18,\n// GEN.19', ['GEN.18', 'GEN.19']],
      ['/// @segur GEN.18,\r\n/// GEN.19', ['GEN.18', 'GEN.19']],
      ['// @segur GEN.18\n// GEN.19', ['GEN.18']],
      ['// @segur GEN.18,\nconst GEN19 = 1;', ['GEN.18']],
      ['// @segur GEN.18,\n\n// GEN.19', ['GEN.18']],
      ['// @segur GEN.18, GEN.18', ['GEN.18', 'GEN.18']],
      ['// @segur 😀1, \ud800-2', ['😀1', '\ud800-2']],
    ];
    for (const [text, ids] of cases) {
      it(`reads ${JSON.stringify(text)} as ${ids.join(' + ')}`, () => {
        assert.deepEqual(idsIn(text), ids);
      });
    }

    for (const [id, text] of [
      ['python', '# @segur GEN.18,\n# GEN.19'],
      ['python', 'def f():\n    """\n    @segur GEN.18,\n    GEN.19\n    """'],
      ['sql', '-- @segur GEN.18,\n-- GEN.19'],
      ['vb', "' @segur GEN.18,\n' GEN.19"],
      ['vb', 'REM @segur GEN.18,\nREM GEN.19'],
      ['matlab', '% @segur GEN.18,\n% GEN.19'],
      ['mumps', ' ; @segur GEN.18,\n ; GEN.19'],
      ['clojure', ';; @segur GEN.18,\n;; GEN.19'],
      ['cobol', '      * @segur GEN.18,\n      * GEN.19'],
      ['cobol', '000100* @segur GEN.18,\n000200* GEN.19'],
      ['fortran-free', '! @segur GEN.18,\n! GEN.19'],
      ['fortran-fixed', 'C @segur GEN.18,\nC GEN.19'],
      ['rust', '//! @segur GEN.18,\n//! GEN.19'],
      ['html', '<!-- @segur GEN.18,\n     GEN.19 -->'],
      ['bat', 'REM @segur GEN.18,\nREM GEN.19'],
      ['bat', ':: @segur GEN.18,\n:: GEN.19'],
      ['restructuredtext', '.. @segur GEN.18,\n.. GEN.19'],
    ] as const) {
      it(`goes on in the next comment line of ${id}: ${JSON.stringify(text)}`, () => {
        assert.deepEqual(idsIn(text, id), ['GEN.18', 'GEN.19']);
      });
    }

    it('gives the exact range of each id, without its revision', () => {
      const { annotations } = read('x;\n  // @segur GEN.18~2025, GEN.02 BIS');
      assert.deepEqual(
        annotations[0]?.ids.map(({ range }) => range),
        [
          { start: { line: 1, character: 12 }, end: { line: 1, character: 18 } },
          { start: { line: 1, character: 25 }, end: { line: 1, character: 35 } },
        ],
      );
    });

    it('goes on behind a revision that punctuation stands before', () => {
      assert.deepEqual(idsIn('// @segur GEN.18.~2025, GEN.19'), ['GEN.18~2025', 'GEN.19']);
      assert.equal(read('// @segur GEN.18:~2025 - a note').annotations[0]?.note, 'a note');
    });

    it('counts columns in UTF-16 units', () => {
      const { annotations } = read('/* 😀é */ /* @segur GEN.18 */');
      assert.equal(annotations[0]?.ids[0]?.range.start.character, 20);
      assert.equal(annotations[0].markerRange.start.character, 13);
    });

    for (const text of [
      '// @segur',
      '/* @segur */',
      '/*@segur*/',
      '// @segur implements',
      '// @segur — note',
      '// @segur :',
    ]) {
      it(`reports that ${JSON.stringify(text)} names no requirement`, () => {
        const { annotations, problems } = read(text);
        assert.deepEqual(
          annotations.map(({ ids }) => ids),
          [[]],
        );
        assert.deepEqual(
          problems.map(({ code }) => code),
          [ProblemCode.AnnotationMalformed],
        );
      });
    }
  });

  describe('notes', () => {
    const cases: [string, string | undefined][] = [
      ['// @segur GEN.18', undefined],
      ['// @segur GEN.18 - a note', 'a note'],
      ['// @segur GEN.18 — a note', 'a note'],
      ['// @segur GEN.18 – a note', 'a note'],
      ['// @segur GEN.18 -- a note', 'a note'],
      ['// @segur GEN.18: a note', 'a note'],
      ['// @segur GEN.18 : une note', 'une note'],
      ['// @segur GEN.18\u00A0: une note', 'une note'],
      ['// @segur GEN.18\u202F: une note', 'une note'],
      ['// @segur GEN.18, GEN.19 — for both', 'for both'],
      ['// @segur GEN.18~2025 — pinned', 'pinned'],
      ['/* @segur GEN.18 — a note */', 'a note'],
      ['/*@segur GEN.18: a note*/', 'a note'],
      ['/** @segur GEN.18 — a note **/', 'a note'],
      ['/* @segur GEN.18 — first\n * second */', 'first'],
      ['// @segur GEN.18 -', undefined],
      ['// @segur GEN.18 (see the wiki)', '(see the wiki)'],
      ['// @segur GEN.18 see - the wiki', 'see - the wiki'],
    ];
    for (const [text, note] of cases) {
      it(`reads ${JSON.stringify(note ?? 'no note')} in ${JSON.stringify(text)}`, () => {
        assert.equal(one(text).note, note);
      });
    }

    it('ends the annotation at the end of its note', () => {
      assert.deepEqual(one('// @segur GEN.18 — a note  ').range, {
        start: { line: 0, character: 3 },
        end: { line: 0, character: 25 },
      });
    });

    it('leaves the closing marks of other languages out of it', () => {
      for (const [id, text] of [
        ['html', '<!-- @segur GEN.18 — n -->'],
        ['jsp', '<%-- @segur GEN.18 — n --%>'],
        ['razor', '@* @segur GEN.18 — n *@'],
        ['powershell', '<# @segur GEN.18 — n #>'],
        ['lisp', '#| @segur GEN.18 — n |#'],
        ['julia', '#= @segur GEN.18 — n =#'],
        ['haskell', '{- @segur GEN.18 — n -}'],
        ['ocaml', '(* @segur GEN.18 — n *)'],
        ['pascal', '{ @segur GEN.18 — n }'],
        ['lua', '--[[ @segur GEN.18 — n ]]'],
        ['lua', '--[==[ @segur GEN.18 — n ]==]'],
        ['python', '"""@segur GEN.18 — n"""'],
        ['smalltalk', '"@segur GEN.18 — n"'],
        ['php', '{{-- @segur GEN.18 — n --}}'],
        ['html', '{# @segur GEN.18 — n #}'],
        ['d', '/+ @segur GEN.18 — n +/'],
        ['cmake', '#[[ @segur GEN.18 — n ]]'],
      ] as const) {
        assert.equal(read(text, id).annotations[0]?.note, 'n', text);
      }
    });

    it('leaves the closing marks of other languages out of the id', () => {
      for (const [id, text] of [
        ['html', '<!--@segur GEN.18-->'],
        ['jsp', '<%--@segur GEN.18--%>'],
        ['razor', '@*@segur GEN.18*@'],
        ['powershell', '<#@segur GEN.18#>'],
        ['lisp', '#|@segur GEN.18|#'],
        ['julia', '#=@segur GEN.18=#'],
        ['haskell', '{-@segur GEN.18-}'],
        ['ocaml', '(*@segur GEN.18*)'],
        ['pascal', '{@segur GEN.18}'],
        ['lua', '--[[@segur GEN.18]]'],
        ['lua', '--[==[@segur GEN.18]==]'],
        ['python', "'''@segur GEN.18'''"],
        ['smalltalk', '"@segur GEN.18"'],
        ['php', '{{--@segur GEN.18--}}'],
        ['html', '{#@segur GEN.18#}'],
        ['d', '/+@segur GEN.18+/'],
        ['cmake', '#[[@segur GEN.18]]'],
      ] as const) {
        assert.deepEqual(idsIn(text, id), ['GEN.18'], text);
      }
    });
  });
});
