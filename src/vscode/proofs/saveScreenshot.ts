import { workspace, WorkspaceEdit } from 'vscode';
import { compileGlob } from '../../base/glob';
import { render } from '../../base/message';
import { pngFault } from '../../evidence/png';
import { namedBy } from '../../evidence/proofNaming';
import { withNewProof } from '../../language/fixes/projectEdits';
import { localClock } from '../../workspace/localClock';
import type { FolderSession } from '../folderSession';
import { editProjectFile } from '../project/editProjectFile';
import { t } from '../support/translate';
import { askName } from './author';
import { freePlace, writableProofFolder } from './proofFolder';
import { namingRule } from './renameProofFiles';

/** A new file for a screenshot, named by the rule and beside the requirement's other proofs. Throws where none can be. */
export async function placeForScreenshot(session: FolderSession, id: string, bytes: Uint8Array) {
  const fault = pngFault(bytes);
  if (fault !== undefined) {
    throw new Error(render(t, fault));
  }
  const { product } = session.trace;
  const name = namedBy(namingRule(session), {
    id,
    kind: 'capture',
    date: localClock.today(),
    ...(product.version === undefined ? {} : { version: product.version }),
    ...(product.name === undefined ? {} : { product: product.name }),
  });
  const uri = await freePlace(await writableProofFolder(session, id), `${name}.png`);
  const path = session.pathOf(uri);
  if (path === undefined) {
    throw new Error(t('{0} leads out of the workspace folder.', uri.path));
  }
  return { uri, path };
}

/** Whether an entry of the requirement holds whatever is put at that path, by its glob. */
export function isDeclaredBy(session: FolderSession, id: string, path: string): boolean {
  const globs = session.trace.requirement(id)?.proofs.flatMap(({ entry }) => entry.files ?? []) ?? [];
  return globs.some((pattern) => {
    const glob = compileGlob(pattern);
    return typeof glob !== 'string' && glob.matches(path);
  });
}

/**
 * Writes a screenshot as a proof of a requirement and declares it, unless an entry holds it already. Nothing is written over.
 * @returns its path; `undefined` when the user gives up
 */
export async function saveScreenshot(
  session: FolderSession,
  id: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const { uri, path } = await placeForScreenshot(session, id, bytes);
  const isDeclared = isDeclaredBy(session, id, path);
  const author = isDeclared
    ? ''
    : await askName(session, {
        title: t('Proof of {0}', id),
        prompt: t('Who established it'),
        usual: session.files.project.proofs.findLast((proof) => proof.author !== undefined)?.author,
      });
  if (author === undefined) {
    return undefined;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: bytes, overwrite: false, ignoreIfExists: false });
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(t('The file could not be written.'));
  }
  if (!isDeclared) {
    await editProjectFile(session, (text) =>
      withNewProof(text, {
        id,
        kind: 'capture',
        files: [path],
        date: localClock.today(),
        ...(author === '' ? {} : { author }),
      }),
    );
  }
  return path;
}
