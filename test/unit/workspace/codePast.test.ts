import assert from 'node:assert/strict';
import { shortened } from '../../../src/annotations/codeAnchor';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { requirementFingerprint } from '../../../src/evidence/requirementFingerprint';
import { lineFingerprint } from '../../../src/trace/reviewedLinks';
import { CodePast } from '../../../src/workspace/codePast';
import { GitHistory } from '../../../src/workspace/gitHistory.node';
import { UnitReader } from '../../../src/workspace/unitReader';
import { parsers } from '../units/parsers';
import { MemoryFileSystem } from './memoryFileSystem';
import { temporaryFolder } from './temporaryFolder';
import { TemporaryRepository } from './temporaryRepository';

const reader = new UnitReader(new MemoryFileSystem({}), parsers);
const pastOf = (root: string): CodePast =>
  new CodePast(new GitHistory(root), async (questions, marker, onAnswers) =>
    onAnswers(await reader.answerAll(questions, marker)),
  );

async function hashOf(text: string): Promise<string> {
  const { units } = await reader.answer({ file: 'a.ts', buffer: { text }, places: 'lines' }, '@segur');
  return units?.[0]?.hash ?? assert.fail('no unit');
}

const code = (body: string, before = ''): string => `${before}function save() {\n  ${body}\n}\n`;

// @segur ST.REV.02
describe('what was accepted, in git’s history', () => {
  it('is the newest version with the same code, whatever the file was called and its comments said', async () => {
    const repository = new TemporaryRepository();
    const filler = Array.from({ length: 20 }, (_, at) => `export const value${at} = ${at};\n`).join('');
    repository.commit('2026-01-10', { 'old.ts': filler + code('one()') });
    const accepted = repository.commit('2026-02-10', { 'old.ts': filler + code('one()', '// said later\n') });
    repository.git('mv', 'old.ts', 'new é.ts');
    const moved = repository.commit('2026-03-10');
    repository.commit('2026-04-10', { 'new é.ts': filler + code('two()') });
    const link = { verb: 'implements', file: 'new é.ts', unit: 'save', code: await hashOf(code('one()')) };
    const found = await pastOf(repository.root).codeOf(link, '@segur');
    // The move brought no other text: it is told with the newest commit that has it.
    assert.deepEqual([found?.commit, found?.day], [moved, '2026-03-10']);
    assert.notEqual(accepted, moved);
    assert.equal(found?.text.split('\n')[found.unit?.startLine ?? -1], 'function save() {');
    const gone = await pastOf(repository.root).codeOf({ ...link, file: 'old.ts' }, '@segur');
    assert.deepEqual([gone?.commit, gone?.unit?.name], [accepted, 'save']);
  });

  it('is the line where there is no unit', async () => {
    const repository = new TemporaryRepository();
    const commit = repository.commit('2026-01-10', { 'a.ini': 'x = 1\r\n  timeout =  5\r\n' });
    repository.commit('2026-02-10', { 'a.ini': 'x = 1\r\n  timeout =  6\r\n' });
    const line = lineFingerprint(shortened('timeout = 5')) ?? '';
    const found = await pastOf(repository.root).codeOf({ verb: 'implements', file: 'a.ini', code: line }, '@segur');
    assert.deepEqual([found?.commit, found?.unit], [commit, undefined]);
  });

  it('is the newest version of a requirement with the same words, beside the catalogues of now', async () => {
    const catalog = (title: string, note: string): string =>
      `version: 1\ncatalog: { id: own, title: Own }\nrequirements:\n  - { id: GEN.18, title: ${title}, note: ${note} }\n`;
    const other = `version: 1\ncatalog: { id: c, title: C }\nrequirements:\n  - { id: GEN.18, title: Autre, statement: Mots, needs: [code] }\n`;
    const repository = new TemporaryRepository();
    repository.commit('2026-01-10', { 'own.yaml': catalog('Un', 'a') });
    const accepted = repository.commit('2026-02-10', { 'own.yaml': catalog('Un', 'b') });
    repository.commit('2026-03-10', { 'own.yaml': 'broken: [' });
    repository.commit('2026-04-10', { 'own.yaml': catalog('Deux', 'b') });
    const files = (text: string) =>
      [loadCatalogFile(other, 'c.yaml'), loadCatalogFile(text, 'own.yaml')].flatMap(({ catalog: one }) => one ?? []);
    const then = mergeCatalogs(files(catalog('Un', 'a'))).catalog.requirement('GEN.18');
    assert.ok(then);
    const now = files(catalog('Deux', 'b'));
    const past = pastOf(repository.root);
    const found = await past.requirementOf(['GEN.18'], requirementFingerprint(then), 'own.yaml', now);
    assert.deepEqual(
      [found?.commit, found?.requirement.title, found?.requirement.statement],
      [accepted, then.title, 'Mots'],
    );
    assert.equal(await past.requirementOf(['GEN.18'], 'f'.repeat(16), 'own.yaml', now), undefined);
  });

  it('is not to be had without a history, or when it was never committed', async () => {
    const link = { verb: 'implements', file: 'a.ts', unit: 'save', code: await hashOf(code('one()')) };
    assert.equal(await pastOf(temporaryFolder()).codeOf(link, '@segur'), undefined);
    const repository = new TemporaryRepository();
    repository.commit('2026-01-10', { 'a.ts': code('two()') });
    assert.equal(await pastOf(repository.root).codeOf(link, '@segur'), undefined);
  });
});
