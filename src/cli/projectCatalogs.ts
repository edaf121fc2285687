import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../base/decodeText';
import { compileGlob } from '../base/glob';
import { message, type Translate } from '../base/message';
import { PROJECT_FILE } from '../base/projectFileName';
import { YamlBroken } from '../base/yamlEdit';
import { withCatalog } from '../language/fixes/projectEdits';
import { isGone } from '../workspace/folderWalk.node';
import { pathIn } from '../workspace/pathIn.node';
import { parseProjectFile } from '../workspace/projectFile';
import { firstProject } from './firstProject';
import { UsageError } from './usageError';
import { writeOutput } from './writeOutput';

/**
 * For who writes a catalogue and then names it, before anything is written: else half of what was asked for would be done.
 * @throws UsageError when the project file cannot name a catalogue at that place
 */
export async function refuseToName(root: string, place: string): Promise<void> {
  if (pathIn(root, place) === undefined) {
    throw new UsageError(message('{0} is not in the folder of {1}, so it cannot be named there.', place, PROJECT_FILE));
  }
  const text = await projectText(root);
  try {
    withCatalog(text ?? '', PROJECT_FILE, []);
  } catch (error) {
    throw error instanceof YamlBroken ? cannotChange() : error;
  }
}

/** Names a catalogue file of the folder among those that its project file has; one is begun where there is none. */
export async function nameCatalog(root: string, place: string, t: Translate): Promise<'added' | 'named'> {
  const path = pathIn(root, place) ?? '';
  if (await isNamed(root, path)) {
    return 'named';
  }
  const text = (await projectText(root)) ?? (await firstProject(root, t));
  const current = parseProjectFile(text, PROJECT_FILE).project.catalogs.map((name) => name.text);
  await writeOutput(join(root, PROJECT_FILE), withCatalog(text, path, current).text, PROJECT_FILE);
  return 'added';
}

/** Whether the project file names that path, itself or by a glob; one that cannot be read names nothing. */
export async function isNamed(root: string, path: string): Promise<boolean> {
  const text = (await projectText(root).catch(() => undefined)) ?? '';
  return parseProjectFile(text, PROJECT_FILE).project.catalogs.some((name) => {
    const glob = compileGlob(name.text);
    return typeof glob !== 'string' && glob.matches(path);
  });
}

/** `undefined` where there is none. @throws UsageError when it is no text: nobody may take it for an empty one and replace it */
async function projectText(root: string): Promise<string | undefined> {
  const bytes = await readFile(join(root, PROJECT_FILE)).catch((error: unknown) => {
    if (isGone(error)) {
      return undefined;
    }
    throw new UsageError(message('Cannot read {0}.', PROJECT_FILE));
  });
  const decoded = bytes === undefined ? undefined : decodeText(bytes);
  if (decoded !== undefined && !('text' in decoded)) {
    throw cannotChange();
  }
  return decoded?.text;
}

function cannotChange(): UsageError {
  return new UsageError(message('{0} cannot be changed, so it is left alone: see segur-trace check.', PROJECT_FILE));
}
