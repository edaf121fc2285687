import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually, open, positionOf, read } from './workspace';

/** The actions at the first place of a text, of the kinds that a menu would ask for. */
async function actionsAt(document: vscode.TextDocument, text: string, kind?: string): Promise<vscode.CodeAction[]> {
  const position = positionOf(document, text);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    kind,
    100,
  );
}

async function applyAt(document: vscode.TextDocument, text: string, title: string, kind?: string): Promise<void> {
  const action = await eventually(async () => {
    const actions = await actionsAt(document, text, kind);
    const found = actions.find((one) => one.title.includes(title));
    assert.ok(found, actions.map((one) => one.title).join(' | '));
    return found;
  });
  if (action.edit !== undefined) {
    assert.ok(await vscode.workspace.applyEdit(action.edit));
  }
  if (action.command !== undefined) {
    const { command, arguments: args = [] } = action.command;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
  }
}

const codesOf = (document: vscode.TextDocument): string[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'segur')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));

// @segur ST.EDT.05
describe('quick fixes', () => {
  afterEach(closeEditors);

  it('change an unknown id to one of the catalogue, in unsaved text, and the problem is gone', async () => {
    const { document } = await create(
      'fix-unknown.ts',
      'export const a = 1;\r\n// @segur SC.SSI/IE.388 - why\r\nf();\r\n',
    );
    await eventually(() => assert.deepEqual(codesOf(document), ['annotation.unknown-id']));
    await applyAt(document, 'IE.388', 'Change to SC.SSI/IE.38:');
    assert.equal(document.getText(), 'export const a = 1;\r\n// @segur SC.SSI/IE.38 - why\r\nf();\r\n');
    await eventually(() => assert.deepEqual(codesOf(document), []));
    assert.ok(document.isDirty);
  });

  it('write the short ids of a file in full when it is saved or asked for', async () => {
    const { document } = await create('fix-all.sql', '-- @segur IE38\nSELECT 1;\n-- @segur IE.39/40\nSELECT 2;\n');
    await applyAt(document, 'IE38', 'in full', vscode.CodeActionKind.SourceFixAll.value);
    assert.equal(
      document.getText(),
      '-- @segur SC.SSI/IE.38\nSELECT 1;\n-- @segur SC.SSI/IE.39, SC.SSI/IE.40\nSELECT 2;\n',
    );
  });

  it('turn the mentions of a file into annotations', async () => {
    const { document } = await create(
      'fix-mentions.ts',
      '// @segur SC.SSI/IE.40\nf();\n// SC.SSI/IE.38\ng();\n/** Voir SC.SSI/IE.39.\n */\nh();\n',
    );
    await applyAt(document, 'SC.SSI/IE.38', 'Turn all mentions');
    assert.equal(
      document.getText(),
      '// @segur SC.SSI/IE.40\nf();\n// @segur SC.SSI/IE.38\ng();\n/** Voir SC.SSI/IE.39.\n * @segur SC.SSI/IE.39\n */\nh();\n',
    );
  });

  it('declare a proof in segur.yaml, its files selected, and one undo takes it back', async () => {
    const before = await read('segur.yaml');
    const { document } = await create('fix-proof.ts', '// @segur SC.SSI/GEN.19\nf();\n');
    await applyAt(document, 'SC.SSI/GEN.19', 'Declare a proof');
    const editor = await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert.ok(active?.document.uri.path.endsWith('/segur.yaml') === true);
      return active;
    });
    assert.equal(editor.document.getText(editor.selection), 'preuves/GEN.19/*');
    assert.ok(editor.document.isDirty);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('take a duplicate out, move a revision on, correct a verb, turn a mention into an annotation and ignore a line', async () => {
    const { document } = await create('fix-several.ts', '');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      new vscode.Position(0, 0),
      [
        ['// @segur SC.SSI/IE.38, SC.SSI/IE.38', 'a();'],
        ['// @segur SC.SSI/IE.39~2020', 'b();'],
        ['// @segur implementss SC.SSI/IE.40', 'c();'],
        ['// SC.SSI/IE.31', 'd();'],
        ['// @segur SC.SSI/NONE.77', 'e();', ''],
      ]
        .flat()
        .join('\n'),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(() => assert.equal(codesOf(document).length, 4, codesOf(document).join()));
    await applyAt(document, 'SC.SSI/IE.38\n', 'Remove the repeated SC.SSI/IE.38');
    await applyAt(document, 'SC.SSI/IE.39', 'Update the revision to');
    await applyAt(document, 'implementss', 'Change the verb to “implements”');
    await applyAt(document, 'SC.SSI/IE.31', 'Turn this mention of SC.SSI/IE.31 into an annotation');
    await applyAt(document, 'SC.SSI/NONE.77', 'Ignore this line');
    const revision = /IE\.39~(\S+)/u.exec(document.getText())?.[1] ?? '';
    assert.ok(revision > '2020', revision);
    assert.equal(
      document.getText(),
      [
        '// @segur SC.SSI/IE.38',
        'a();',
        `// @segur SC.SSI/IE.39~${revision}`,
        'b();',
        '// @segur implements SC.SSI/IE.40',
        'c();',
        '// @segur SC.SSI/IE.31',
        'd();',
        '// @segur:ignore-next-line',
        '// @segur SC.SSI/NONE.77',
        'e();',
        '',
      ].join('\n'),
    );
    await eventually(() => assert.deepEqual(codesOf(document), []));
  });

  it('propose for an unknown id the requirements whose titles have the words of the note', async () => {
    const { document } = await create('fix-title.ts', '// @segur SC.SSI/XYZ.7 - déconnexion automatique\nf();\n');
    await applyAt(document, 'XYZ.7', 'Change to SC.SSI/IE.39:');
    assert.match(document.getText(), /SC\.SSI\/IE\.39 - déconnexion/u);
  });

  it('take one of two decisions that contradict each other out of segur.yaml', async () => {
    const before = await read('segur.yaml');
    const { document } = await open('segur.yaml');
    const edit = new vscode.WorkspaceEdit();
    const second = '  - { for: SC.SSI/IE.37, status: accepted-gap, reason: Another }\n';
    edit.insert(document.uri, positionOf(document, '  - for: SC.SSI/IE.34\n'), second);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(() => assert.ok(codesOf(document).includes('decision.conflict'), codesOf(document).join()));
    await applyAt(document, '{ for: SC.SSI/IE.37', 'Remove this decision');
    assert.equal(document.getText(), before);
    await eventually(() => assert.ok(!codesOf(document).includes('decision.conflict')));
  });

  it('offer nothing where no annotation is', async () => {
    const { document } = await create('fix-nothing.ts', 'f();\n// @segur SC.SSI/IE.38\ng();\n');
    await eventually(async () => {
      assert.ok((await actionsAt(document, 'IE.38')).some(({ title }) => title.includes('@segur')));
    });
    const elsewhere = await eventually(() => actionsAt(document, 'f()'));
    assert.ok(!elsewhere.some(({ title }) => title.includes('@segur')));
  });

  it('propose ids in segur.yaml', async () => {
    const { document } = await open('segur.yaml', 'SC.SSI/GEN.21');
    const position = positionOf(document, 'SC.SSI/GEN.21');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, position.translate(0, 'SC.SSI/GEN.21'.length), '9');
    await vscode.workspace.applyEdit(edit);
    await applyAt(document, 'SC.SSI/GEN.219', 'Change to SC.SSI/GEN.21:');
    assert.equal(document.getText(), await read('segur.yaml'));
  });
});
