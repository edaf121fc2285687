import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { message } from '../base/message';
import { isGone } from '../workspace/folderWalk.node';
import { pathIn } from '../workspace/pathIn.node';
import { UsageError } from './usageError';

/**
 * Refuses to write where a link on the way leads out of the folder: whoever made the folder may have put it there. A path that somebody named outside
 * of the folder is no concern of it.
 * @param shown how the path is named in the message
 * @throws UsageError when it leads out, or to where nothing is
 */
export async function refuseLeadingOut(root: string, path: string, shown: string): Promise<void> {
  if (!isInside(root, path)) {
    return;
  }
  const real = await realPlace(path);
  if (real === undefined || !isInside(await realpath(root), real)) {
    throw new UsageError(
      message(
        '{0} leads out of the folder by a link: nothing was written. Put a file or a folder in its place.',
        shown,
      ),
    );
  }
}

/** Where a file is or would be; `undefined` for a link to nothing. */
async function realPlace(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch((error: unknown) => {
    if (isGone(error)) {
      return undefined;
    }
    throw error;
  });
  if (found !== undefined) {
    return realpath(path).catch(() => undefined);
  }
  const folder = await realPlace(dirname(path));
  return folder === undefined ? undefined : join(folder, basename(path));
}

function isInside(root: string, path: string): boolean {
  return (pathIn(root, path) ?? '') !== '';
}
