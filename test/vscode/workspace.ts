/* What the tests inside VS Code share: the demonstration application that the window is open on, a copy to change at will. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The workspace folder. */
export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

/** A place in the workspace; path with `/`. */
export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

/** Opens a file in an editor, the cursor before the first place of a text in it. */
export async function open(path: string, text?: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(at(path));
  if (text !== undefined) {
    const position = positionOf(editor.document, text);
    editor.selection = new vscode.Selection(position, position);
  }
  return editor;
}

/** Writes a file of the workspace, then opens it. */
export async function create(path: string, content: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(content));
  return open(path);
}

/** Where a text first stands in a document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${document.uri.path} does not hold ${text}`);
  return document.positionAt(offset);
}

/** The text of a file of the workspace on disk. */
export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
}

/** The text of all hovers at the first place of a text in a document. */
export async function hoverText(document: vscode.TextDocument, text: string, offset = 0): Promise<string> {
  const position = positionOf(document, text).translate(0, offset);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n\n');
}

/** Tries again until the check no longer throws, for half a minute; then throws what it threw last. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs a command and takes every answer that it proposes. */
export function answered(...command: readonly [string, ...unknown[]]): Promise<void> {
  return whileWorking(
    vscode.commands.executeCommand(...(command as [string])),
    'workbench.action.acceptSelectedQuickOpenItem',
  );
}

/** Runs a command of VS Code again and again until some work is over, which waits for it. */
export async function whileWorking(work: PromiseLike<unknown>, command: string): Promise<void> {
  let isOver = false;
  const over = Promise.resolve(work).finally(() => (isOver = true));
  await eventually(async () => {
    await vscode.commands.executeCommand(command);
    assert.ok(isOver);
  });
  await over;
}

/** Closes every editor without saving. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
