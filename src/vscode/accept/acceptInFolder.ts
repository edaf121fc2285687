import { FileType, workspace } from 'vscode';
import { LOCK_FILE, parseLock, writeLock, type Lock } from '../../evidence/lock';
import { acceptSelection, linkFilesOf, proofFilesOf, type Accepted, type Selection } from '../../trace/acceptSelection';
import type { FolderSession } from '../folderSession';
import { inTurn } from '../support/inTurn';
import { openDocument } from '../support/openDocument';
import { t } from '../support/translate';
import { writeText } from '../support/writeText';

/** What would be written, and how. */
export interface Acceptable {
  readonly accepted: Accepted;
  /** Writes it onto what is accepted by then: somebody else may have accepted something meanwhile. */
  readonly write: () => Promise<Accepted>;
}

/**
 * Finds out what the selection is as it is now: the code that its links speak of, the bytes of its proofs.
 * Rejects when the file of accepted fingerprints cannot be read: it is never replaced.
 */
export async function acceptable(session: FolderSession, selection: Selection): Promise<Acceptable> {
  await session.settled();
  await session.files.resolveUnits(linkFilesOf(session.trace, selection));
  await session.files.resolveProofs(proofFilesOf(session.trace, selection));
  const accept = async (): Promise<Accepted> =>
    acceptSelection(session.trace, await currentLock(session), (path) => session.files.hashOf(path), selection);
  return {
    accepted: await accept(),
    write: () =>
      inTurn(session, async () => {
        const accepted = await accept();
        await writeText(session.uriOf(LOCK_FILE), writeLock(accepted.lock));
        await session.files.fileChanged(LOCK_FILE);
        return accepted;
      }),
  };
}

/** With the unsaved changes of an open editor. */
async function currentLock(session: FolderSession): Promise<Lock | undefined> {
  const uri = session.uriOf(LOCK_FILE);
  const open = openDocument(uri);
  const text = open?.isDirty === true ? open.getText() : await textOnDisk(session);
  if (text === undefined) {
    return undefined;
  }
  const { lock } = parseLock(text);
  if (lock === undefined) {
    throw new Error(
      t('{0} cannot be read, so it is left alone. The Problems panel says what is wrong with it.', LOCK_FILE),
    );
  }
  return lock;
}

async function textOnDisk(session: FolderSession): Promise<string | undefined> {
  const uri = session.uriOf(LOCK_FILE);
  const stat = await workspace.fs.stat(uri).then(
    (found) => found,
    () => undefined,
  );
  if (stat === undefined) {
    return undefined;
  }
  // A link may lead out of the folder, and the new text would stand in its place.
  if (stat.type !== FileType.File) {
    throw new Error(t('{0} is no ordinary file, so it is left alone.', LOCK_FILE));
  }
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
