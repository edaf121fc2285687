import { message } from '../base/message';
import { isWebAddress } from '../report/href';
import type { Repository } from '../report/repositoryHref';
import { folderInRepository, headOf } from '../workspace/gitCommit.node';
import { UsageError } from './usageError';

/** The repository at the commit that a folder is at. @param url address of its front page, as the user wrote it */
export async function repositoryOf(root: string, url: string): Promise<Repository> {
  if (!isWebAddress(url)) {
    throw new UsageError(message('--repository takes the address of a web page: https://…'));
  }
  const commit = await headOf(root);
  const folder = await folderInRepository(root);
  if (commit === undefined || folder === undefined) {
    throw new UsageError(message('--repository needs a folder in a git repository that has a commit: {0}', root));
  }
  return { url, commit, folder };
}
