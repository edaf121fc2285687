import { workspace } from 'vscode';
import type { TextDocument, Uri } from 'vscode';

/**
 * The document of a file that VS Code holds, saved or not. It holds some that no editor shows: the text of one that is not dirty may be older than
 * the file.
 */
export function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}
