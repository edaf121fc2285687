/* A catalogue of one's own beside the one that ships, for tests that change or rename what it defines. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import { at, closeEditors, eventually, folder, read } from './workspace';

export const ownCatalog = 'own/catalogue.yaml';

export const ownText = `version: 1
catalog: { id: own, title: À nous }
requirements:
  - id: PRJ/GEN.1
    title: Première
    aliases: [OLD.1]
    needs: [code]
    scenarios: [{ id: PRJ/GEN.1.01 }]
  - { id: PRJ/GEN.2, title: Deuxième, needs: [code] }
  - { id: PRJ/GEN.3, title: Troisième, needs: [code] }
faq:
  - { id: own-1, answer: Oui., requirements: [{ id: PRJ/GEN.1 }] }
`;

export async function write(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(at(path), bytes);
}

/** Runs with the catalogue named in segur.yaml, and files of the folder `own/`; leaves the workspace as it was. */
export async function withOwnCatalog(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: () => Promise<void>,
): Promise<void> {
  const before = await read('segur.yaml');
  const extension = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace');
  await extension?.activate();
  const session = extension?.exports.sessions.all[0];
  assert.ok(session);
  try {
    await write(ownCatalog, ownText);
    for (const [path, content] of Object.entries(files)) {
      await write(`own/${path}`, content);
    }
    const named = before.replace("catalogs: ['builtin:segur-v2']", `catalogs: ['builtin:segur-v2', ${ownCatalog}]`);
    assert.notEqual(named, before);
    await write('segur.yaml', `${named}  - for: [PRJ/GEN.1-2]\n    status: accepted-gap\n    reason: Plus tard\n`);
    await eventually(() => {
      assert.ok(session.catalog.requirement('PRJ/GEN.1'));
      const known = Object.keys(files).filter((path) => session.files.annotationsOf(`own/${path}`) !== undefined);
      assert.deepEqual(
        known,
        Object.keys(files).filter((path) => !path.endsWith('.json')),
      );
    });
    await work();
  } finally {
    await closeEditors();
    await write('segur.yaml', before);
    await vscode.workspace.fs.delete(at('own'), { recursive: true });
    await eventually(() => assert.equal(session.catalog.requirement('PRJ/GEN.1'), undefined));
  }
}

/** Saves every text that an edit changed, in an editor or not. */
export async function saveAll(): Promise<void> {
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.scheme === folder().scheme);
  for (const document of dirty) {
    // VS Code may be saving it by itself at that moment, and then refuses.
    await eventually(async () => assert.ok(!document.isDirty || (await document.save()), document.uri.path));
  }
}

/** The id of every edit's place and its new text, by path: `own/a.ts 1: PRJ/GEN.1 -> NEW.1`. */
export async function told(edit: vscode.WorkspaceEdit): Promise<string[]> {
  const lines: string[] = [];
  for (const [uri, edits] of edit.entries()) {
    const document = await vscode.workspace.openTextDocument(uri);
    for (const { range, newText } of edits) {
      const path = vscode.workspace.asRelativePath(uri, false);
      lines.push(`${path} ${range.start.line + 1}: ${document.getText(range)} -> ${newText.trim()}`);
    }
  }
  return lines.sort();
}
