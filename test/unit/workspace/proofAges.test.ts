import assert from 'node:assert/strict';
import { plainArgs } from '../../../src/base/message';
import type { CodeHistory } from '../../../src/workspace/codeHistory';
import { FolderTrace } from '../../../src/workspace/folderTrace';
import { GitHistory } from '../../../src/workspace/gitHistory.node';
import { UnitReader } from '../../../src/workspace/unitReader';
import { parsers } from '../units/parsers';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';
import { TemporaryRepository } from './temporaryRepository';

const CATALOG = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: GEN.18, title: Un, needs: [code, proof] }
  - { id: GEN.19, title: Deux, needs: [proof] }
`;
const proof = (date: string, kind = 'capture', id = 'GEN.18'): string =>
  `version: 1\ncatalogs: [c.yaml]\nproofs:\n  - { for: [${id}], kind: ${kind}, value: x, date: ${date} }\n`;
const save = (body: string, before = ''): string => `${before}// @segur GEN.18\nfunction save() {\n  ${body}\n}\n`;

/** The files are those of the repository as it stands when it is opened. */
async function opened(repository: TemporaryRepository, files: Readonly<Record<string, string>>) {
  const fs = new MemoryFileSystem({ 'c.yaml': CATALOG, ...files });
  const reader = new UnitReader(fs, parsers);
  const git = new GitHistory(repository.root);
  const asked = { head: 0, log: 0, texts: 0 };
  const codeHistory: CodeHistory = {
    head: (signal) => (asked.head++, git.head(signal)),
    changesOf: (...args) => (asked.log++, git.changesOf(...args)),
    texts: (...args) => (asked.texts++, git.texts(...args)),
  };
  const folder = new FolderTrace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: () => Promise.resolve(undefined),
    scan: new MemoryScan(fs).scan,
    readUnits: async (questions, marker, onAnswers) => onAnswers(await reader.answerAll(questions, marker)),
    codeHistory,
    onError: (error) => {
      throw error;
    },
  });
  await folder.load();
  await folder.resolveAges();
  return { folder, fs, asked, state: () => stateOf(folder) };
}

function stateOf(folder: FolderTrace): string {
  const [found] = folder.trace.requirements.flatMap(({ proofs }) => proofs);
  const { newerCode } = found ?? {};
  return newerCode === undefined
    ? (found?.state ?? '')
    : `${found?.state ?? ''}: ${newerCode.unit ?? '-'} ${newerCode.file} ${newerCode.day}`;
}

function twice(first: string, second: string, path = 'a.ts'): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit('2026-01-10', { [path]: first });
  repository.commit('2026-03-10', { [path]: second });
  return repository;
}

// @segur ST.PRF.05
describe('a proof and the code that it shows', () => {
  it('is older when the code changed after its day, and makes the requirement suspect', async () => {
    const { folder, state } = await opened(twice(save('one()'), save('two()')), {
      'segur.yaml': proof('2026-02-01'),
      'a.ts': save('two()'),
    });
    assert.equal(state(), 'older-than-code: save a.ts 2026-03-10');
    assert.equal(folder.trace.requirement('GEN.18')?.state, 'suspect');
    const [problem] = folder.trace.problems;
    assert.equal(problem?.code, 'proof.older-than-code');
    assert.deepEqual(plainArgs(problem.message).slice(0, 4), ['GEN.18', '2026-02-01', 'save (a.ts)', '2026-03-10']);
  });

  it('is not when the code changed before its day or on it', async () => {
    const repository = twice(save('one()'), save('two()'));
    for (const day of ['2026-03-10', '2026-03-11']) {
      const { state } = await opened(repository, { 'segur.yaml': proof(day), 'a.ts': save('two()') });
      assert.equal(state(), 'ok', day);
    }
  });

  it('does not mind comments, layout, the annotation itself and other code of the file', async () => {
    const now = `// A new comment\nfunction other() {\n  changed();\n}\n${save('one( /* why */ )')}`;
    const { state } = await opened(twice('function save() { one() }\n', now), {
      'segur.yaml': proof('2026-02-01'),
      'a.ts': now,
    });
    assert.equal(state(), 'ok');
  });

  it('does not mind code that was changed and changed back, nor what is not committed', async () => {
    const repository = twice(save('one()'), save('two()'));
    repository.commit('2026-04-10', { 'a.ts': save('one()') });
    for (const text of [save('one()'), save('unfinished()')]) {
      const { state } = await opened(repository, { 'segur.yaml': proof('2026-02-01'), 'a.ts': text });
      assert.equal(state(), 'ok');
    }
  });

  it('does not mind a file that was moved', async () => {
    const repository = new TemporaryRepository();
    const text = save(Array.from({ length: 9 }, (_, at) => `call${at}();`).join('\n'));
    repository.commit('2026-01-10', { 'old.ts': text });
    repository.git('mv', 'old.ts', 'new.ts');
    repository.commit('2026-03-10');
    const { state } = await opened(repository, { 'segur.yaml': proof('2026-02-01'), 'new.ts': text });
    assert.equal(state(), 'ok');
  });

  it('is older when the code was added to its file later', async () => {
    const { state } = await opened(twice('function other() {}\n', `function other() {}\n${save('one()')}`), {
      'segur.yaml': proof('2026-02-01'),
      'a.ts': `function other() {}\n${save('one()')}`,
    });
    assert.equal(state(), 'older-than-code: save a.ts 2026-03-10');
  });

  it('is not when git knows nothing of the file before, until the code changes', async () => {
    const repository = new TemporaryRepository();
    repository.commit('2026-01-10', { 'b.ts': '' });
    repository.commit('2026-03-10', { 'a.ts': save('one()') });
    const files = { 'segur.yaml': proof('2026-02-01'), 'a.ts': save('one()') };
    assert.equal((await opened(repository, files)).state(), 'ok');
    repository.commit('2026-04-10', { 'a.ts': save('two()') });
    const later = await opened(repository, { ...files, 'a.ts': save('two()') });
    assert.equal(later.state(), 'older-than-code: save a.ts 2026-04-10');
  });

  it('takes the line where code has no unit', async () => {
    const line = (value: string): string => `# @segur GEN.18\ntimeout = ${value}\nother = 1\n`;
    const repository = twice(line('5'), line('6'), 'a.ini');
    repository.commit('2026-04-10', { 'a.ini': line('6').replace('other = 1', 'other = 2') });
    const { state } = await opened(repository, { 'segur.yaml': proof('2026-02-01'), 'a.ini': line('6') });
    assert.match(state(), /^older-than-code: .* a\.ini 2026-03-10$/u);
    const later = await opened(repository, { 'segur.yaml': proof('2026-03-20'), 'a.ini': line('6') });
    assert.equal(later.state(), 'ok');
  });

  it('ages only where it shows the product, for requirements that ask for code and are not decided', async () => {
    const repository = twice(save('one()'), save('two()'));
    const states = async (yaml: string): Promise<string> =>
      (await opened(repository, { 'segur.yaml': yaml, 'a.ts': save('two()') })).state().split(':')[0] ?? '';
    for (const kind of ['capture', 'video', 'rapport', 'configuration', 'code']) {
      assert.equal(await states(proof('2026-02-01', kind)), 'older-than-code', kind);
    }
    for (const kind of ['documentation', 'attestation', 'autre']) {
      assert.equal(await states(proof('2026-02-01', kind)), 'ok', kind);
    }
    assert.equal(await states(proof('2026-02-01', 'capture', 'GEN.19')), 'ok');
    const decided = 'decisions:\n  - { for: GEN.18, status: accepted-gap, reason: r, date: 2026-01-01 }\n';
    assert.equal(await states(`${proof('2026-02-01')}${decided}`), 'ok');
  });

  it('asks git once, and again when what is checked out moved', async () => {
    const repository = twice(save('one()'), save('two()'));
    const { folder, fs, asked, state } = await opened(repository, {
      'segur.yaml': proof('2026-03-20'),
      'a.ts': save('two()'),
    });
    const first = { ...asked };
    await folder.resolveAges();
    assert.deepEqual(asked, first);
    fs.write('segur.yaml', proof('2026-02-01'));
    await folder.fileChanged('segur.yaml');
    await folder.resolveAges();
    assert.equal(state(), 'older-than-code: save a.ts 2026-03-10');
    assert.equal(asked.head, 1);
    repository.commit('2026-05-10', { 'a.ts': save('three()') });
    fs.write('a.ts', save('three()'));
    await folder.fileChanged('a.ts');
    folder.ages?.touch();
    await folder.resolveAges();
    assert.equal(asked.head, 2);
    assert.equal(state(), 'older-than-code: save a.ts 2026-05-10');
  });

  it('says nothing where there is no past', async () => {
    const repository = new TemporaryRepository();
    const { state, asked } = await opened(repository, { 'segur.yaml': proof('2026-02-01'), 'a.ts': save('two()') });
    assert.equal(state(), 'ok');
    assert.deepEqual(asked, { head: 1, log: 0, texts: 0 });
  });
});
