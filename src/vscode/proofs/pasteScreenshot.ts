import { DocumentDropOrPasteEditKind, DocumentPasteEdit, languages, WorkspaceEdit } from 'vscode';
import type { CancellationToken, DataTransfer, DocumentPasteEditProvider, Range, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { PROJECT_FILE } from '../../base/projectFileName';
import { contains } from '../../base/text';
import { editBetween } from '../../base/textEdit';
import { parseYaml } from '../../base/yaml';
import { pngFault } from '../../evidence/png';
import { listIn, withFileAdded, withNewProof } from '../../language/fixes/projectEdits';
import { localClock } from '../../workspace/localClock';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { isDeclaredBy, placeForScreenshot } from './saveScreenshot';

const PNG = 'image/png';
const kind = DocumentDropOrPasteEditKind.Empty.append('segur', 'screenshot');

/** A screenshot pasted into a proof of `segur.yaml` becomes a file of it, or of a new entry beside it. One undo takes both back. */
// @segur ST.PRF.06
export function registerPasteScreenshot(sessions: Sessions, reporter: ErrorReporter): Disposable {
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(
      document: TextDocument,
      ranges: readonly Range[],
      transfer: DataTransfer,
      _,
      token: CancellationToken,
    ): Promise<DocumentPasteEdit[] | undefined> {
      const located = sessions.of(document);
      const [range, ...others] = ranges;
      // What is selected would be pasted over.
      if (located?.path !== projectFile || range?.isEmpty !== true || others.length > 0) {
        return undefined;
      }
      const bytes = await transfer.get(PNG)?.asFile()?.data();
      if (bytes === undefined || pngFault(bytes) !== undefined || token.isCancellationRequested) {
        return undefined;
      }
      try {
        return await pasteInto(document, range, located.session, bytes);
      } catch (error) {
        reporter.show(t('The screenshot could not be saved'), error);
        return undefined;
      }
    },
  };
  return languages.registerDocumentPasteEditProvider({ pattern: `**/${projectFile}` }, provider, {
    pasteMimeTypes: [PNG],
    providedPasteEditKinds: [kind],
  });
}

async function pasteInto(
  document: TextDocument,
  { start }: Range,
  session: FolderSession,
  bytes: Uint8Array,
): Promise<DocumentPasteEdit[] | undefined> {
  const text = document.getText();
  const parsed = parseYaml(text, PROJECT_FILE);
  const entries = listIn(parsed.value, 'proofs');
  const index = entries.findIndex((_, at) => {
    const own = parsed.rangeOf(['proofs', at]);
    return own !== undefined && contains(own, start);
  });
  const ids = [entries[index]?.['for']].flat().filter((id) => typeof id === 'string');
  const id = ids.flatMap((raw) => session.catalog.resolve(raw).targets)[0]?.requirement;
  if (id === undefined) {
    return undefined;
  }
  const { uri, path } = await placeForScreenshot(session, id, bytes);
  const isCapture = entries[index]?.['kind'] === 'capture' && entries[index]['files'] !== undefined;
  const { text: after } = isDeclaredBy(session, id, path)
    ? { text }
    : isCapture
      ? withFileAdded(text, index, path)
      : withNewProof(text, { id, kind: 'capture', files: [path], date: localClock.today() });
  const paste = new DocumentPasteEdit('', t('Add the screenshot as a proof of {0}', id), kind);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: bytes, overwrite: false, ignoreIfExists: false });
  const change = editBetween(text, after);
  if (change !== undefined) {
    edit.replace(document.uri, toRange(change.range), change.newText);
  }
  paste.additionalEdit = edit;
  return [paste];
}
