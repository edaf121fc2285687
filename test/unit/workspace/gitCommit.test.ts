import assert from 'node:assert/strict';
import { chmodSync, existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { datedCommitOf, gitCommitOf } from '../../../src/workspace/gitCommit.node';
import { TemporaryRepository } from './temporaryRepository';
import { temporaryFolder } from './temporaryFolder';

describe('the commit that a folder is at', () => {
  it('has the date on which it was made', async () => {
    const repository = new TemporaryRepository();
    assert.equal(await datedCommitOf(repository.root), undefined, 'before the first commit');
    repository.commit('2026-01-02');
    const commit = repository.commit('2026-03-04', { 'a.txt': 'a' });
    const dated = await datedCommitOf(repository.root);
    assert.equal(dated?.commit, commit);
    assert.equal(new Date(dated.committedAt).toISOString(), '2026-03-04T12:00:00.000Z');
  });

  it('is clean or not, without running what the repository’s settings name', async function () {
    if (process.platform === 'win32') {
      // Programs are no scripts there; the arguments that keep them from running are the same.
      return;
    }
    const repository = new TemporaryRepository();
    const trap = join(repository.root, '.git', 'trap.sh');
    const sprung = join(repository.root, '.git', 'sprung');
    const commit = repository.commit('2026-01-01', { 'a.txt': 'one', '.gitattributes': '* filter=evil\n' });
    repository.write({ '.git/trap.sh': `#!/bin/sh\ntouch '${sprung}'\ncat\n` });
    chmodSync(trap, 0o755);
    for (const key of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.process']) {
      repository.git('config', key, `'${trap}'`);
    }
    const touch = () => utimesSync(join(repository.root, 'a.txt'), new Date(), new Date('2026-06-01'));
    touch();
    assert.deepEqual(await gitCommitOf(repository.root), { id: commit, clean: true });
    repository.write({ 'b.txt': 'new' });
    assert.deepEqual(await gitCommitOf(repository.root), { id: commit, clean: false });
    repository.git('config', 'filter.a=b.clean', `'${trap}'`);
    repository.write({ 'b.txt': '' });
    assert.deepEqual(await gitCommitOf(repository.root), { id: commit, clean: false });
    assert.equal(existsSync(sprung), false);

    touch();
    repository.git('config', '--unset', 'filter.evil.process');
    repository.git('-c', 'core.fsmonitor=false', 'status');
    assert.ok(existsSync(sprung), 'the trap is one');
  });

  it('is none outside of a repository', async () => {
    assert.equal(await datedCommitOf(temporaryFolder()), undefined);
  });
});
