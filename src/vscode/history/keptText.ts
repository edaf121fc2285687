import { Uri, workspace } from 'vscode';
import { baseName } from '../../base/fileNames';
import { decodeText } from '../../base/decodeText';
import type { Requirement } from '../../catalog/model';
import { requirementFingerprint } from '../../evidence/requirementFingerprint';
import { requirementIn } from '../../workspace/codePast';
import type { FolderSession } from '../folderSession';

/** So many earlier files are looked into, the newest first. */
const MOST_FILES = 20;
/** No catalogue is larger. In bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Asked {
  readonly file: string;
  /** That of today, then former ones. */
  readonly ids: readonly string[];
  readonly now: Requirement;
  readonly acceptedText?: string;
}

/** A requirement as an earlier file of the catalogue has it, which an import kept: with the accepted words or, where none are known, with others than now. */
export async function keptText(
  session: FolderSession,
  { file, ids, now, acceptedText }: Asked,
): Promise<{ readonly requirement: Requirement; readonly name: string } | undefined> {
  const current = requirementFingerprint(now);
  for (const uri of await keptFiles(session.uriOf(file))) {
    const decoded = decodeText(await workspace.fs.readFile(uri));
    const requirement =
      'text' in decoded ? requirementIn(decoded.text, ids, file, session.files.catalogFiles) : undefined;
    const words = requirement === undefined ? undefined : requirementFingerprint(requirement);
    if (requirement !== undefined && (acceptedText === undefined ? words !== current : words === acceptedText)) {
      return { requirement, name: baseName(uri.path) };
    }
  }
  return undefined;
}

/** `.bak`, `.bak2` and so on, as the import writes them: the highest number is the newest. */
async function keptFiles(file: Uri): Promise<readonly Uri[]> {
  const name = baseName(file.path);
  const folder = Uri.joinPath(file, '..');
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const numbered = entries.flatMap(([one]) => {
    const rest = one.startsWith(`${name}.bak`) ? one.slice(`${name}.bak`.length) : undefined;
    return rest !== undefined && /^\d{0,6}$/u.test(rest) ? [{ one, number: rest === '' ? 1 : Number(rest) }] : [];
  });
  const newest = numbered.sort((a, b) => b.number - a.number).slice(0, MOST_FILES);
  const sized = await Promise.all(
    newest.map(async ({ one }) => {
      const uri = Uri.joinPath(folder, one);
      return { uri, size: (await workspace.fs.stat(uri)).size };
    }),
  );
  return sized.filter(({ size }) => size <= MOST_BYTES).map(({ uri }) => uri);
}
