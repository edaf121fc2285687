import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually, open } from './workspace';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

/** `file:line` of the cursor, from 1. */
function here(): string {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return `${vscode.workspace.asRelativePath(editor.document.uri)}:${editor.selection.active.line + 1}`;
}

describe('from annotation to annotation', () => {
  afterEach(closeEditors);

  it('goes through the file and round, in either direction, unsaved text included', async () => {
    const editor = await create('roam.ts', '// @segur SC.SSI/IE.38\nrun();\n\nstop();\n');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(2, 0), '  // @segur todo SC.SSI/IE.39, SC.SSI/IE.40\n'),
    );
    await run('segur.nextAnnotation');
    assert.equal(here(), 'roam.ts:1');
    await run('segur.nextAnnotation');
    assert.equal(here(), 'roam.ts:3');
    assert.equal(
      editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active, /[\w./]+/u)),
      'SC.SSI/IE.39',
    );
    await run('segur.nextAnnotation');
    assert.equal(here(), 'roam.ts:1');
    await run('segur.previousAnnotation');
    assert.equal(here(), 'roam.ts:3');
  });

  it('stays where it is in a file without any, and returns', async () => {
    const editor = await create('roamless.ts', 'run();\nstop();\n');
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    await run('segur.nextAnnotation');
    assert.deepEqual(editor.selection.active, new vscode.Position(1, 2));
  });
});

// @segur ST.EDT.07
describe('from gap to gap', () => {
  afterEach(closeEditors);

  it('goes from file to file through the folder, and back the same way', async () => {
    await open('services/comptes/src/contacts.ts');
    await eventually(async () => {
      await run('segur.nextGap');
      assert.match(here(), /^services\/comptes\/src\/contacts\.ts:/u);
    });
    const visited = [here()];
    while (visited.length < 7) {
      await run('segur.nextGap');
      visited.push(here());
    }
    assert.equal(new Set(visited).size, visited.length, visited.join());
    assert.ok(new Set(visited.map((place) => place.split(':')[0])).size > 1, visited.join());
    for (const place of visited.reverse().slice(1)) {
      await run('segur.previousGap');
      assert.equal(here(), place);
    }
  });

  it('stops at a problem of an annotation that is not saved yet', async () => {
    const editor = await create('aGap.ts', 'run();\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '// @segur SC.SSI/IE.999\n'));
    await eventually(async () => {
      const { document } = await vscode.window.showTextDocument(editor.document);
      assert.equal(document.isDirty, true);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await run('segur.nextGap');
      assert.equal(here(), 'aGap.ts:2');
    });
  });
});

describe('the places of a requirement', () => {
  afterEach(async () => {
    await run('workbench.action.closeQuickOpen');
    await closeEditors();
  });

  it('can be gone to from code, from the project file and by id', async () => {
    await create('places.ts', '// @segur SC.SSI/IE.38\nexport const here = 1;\n');
    for (const [file, text] of [
      ['places.ts', 'SC.SSI/IE.38'],
      ['segur.yaml', 'SC.SSI/IE.38'],
    ] as const) {
      await open(file, text);
      await run('segur.goToCode');
      await eventually(async () => {
        await run('workbench.action.acceptSelectedQuickOpenItem');
        assert.notEqual(here().split(':')[0], file === 'segur.yaml' ? file : '');
      });
    }
    await open('segur.yaml');
    await run('segur.goToCode', 'ie.38');
    await eventually(async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      const editor = vscode.window.activeTextEditor;
      assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /@segur.*IE\.38/u);
    });
  });
});

describe('settings of the wrong kind', () => {
  const settings = ['segur.marker', 'segur.requirements.groupBy', 'segur.codeLens.enabled', 'segur.problems.severity'];
  const set = (value: unknown) =>
    Promise.all(
      settings.map((id) => vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Workspace)),
    );
  afterEach(async () => {
    await set(undefined);
    await closeEditors();
  });

  it('count as if they were not there', async () => {
    for (const value of [12, ['a b'], { x: null }, 'a b']) {
      await set(value);
      const editor = await create('settings.ts', '// @segur SC.SSI/IE.38\nexport const still = 1;\n');
      editor.selection = new vscode.Selection(1, 0, 1, 0);
      await eventually(async () => {
        await run('segur.nextAnnotation');
        assert.equal(here(), 'settings.ts:1', JSON.stringify(value));
      });
    }
  });
});
