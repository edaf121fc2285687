import { extensions, window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { plainName } from '../../language/plainName';
import type { FolderSession } from '../folderSession';
import { t } from '../support/translate';

/** What of VS Code's own Git extension is asked. */
interface GitExports {
  getAPI(version: 1): { getRepository(uri: Uri): GitRepository | null };
}
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** Nobody waits longer for a name that he can type. In milliseconds. */
const PATIENCE = 1000;

/** Asks for a name, the likeliest filled in; `''` for none, `undefined` when the user gives up. */
export async function askName(
  session: FolderSession,
  { title, prompt, usual }: { readonly title: string; readonly prompt: string; readonly usual: string | undefined },
): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    prompt,
    value: (await gitName(session.folder.uri)) ?? usual ?? '',
    placeHolder: t('A name or a role; leave it empty for none'),
    ignoreFocusOut: true,
  });
  return name === undefined ? undefined : plainName(name);
}

/** `user.name` of the folder's repository, where VS Code's Git extension runs already; it runs in folders alone that the user trusts. */
async function gitName(folder: Uri): Promise<string | undefined> {
  const extension = extensions.getExtension<GitExports>('vscode.git');
  if (extension?.isActive !== true || !workspace.isTrusted) {
    return undefined;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([configuredName(extension.exports, folder), late]);
  } catch {
    // Git is switched off, is not there, or knows no name: no fault of anybody.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function configuredName(git: GitExports, folder: Uri): Promise<string | undefined> {
  const repository = git.getAPI(1).getRepository(folder);
  if (repository === null) {
    return undefined;
  }
  const own = await repository.getConfig('user.name').catch(() => '');
  const name = plainName(own === '' ? await repository.getGlobalConfig('user.name').catch(() => '') : own);
  return name === '' ? undefined : name;
}
