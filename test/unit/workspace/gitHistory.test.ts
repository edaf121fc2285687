import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GitHistory } from '../../../src/workspace/gitHistory.node';
import { temporaryFolder } from './temporaryFolder';
import { TemporaryRepository } from './temporaryRepository';

async function textsOf(history: GitHistory, files: readonly string[], since?: string): Promise<string[][]> {
  const changes = await history.changesOf(files, since);
  const all = await history.texts(
    changes.flatMap(({ before, after }) => [...before, ...(after === undefined ? [] : [after])]),
  );
  return changes.map(({ day, path, before, after }) => [
    day,
    path,
    before.map((blob) => all.get(blob) ?? '?').join('|'),
    after === undefined ? '-' : (all.get(after) ?? '?'),
  ]);
}

// @segur ST.PRF.05, ST.TRU.03
describe('the past that git keeps of a folder', () => {
  it('is read of the files that were asked for, since a day, whatever they are called', async () => {
    const names = ['src/é "x" \'y\'.ts', 'a b.ts', ...(process.platform === 'win32' ? [] : ['c\nd.ts', ':(top)*'])];
    const repository = new TemporaryRepository();
    repository.commit('2026-01-01', { ...Object.fromEntries(names.map((name) => [name, 'one'])), 'other.ts': 'x' });
    repository.commit('2026-03-01', { ...Object.fromEntries(names.map((name) => [name, 'two'])), 'other.ts': 'y' });
    const found = await textsOf(new GitHistory(repository.root), names, '2026-02-01');
    assert.deepEqual(found.sort(), names.map((name) => ['2026-03-01', name, 'one', 'two']).sort());
    assert.deepEqual(await new GitHistory(repository.root).changesOf([]), []);
  });

  it('goes through renamings, also of a folder below the root', async () => {
    const repository = new TemporaryRepository();
    const long = 'a line that is long enough\n'.repeat(9);
    repository.commit('2026-01-01', { 'app/a.ts': long });
    repository.commit('2026-02-01', { 'app/a.ts': `${long}2` });
    repository.git('mv', 'app/a.ts', 'app/b.ts');
    repository.commit('2026-03-01');
    repository.commit('2026-04-01', { 'app/b.ts': `${long}3`, 'app/a.ts': 'another one' });
    const found = await textsOf(new GitHistory(join(repository.root, 'app')), ['b.ts']);
    assert.deepEqual(
      found.map(([day, path, before = '', after = '']) => [day, path, before.slice(-1), after.slice(-1)]),
      [
        ['2026-04-01', 'b.ts', '2', '3'],
        ['2026-03-01', 'b.ts', '2', '2'],
        ['2026-02-01', 'b.ts', '\n', '2'],
        ['2026-01-01', 'b.ts', '', '\n'],
      ],
    );
  });

  it('counts the day of the author: a rebase renews nothing', async () => {
    const repository = new TemporaryRepository();
    repository.commit('2026-01-01', { 'a.ts': 'one' });
    repository.git('commit', '--quiet', '--amend', '--no-edit');
    const [change] = await new GitHistory(repository.root).changesOf(['a.ts']);
    assert.equal(change?.day, '2026-01-01');
  });

  it('does not take the end of a shallow clone for the beginning', async () => {
    const repository = new TemporaryRepository();
    repository.commit('2026-01-01', { 'a.ts': 'one' });
    repository.commit('2026-02-01', { 'b.ts': 'two' });
    const clone = new TemporaryRepository();
    const url = pathToFileURL(repository.root).href;
    clone.git('fetch', '--quiet', '--depth=1', url, 'main');
    clone.git('checkout', '--quiet', 'FETCH_HEAD');
    const history = new GitHistory(clone.root);
    assert.ok(await history.head());
    assert.deepEqual(await history.changesOf(['a.ts', 'b.ts']), []);
  });

  it('is absent without a repository, before the first commit and for files that git does not know', async () => {
    const bare = new GitHistory(temporaryFolder());
    assert.equal(await bare.head(), undefined);
    assert.deepEqual(await bare.changesOf(['a.ts']), []);
    assert.equal((await bare.texts(['a'.repeat(40)])).size, 0);
    const repository = new TemporaryRepository();
    const fresh = new GitHistory(repository.root);
    assert.equal(await fresh.head(), undefined);
    repository.commit('2026-01-01', { 'a.ts': 'one' });
    assert.equal((await fresh.head())?.length, 40);
    assert.deepEqual(await fresh.changesOf(['b.ts']), []);
    assert.equal((await fresh.texts(['a'.repeat(40)])).size, 0);
  });

  it('is read without running what the repository’s settings name', async function () {
    if (process.platform === 'win32') {
      // Programs are no scripts there; the arguments that keep them from running are the same.
      return;
    }
    const repository = new TemporaryRepository();
    repository.commit('2026-01-01', { 'a.ts': 'one', '.gitattributes': '* diff=evil\n' });
    repository.commit('2026-02-01', { 'a.ts': 'two' });
    const trap = join(repository.root, 'trap.sh');
    const sprung = join(repository.root, 'sprung');
    repository.write({ 'trap.sh': `#!/bin/sh\ntouch '${sprung}'\ncat "$1" 2>/dev/null\n` });
    chmodSync(trap, 0o755);
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'gpg.program',
      'core.pager',
    ]) {
      repository.git('config', key, `'${trap}'`);
    }
    repository.git('config', 'log.showSignature', 'true');
    const history = new GitHistory(repository.root);
    assert.equal((await textsOf(history, ['a.ts'])).length, 2);
    assert.equal(existsSync(sprung), false);
  });

  it('can be left', async () => {
    const repository = new TemporaryRepository();
    repository.commit('2026-01-01', { 'a.ts': 'one' });
    await assert.rejects(new GitHistory(repository.root).head(AbortSignal.abort(new Error('enough'))), /enough/u);
  });
});
