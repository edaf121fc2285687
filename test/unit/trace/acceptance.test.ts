import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyLock, parseLock, writeLock, type Lock } from '../../../src/evidence/lock';
import { message } from '../../../src/base/message';
import { acceptLinks, type Choice } from '../../../src/trace/acceptance';
import { catalogOf, rowOf, traceOf } from './fixtures';

const yaml = (title: string) => `requirements:
  - { id: REQ-1, title: ${title}, needs: [code] }
  - { id: REQ-2, title: Comptes, needs: [code] }
`;
const catalog = catalogOf(yaml('Sauvegarde'));
const everything: Choice = { accepts: () => true, forgets: () => true };

function accepted(files: Readonly<Record<string, string>>): Lock {
  return acceptLinks(traceOf(catalog, { files }), emptyLock(), everything).lock;
}

function states(files: Readonly<Record<string, string>>, lock: Lock, now = catalog): string[] {
  return traceOf(now, { files, lock }).requirements.flatMap(({ links }) =>
    links.map(({ id, file, state, change }) =>
      [id, file, state, ...(change === undefined ? [] : [change.kind])].join(' '),
    ),
  );
}

const code = { 'a.ts': '// @segur REQ-1\nsave();\n', 'b.ts': '// @segur REQ-1, REQ-2\nlogin();\n' };

describe('accepting links', () => {
  it('leaves nothing suspect of what was accepted, wherever it moved', () => {
    const lock = accepted(code);
    assert.deepEqual(states(code, lock), ['REQ-1 a.ts ok', 'REQ-1 b.ts ok', 'REQ-2 b.ts ok']);
    assert.deepEqual(states({ 'c.ts': `\n\n${code['a.ts']}`, 'b.ts': code['b.ts'] }, lock)[1], 'REQ-1 c.ts ok');
  });

  it('makes changed code suspect, with a warning at its place, and so the requirement', () => {
    const now = { ...code, 'a.ts': '// @segur REQ-1\nsaveNothing();\n' };
    const trace = traceOf(catalog, { files: now, lock: accepted(code) });
    assert.deepEqual(
      rowOf(trace, 'REQ-1').links.map(({ state, change }) => [state, change?.kind]),
      [
        ['suspect', 'code'],
        ['ok', undefined],
      ],
    );
    assert.equal(rowOf(trace, 'REQ-1').state, 'suspect');
    assert.deepEqual(
      trace.problems.map(({ code: problem, file, range, severity }) => [problem, file, range?.start.line, severity]),
      [['annotation.suspect', 'a.ts', 0, 'warning']],
    );
  });

  it('makes each accepted link of a requirement with another text suspect, and none for another edition of the same text', () => {
    const lock = accepted(code);
    assert.deepEqual(states(code, lock, catalogOf(yaml('Restauration'))), [
      'REQ-1 a.ts suspect requirement',
      'REQ-1 b.ts suspect requirement',
      'REQ-2 b.ts ok',
    ]);
    assert.deepEqual(states(code, lock, catalogOf(yaml('Sauvegarde'), '2027')), states(code, lock));
  });

  it('says which of both changed, and since which edition', () => {
    const lock = accepted(code);
    const changed = { ...code, 'b.ts': code['b.ts'].replace('login', 'logout') };
    const told = (files: Readonly<Record<string, string>>, now = catalog) => {
      const { problems, requirements } = traceOf(now, { files, lock });
      const changes = requirements.flatMap(({ links }) => links.map(({ change }) => change));
      return { words: problems.map(({ message }) => message), changes };
    };
    assert.deepEqual(told(changed).words, [
      message('The code that implements or verifies {0} changed since it was accepted', 'REQ-1'),
      message('The code that implements or verifies {0} changed since it was accepted', 'REQ-2'),
    ]);
    const reworded = told({ 'a.ts': code['a.ts'] }, catalogOf(yaml('Restauration'), '2027'));
    assert.deepEqual(reworded.words, [message('{0} has another text than when this code was accepted', 'REQ-1')]);
    assert.equal(reworded.changes[0]?.kind === 'requirement' && reworded.changes[0].acceptedEdition, '2026');
    // Code and text: the code is what can be shown.
    assert.deepEqual(
      told(changed, catalogOf(yaml('Restauration'))).changes.map((change) => change?.kind),
      ['requirement', 'code', 'code'],
    );
  });

  it('leaves a link that is doubtful for another reason as it is', () => {
    const source = '// @segur REQ-1~2025\nsave();\n';
    const lock = accepted({ 'a.ts': source });
    assert.deepEqual(states({ 'a.ts': source.replace('save', 'drop') }, lock), ['REQ-1 a.ts outdated']);
  });

  it('has nothing against code that nobody accepted', () => {
    const lock = accepted({ 'a.ts': code['a.ts'] });
    assert.deepEqual(states(code, lock, catalogOf(yaml('Restauration'))), [
      'REQ-1 a.ts suspect requirement',
      'REQ-1 b.ts ok',
      'REQ-2 b.ts ok',
    ]);
  });

  it('says what is new, changed, reworded and gone', () => {
    const now = {
      'a.ts': '// @segur REQ-1\nother();\n',
      'c.ts': '// @segur REQ-2\nfresh();\n// @segur REQ-2\nmore();\n',
    };
    const result = acceptLinks(traceOf(catalogOf(yaml('Restauration')), { files: now }), accepted(code), everything);
    assert.deepEqual(
      result.changed.map(({ file, id }) => `${file} ${id}`),
      ['a.ts REQ-1'],
    );
    assert.deepEqual(
      result.added.map(({ snippet }) => snippet),
      ['fresh();', 'more();'],
    );
    assert.deepEqual(
      result.reworded.map(({ requirement }) => requirement.id),
      ['REQ-1'],
    );
    assert.deepEqual(
      result.gone.map(({ id, link }) => `${link.file} ${id}`),
      ['b.ts REQ-1', 'b.ts REQ-2'],
    );
  });

  it('takes one link alone, with its requirement’s text', () => {
    const now = { 'a.ts': '// @segur REQ-1\nother();\n', 'b.ts': '// @segur REQ-1, REQ-2\nanother();\n' };
    const reworded = catalogOf(yaml('Restauration'));
    const trace = traceOf(reworded, { files: now });
    const { lock } = acceptLinks(trace, accepted(code), {
      accepts: ({ file, id }) => file === 'a.ts' && id === 'REQ-1',
      forgets: () => false,
    });
    assert.deepEqual(states(now, lock, reworded), [
      'REQ-1 a.ts ok',
      'REQ-1 b.ts suspect code',
      'REQ-2 b.ts suspect code',
    ]);
  });

  it('can take what is new and leave what changed in doubt', () => {
    const now = { ...code, 'a.ts': '// @segur REQ-1\nother();\n', 'd.ts': '// @segur REQ-2\nfresh();\n' };
    const { lock, added, gone } = acceptLinks(traceOf(catalog, { files: now }), accepted(code), {
      accepts: (_link, review) => review === 'new',
      forgets: () => false,
    });
    assert.equal(added.length, 1);
    assert.deepEqual(gone, []);
    assert.deepEqual(states(now, lock), ['REQ-1 a.ts suspect code', 'REQ-1 b.ts ok', 'REQ-2 b.ts ok', 'REQ-2 d.ts ok']);
  });

  it('settles after once, whatever the code is, and through the file', () => {
    const text = fc.constantFrom('save();', 'load();', 'f(1);');
    const file = fc.array(fc.tuple(fc.constantFrom('REQ-1', 'REQ-2', 'REQ-1, REQ-2'), text), { maxLength: 4 });
    const files = fc.dictionary(fc.constantFrom('a.ts', 'b.ts', 'test/c.ts'), file);
    const textsOf = (lines: Record<string, [string, string][]>) =>
      Object.fromEntries(
        Object.entries(lines).map(([path, all]) => [
          path,
          all.map(([id, line]) => `// @segur ${id}\n${line}\n`).join(''),
        ]),
      );
    fc.assert(
      fc.property(files, files, (before, after) => {
        const then = accepted(textsOf(before));
        const trace = traceOf(catalog, { files: textsOf(after) });
        const { lock } = acceptLinks(trace, then, everything);
        const { lock: read } = parseLock(writeLock(lock));
        assert.ok(read);
        assert.ok(states(textsOf(after), read).every((line) => !line.includes('suspect')));
        const again = acceptLinks(trace, read, everything);
        assert.deepEqual([again.added, again.changed, again.reworded, again.gone], [[], [], [], []]);
        assert.equal(writeLock(again.lock), writeLock(lock));
      }),
    );
  });
});
