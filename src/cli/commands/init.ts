import { join, relative, resolve } from 'node:path';
import { message } from '../../base/message';
import { PROJECT_FILE } from '../../base/projectFileName';
import { mergeCatalogs } from '../../catalog/mergeCatalogs';
import { newProject, projectStart } from '../../workspace/newProject';
import { NodeFileSystem } from '../../workspace/nodeFileSystem.node';
import { DEFAULT_CATALOG } from '../../workspace/projectFile';
import { builtinCatalog } from '../builtinCatalog';
import { checkedRoot } from '../openFolder';
import { slashed } from '../slashed';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeNew } from '../writeNew';

/** `init [DIR]`: a first `segur.yaml` in the user's language. One that exists is never written over. */
export async function init(dir: string | undefined, terminal: Terminal): Promise<void> {
  const root = await checkedRoot(dir, {});
  const { t } = terminal;
  const path = join(root, PROJECT_FILE);
  const shown = slashed(relative(resolve('.'), path));
  const files = (await builtinCatalog(DEFAULT_CATALOG.slice('builtin:'.length))) ?? [];
  const { catalog } = mergeCatalogs(files.flatMap((file) => ('text' in file ? [] : [file])));
  if (!(await writeNew(path, newProject(t, await projectStart(new NodeFileSystem(root), catalog))))) {
    throw new UsageError(message('{0} exists already: it stays as it is. Open it, or trace another folder.', shown));
  }
  terminal.note(t('Written: {0}', shown));
  terminal.note(t('Next: choose the profile in it; then segur-trace import REM.xlsx --add, and segur-trace status.'));
}
