import type { Uri } from 'vscode';
import { env, ViewColumn, window, workspace } from 'vscode';
import type { FolderSession } from '../folderSession';
import { matrixPreviewType } from '../ids';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { baseName } from '../../base/fileNames';

/**
 * Shows an exported HTML matrix in a tab of VS Code: the file itself, whose own content security policy allows its one script
 * and nothing from outside. Local files can be opened in the system's browser too.
 */
export class MatrixPreview {
  readonly #reporter: ErrorReporter;

  constructor(reporter: ErrorReporter) {
    this.#reporter = reporter;
  }

  async show(file: Uri, session: FolderSession): Promise<void> {
    const html = new TextDecoder().decode(await workspace.fs.readFile(file));
    const panel = window.createWebviewPanel(matrixPreviewType, baseName(file.path), ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.webview.html = html;
    this.offer(file, session, t('Open in the browser'));
  }

  /**
   * Says where the file is, and has the system's own program open a local one.
   * @param open what the button says
   * @param told what it is, in words that name its path
   */
  offer(file: Uri, session: FolderSession, open: string, told = matrixWritten): void {
    const path = session.pathOf(file) ?? baseName(file.path);
    const actions = file.scheme === 'file' && env.remoteName === undefined ? [open] : [];
    window.showInformationMessage(told(path), ...actions).then(
      async (choice) => {
        if (choice === open) {
          await env.openExternal(file);
        }
      },
      (error: unknown) => this.#reporter.log(error),
    );
  }
}

function matrixWritten(path: string): string {
  return t('Matrix written: {0}', path);
}
