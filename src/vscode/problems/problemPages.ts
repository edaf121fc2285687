import { Uri, workspace } from 'vscode';
import type { TextDocumentContentProvider } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { ProblemCode } from '../../base/problem';
import { problemScheme } from '../ids';
import { problemSection } from './problemSection';
import { interfaceLanguage } from '../support/interfaceLanguage';

/** What a click on a problem's code opens. No command: VS Code runs none from the hover over a problem. */
export function problemPage(code: ProblemCode): Uri {
  return Uri.from({ scheme: problemScheme, path: `/${code}.md` });
}

/**
 * A page for each code: what it means, an example and what to do, from the guide that comes with the extension, in the language of the interface;
 * nothing is asked of the network.
 */
export function registerProblemPages(extensionUri: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(problemScheme, new Guide(Uri.joinPath(extensionUri, 'docs')));
}

class Guide implements TextDocumentContentProvider {
  readonly #folder: Uri;

  constructor(folder: Uri) {
    this.#folder = folder;
  }

  async provideTextDocumentContent({ path }: Uri): Promise<string> {
    const name = interfaceLanguage() === 'fr' ? 'problems.fr.md' : 'problems.md';
    const bytes = await workspace.fs.readFile(Uri.joinPath(this.#folder, name));
    return problemSection(new TextDecoder().decode(bytes), path.slice(1, -'.md'.length)) ?? '';
  }
}
