import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, eventually, open, read } from './workspace';

const { Error: error, Warning: warning, Information: information, Hint: hint } = vscode.DiagnosticSeverity;

type Told = readonly [code: string, severity: vscode.DiagnosticSeverity, text: string];

/** Each code that an annotation can have, how grave it is and what it stands under. */
const annotations: readonly (readonly [line: string, told: Told])[] = [
  ['// @segur verifies', ['annotation.malformed', error, '@segur verifies']],
  ['// @segur SC.SSI/GEN.181', ['annotation.unknown-id', error, 'SC.SSI/GEN.181']],
  ['// @segur implementss SC.SSI/GEN.01', ['annotation.unknown-verb', error, 'implementss']],
  ['// @segur IAM.92', ['annotation.short-form', hint, 'IAM.92']],
  ['// @segur OURS.6', ['annotation.alias', hint, 'OURS.6']],
  ['// @segur OURS.8', ['annotation.obsolete-requirement', warning, 'OURS.8']],
  ['// @segur OURS.7~1', ['annotation.outdated', warning, 'OURS.7']],
  ['// @segur OURS.7~3', ['annotation.predated', warning, 'OURS.7']],
  ['// @segur SC.SSI/GEN.19, SC.SSI/GEN.19', ['annotation.duplicate', warning, 'SC.SSI/GEN.19']],
  ['// @segur SC.SSI/IE.37', ['annotation.unwanted', information, 'SC.SSI/IE.37']],
  ['// @segur verifies SC.SSI/GEN.03', ['annotation.verifies-outside-tests', information, 'verifies']],
  ['// @segur todo SC.SSI/GEN.03', ['annotation.todo', warning, 'todo']],
];

const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

/** Entries of the project file, each alone in its line. */
const proofs: readonly (readonly [entry: string, ...told: (readonly [string, vscode.DiagnosticSeverity])[]])[] = [
  ['{ for: SC.SSI/GEN.181, kind: documentation, value: v }', ['proof.unknown-id', error]],
  ['{ for: SC.SSI/GEN.21, kind: documentation, value: v, covers: [backups] }', ['proof.unknown-item', error]],
  ['{ for: SC.SSI/GEN.01, kind: documentation, files: nowhere/*.pdf }', ['proof.missing', warning]],
  ['{ for: SC.SSI/GEN.01, kind: documentation, files: ../elsewhere.pdf }', ['path.outside-folder', error]],
  ['{ for: SC.SSI/GEN.01, kind: documentation, value: v, expires: 2020-01-01 }', ['proof.expired', warning]],
  [`{ for: SC.SSI/GEN.01, kind: documentation, value: v, expires: ${soon} }`, ['proof.expires-soon', information]],
  ['{ for: SC.SSI/GEN.01, kind: documentation, value: v, date: 2062-09-01 }', ['proof.future-date', warning]],
  ['{ for: SC.SSI/GEN.01, kind: photo, value: v }', ['yaml.schema', error]],
];
const decisions: typeof proofs = [
  ['{ for: SC.SSI/GEN.181, status: accepted-gap, reason: r }', ['decision.unknown-id', error]],
  ['{ for: SC.SSI/GEN.05, status: accepted-gap, reason: r, expires: 2020-01-01 }', ['decision.expired', warning]],
  [`{ for: SC.SSI/GEN.06, status: accepted-gap, reason: r, expires: ${soon} }`, ['decision.expires-soon', information]],
  ['{ for: SC.SSI/GEN.09, status: accepted-gap, reason: r }'],
  ['{ for: SC.SSI/GEN.09, status: not-applicable, reason: r }', ['decision.conflict', error]],
];

const catalog = `version: 1
requirements:
  - { id: OURS.7, title: Export, revision: '2', aliases: [OURS.6] }
  - { id: OURS.8, title: Formerly, obsolete: true }
`;

function problemsOf(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(at(path)).filter(({ source }) => source === 'segur');
}

function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

// @segur ST.EDT.05
describe('every problem', () => {
  let written = '';
  before(async () => {
    written = await read('segur.yaml');
    await vscode.workspace.fs.writeFile(at('referentiels/ours.yaml'), new TextEncoder().encode(catalog));
    const { document } = await open('segur.yaml');
    const text = document
      .getText()
      .replace("['builtin:segur-v2']", "['builtin:segur-v2', referentiels/ours.yaml]")
      .replace('proofs:\n', `proofs:\n${linesOf(proofs)}`)
      .replace('decisions:\n', `decisions:\n${linesOf(decisions)}`);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  });
  after(async () => {
    await open('segur.yaml');
    await closeEditors();
    assert.equal(await read('segur.yaml'), written);
    await vscode.workspace.fs.delete(at('referentiels'), { recursive: true });
  });

  it('of an annotation has its code, its severity, its place and its page, in text that is not saved', async () => {
    const { document } = await create('every.ts', '');
    const edit = new vscode.WorkspaceEdit();
    const text = annotations.map(([line], n) => `${line}\nexport function f${n}(): void {}\n`).join('');
    edit.insert(document.uri, new vscode.Position(0, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(() => {
      const told = problemsOf('every.ts')
        .sort((a, b) => a.range.start.compareTo(b.range.start))
        .map((one): Told => [codeOf(one), one.severity, document.getText(one.range)]);
      assert.deepEqual(
        told,
        annotations.map(([, expected]) => expected),
      );
    });
    assert.ok(document.isDirty);
    for (const { code } of problemsOf('every.ts')) {
      assert.ok(typeof code === 'object');
      const page = await vscode.workspace.openTextDocument(code.target);
      assert.ok(page.getText().startsWith(`# ${code.value}\n`), page.getText());
    }
    const tagsOf = (code: string) => problemsOf('every.ts').find((one) => codeOf(one) === code)?.tags;
    assert.deepEqual(tagsOf('annotation.alias'), [vscode.DiagnosticTag.Deprecated]);
    assert.deepEqual(tagsOf('annotation.obsolete-requirement'), [vscode.DiagnosticTag.Deprecated]);
    assert.deepEqual(tagsOf('annotation.duplicate'), [vscode.DiagnosticTag.Unnecessary]);
    const decided = problemsOf('every.ts').find((one) => codeOf(one) === 'annotation.unwanted');
    assert.equal(decided?.relatedInformation?.[0]?.location.uri.toString(), at('segur.yaml').toString());
  });

  it('of a proof or a decision stands at its entry, in a segur.yaml that is not saved', async () => {
    const { document } = await open('segur.yaml');
    assert.ok(document.isDirty);
    const entries = [...proofs, ...decisions];
    await eventually(() => {
      const told = entries.map(([entry]) => {
        const line = document.positionAt(document.getText().indexOf(entry)).line;
        return problemsOf('segur.yaml')
          .filter(({ range }) => range.start.line === line)
          .map((one) => [codeOf(one), one.severity]);
      });
      assert.deepEqual(
        told,
        entries.map(([, ...expected]) => expected),
      );
    });
    const conflict = problemsOf('segur.yaml').find((one) => codeOf(one) === 'decision.conflict');
    assert.equal(conflict?.relatedInformation?.length, 1);
    assert.equal(await read('segur.yaml'), written);
  });

  it('is told of files in languages that nobody knows, and of files that nobody opened', async () => {
    await vscode.workspace.fs.writeFile(at('never-opened.zzz'), new TextEncoder().encode('# @segur SC.SSI/GEN.182\n'));
    await eventually(() => assert.deepEqual(problemsOf('never-opened.zzz').map(codeOf), ['annotation.unknown-id']));
    await vscode.workspace.fs.delete(at('never-opened.zzz'));
    await eventually(() => assert.deepEqual(problemsOf('never-opened.zzz'), []));
  });
});

function linesOf(entries: typeof proofs): string {
  return entries.map(([entry]) => `  - ${entry}\n`).join('');
}
