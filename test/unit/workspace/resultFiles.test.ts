import assert from 'node:assert/strict';
import { ProblemCode } from '../../../src/base/problem';
import { ResultFiles, type Results } from '../../../src/workspace/resultFiles';
import { MemoryFileSystem } from './memoryFileSystem';

const range = { start: { line: 3, character: 9 }, end: { line: 3, character: 20 } };
const globs = (...texts: string[]) => texts.map((text) => ({ text, range }));
const suite = (...names: string[]) =>
  `<testsuite>${names.map((name) => `<testcase name="${name}"/>`).join('')}</testsuite>`;

function names({ files }: Results): string[] {
  return files.flatMap(({ path, cases }) => cases.map(({ name }) => `${path} ${name}`));
}

function problems({ problems: all }: Results): string[] {
  return all.map(({ code, file, range: at }) => `${code} ${file}:${(at?.start.line ?? -1) + 1}`);
}

// @segur ST.TST.01
describe('the files of test results', () => {
  it('are those that the globs match, in the order of their paths, each once', async () => {
    const fs = new MemoryFileSystem({ 'b/r.xml': suite('deux'), 'a/r.xml': suite('un'), 'a/x.txt': 'x' });
    const results = await new ResultFiles(fs).read(globs('**/*.xml', 'a/*'));
    assert.deepEqual(names(results), ['a/r.xml un', 'b/r.xml deux']);
    assert.deepEqual(problems(results), [`${ProblemCode.ResultsMalformed} a/x.txt:1`]);
  });

  it('may be in UTF-16 or windows-1252', async () => {
    const latin = Uint8Array.from(Buffer.from(suite('été'), 'latin1'));
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(suite('été'), 'utf16le')]);
    const results = await new ResultFiles(new MemoryFileSystem({ 'a.xml': latin, 'b.xml': wide })).read(globs('*.xml'));
    assert.deepEqual(names(results), ['a.xml été', 'b.xml été']);
  });

  it('are problems of their own where they cannot be used, and leave the others as they are', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<testsuite><testcase name="&b;"/></testsuite>';
    const fs = new MemoryFileSystem({
      'bomb.xml': bomb,
      'half.xml': '<testsuite>\n<testcase name="a"/>\n',
      'closed.xml': suite('x'),
      'data.xml': new Uint8Array([1, 0, 2, 0, 0, 3]),
      'fine.xml': suite('un'),
      'huge.xml': new Uint8Array(33 * 1024 * 1024),
      'other.xml': '<project/>',
    });
    fs.makeUnreadable('closed.xml');
    const results = await new ResultFiles(fs).read(globs('*.xml', 'none/**'));
    assert.deepEqual(names(results), ['fine.xml un']);
    assert.deepEqual(problems(results), [
      `${ProblemCode.ResultsMissing} segur.yaml:4`,
      `${ProblemCode.ResultsMalformed} bomb.xml:1`,
      `${ProblemCode.FileUnreadable} closed.xml:0`,
      `${ProblemCode.FileBinary} data.xml:0`,
      `${ProblemCode.ResultsMalformed} half.xml:3`,
      `${ProblemCode.FileTooLarge} huge.xml:0`,
      `${ProblemCode.ResultsNotJunit} other.xml:1`,
    ]);
    assert.ok(!fs.accesses.includes('read huge.xml'));
    assert.ok(results.problems.every(({ remedy }) => remedy !== undefined));
  });

  it('are read alone when they change, and nothing is looked for again', async () => {
    const fs = new MemoryFileSystem({ 'build/r/a.xml': suite('un'), 'build/r/b.xml': suite('deux') });
    const files = new ResultFiles(fs);
    await files.read(globs('**/build/r/*.xml'));
    fs.forgetAccesses();
    fs.write('build/r/a.xml', suite('trois'));
    assert.deepEqual(names(await files.update(['build/r/a.xml'])), ['build/r/a.xml trois', 'build/r/b.xml deux']);
    assert.deepEqual(fs.accesses, ['stat build/r/a.xml', 'read build/r/a.xml']);
    fs.delete('build/r/b.xml');
    assert.deepEqual(names(await files.update(['build/r/b.xml'])), ['build/r/a.xml trois']);
    fs.write('build/r/c.xml', suite('quatre'));
    assert.deepEqual(names(await files.update(['build/r/c.xml', 'src/a.ts'])), [
      'build/r/a.xml trois',
      'build/r/c.xml quatre',
    ]);
  });

  it('come and go with their folder', async () => {
    const fs = new MemoryFileSystem({ 'a/build/a.xml': suite('un') });
    const files = new ResultFiles(fs);
    await files.read(globs('**/build/**/*.xml'));
    assert.ok(files.concerns('a/build') && files.concerns('a') && !files.concerns('src/a.ts'));
    fs.delete('a/build/a.xml');
    const gone = await files.update(['a/build']);
    assert.deepEqual([names(gone), problems(gone)], [[], [`${ProblemCode.ResultsMissing} segur.yaml:4`]]);
    fs.write('a/build/new/b.xml', suite('deux'));
    fs.write('a/build/new/b.txt', 'x');
    assert.deepEqual(names(await files.update(['a/build'])), ['a/build/new/b.xml deux']);
  });

  it('are the same objects as before where nothing changed, wherever the globs stand now', async () => {
    const fs = new MemoryFileSystem({ 'a.xml': suite('un') });
    const files = new ResultFiles(fs);
    const before = await files.read(globs('*.xml'));
    fs.forgetAccesses();
    const moved = [{ text: '*.xml', range: { ...range, start: { line: 8, character: 0 } } }];
    assert.equal((await files.readAgain(moved)).files, before.files);
    assert.deepEqual(fs.accesses, []);
    assert.deepEqual(names(await files.readAgain(globs('none'))), []);
    assert.deepEqual(names(await files.read([])), []);
  });
});
