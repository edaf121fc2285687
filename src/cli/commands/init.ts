import { join, relative, resolve } from 'node:path';
import { message } from '../../base/message';
import { PROJECT_FILE } from '../../base/projectFileName';
import { firstProject } from '../firstProject';
import { checkedRoot } from '../openFolder';
import { slashed } from '../slashed';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeNew } from '../writeOutput';

/** `init [DIR]`: a first `segur.yaml` in the user's language. One that exists is never written over. */
export async function init(dir: string | undefined, terminal: Terminal): Promise<void> {
  const root = await checkedRoot(dir, {});
  const { t } = terminal;
  const path = join(root, PROJECT_FILE);
  const shown = slashed(relative(resolve('.'), path));
  if (!(await writeNew(path, await firstProject(root, t), shown))) {
    throw new UsageError(message('{0} exists already: it stays as it is. Open it, or trace another folder.', shown));
  }
  terminal.note(t('Written: {0}', shown));
  terminal.note(t('Next: choose the profile in it; then segur-trace import REM.xlsx --add, and segur-trace status.'));
}
