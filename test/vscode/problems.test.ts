import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, eventually, folder, open, positionOf } from './workspace';

const setting = 'problems.severity';

function problemsOf(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(at(path)).filter(({ source }) => source === 'segur');
}

function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

async function problemOf(path: string, code: string): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const found = problemsOf(path).find((problem) => codeOf(problem) === code);
    assert.ok(found, `${path} has ${problemsOf(path).map(codeOf).join(', ')}`);
    return found;
  });
}

async function write(path: string, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(content));
}

describe('problems', () => {
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('segur', folder())
      .update(setting, undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
  });

  it('lead from their code to a page that explains it', async () => {
    await create('explained.ts', '// @segur SC.SSI/GEN.181\nexport function a(): void {}\n');
    const { code } = await problemOf('explained.ts', 'annotation.unknown-id');
    assert.ok(typeof code === 'object');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# annotation\.unknown-id\n/u);
    assert.match(page.getText(), /```ts/u);
  });

  it('point at the first of two duplicates, and fade the second', async () => {
    await create('twice.ts', '// @segur SC.SSI/GEN.18, SC.SSI/GEN.18\nexport function a(): void {}\n');
    const { relatedInformation, tags, range } = await problemOf('twice.ts', 'annotation.duplicate');
    assert.deepEqual(tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.equal(range.start.character, 25);
    const [first] = relatedInformation ?? [];
    assert.equal(first?.location.uri.toString(), at('twice.ts').toString());
    assert.equal(first.location.range.start.character, 10);
  });

  it('are as grave as the setting says, at once', async () => {
    await create('graver.ts', '// @segur IAM.92\nexport function a(): void {}\n// @segur todo SC.SSI/GEN.18\n');
    const { severity } = await problemOf('graver.ts', 'annotation.short-form');
    assert.equal(severity, vscode.DiagnosticSeverity.Hint);
    await vscode.workspace
      .getConfiguration('segur', folder())
      .update(
        setting,
        { 'annotation.short-form': 'error', 'annotation.todo': 'off', nonsense: 'error' },
        vscode.ConfigurationTarget.Workspace,
      );
    await eventually(() => {
      const told = problemsOf('graver.ts').map((problem) => [codeOf(problem), problem.severity]);
      assert.deepEqual(told, [['annotation.short-form', vscode.DiagnosticSeverity.Error]]);
    });
  });

  it('are a hundred of a file that nobody opened, with a line that says how many more there are', async () => {
    const lines = Array.from({ length: 150 }, (_, n) => `// @segur SC.SSI/NONE.${n + 1}\nexport const x${n} = 0;\n`);
    await write('many.ts', lines.join(''));
    const rest = (): string[] =>
      problemsOf('segur.yaml').flatMap(({ code, message }) => (code === undefined ? [message] : []));
    await eventually(() => {
      assert.equal(problemsOf('many.ts').length, 100);
      assert.match(rest().join(''), /\b50\b.*segur-trace check/u);
    });
    await open('many.ts');
    await eventually(() => {
      assert.equal(problemsOf('many.ts').length, 150);
      assert.deepEqual(rest(), []);
    });
    await closeEditors();
    await write('many.ts', '');
    await eventually(() => assert.deepEqual(problemsOf('many.ts'), []));
  });

  it('move with the text that is typed, before it is saved', async () => {
    const editor = await create('moving.ts', 'export const a = 1;\n// @segur SC.SSI/GEN.181\n');
    const before = await problemOf('moving.ts', 'annotation.unknown-id');
    assert.equal(before.range.start.line, 1);
    await editor.edit((edit) => edit.insert(positionOf(editor.document, 'export'), '\n\n'));
    await eventually(async () => {
      const now = await problemOf('moving.ts', 'annotation.unknown-id');
      assert.equal(now.range.start.line, 3);
    });
  });

  it('follow a segur.yaml that is typed, and what is on disk once it is given up', async () => {
    const { document } = await open('segur.yaml');
    const text = document.getText();
    const replaceAll = async (by: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), by);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const decision = '  - { for: SC.SSI/NONE.7, status: accepted-gap, reason: r }\n';
    await replaceAll(text.replace(/^decisions:\n/mu, `decisions:\n${decision}`));
    const unknown = await problemOf('segur.yaml', 'decision.unknown-id');
    assert.equal(document.getText(unknown.range), 'SC.SSI/NONE.7');
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => {
      assert.deepEqual(
        problemsOf('segur.yaml').filter((problem) => codeOf(problem) === 'decision.unknown-id'),
        [],
      );
    });
    assert.equal(document.getText(), text);
  });

  it('keep the rest of the trace while a segur.yaml is broken', async () => {
    const { document } = await open('segur.yaml');
    const others = (): string[] =>
      problemsOf('segur.yaml')
        .map(codeOf)
        .filter((code) => !code.startsWith('yaml.'))
        .sort();
    await eventually(() => assert.notDeepEqual(others(), []));
    const before = others();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'product: [\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await problemOf('segur.yaml', 'yaml.syntax');
    assert.deepEqual(others(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => assert.ok(!problemsOf('segur.yaml').some((problem) => codeOf(problem) === 'yaml.syntax')));
  });
});
