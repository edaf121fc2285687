import { Uri, workspace } from 'vscode';

/** The French words of the extension, whatever the language of the interface: for reports in French. Read at the first call. */
export function frenchBundle(extensionUri: Uri): () => Promise<Readonly<Record<string, string>>> {
  let bundle: Promise<Readonly<Record<string, string>>> | undefined;
  return () => (bundle ??= read(Uri.joinPath(extensionUri, 'l10n', 'bundle.l10n.fr.json')));
}

async function read(uri: Uri): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri))) as Record<string, string>;
}
