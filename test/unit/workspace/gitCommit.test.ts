import assert from 'node:assert/strict';
import { datedCommitOf } from '../../../src/workspace/gitCommit.node';
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

  it('is none outside of a repository', async () => {
    assert.equal(await datedCommitOf(temporaryFolder()), undefined);
  });
});
