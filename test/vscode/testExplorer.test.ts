import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import type { TestExplorer } from '../../src/vscode/testing/testExplorer';
import { at, closeEditors, create, eventually, read } from './workspace';

function explorer(): TestExplorer {
  const extension = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace');
  assert.ok(extension?.isActive);
  return extension.exports.testExplorer;
}

function below(items: vscode.TestItemCollection | undefined): vscode.TestItem[] {
  return [...(items ?? [])].map(([, item]) => item);
}

/** In whatever group. */
function requirements(): vscode.TestItem[] {
  return below(explorer().controller?.items).flatMap(({ children }) => below(children));
}

/** Its items are its tests. */
function requirement(id: string): vscode.TestItem {
  const found = requirements().find(({ label }) => label === id);
  assert.ok(found, `${id} is not in the Test Explorer`);
  return found;
}

function test(id: string, label: string): vscode.TestItem {
  const found = below(requirement(id).children).find((item) => item.label.includes(label));
  assert.ok(found, `${label} is not under ${id}`);
  return found;
}

const stateOf = (id: string, label: string) => explorer().published.get(test(id, label).id);

const write = (path: string, text: string) => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

// @segur ST.TST.03
describe('the Test Explorer', () => {
  afterEach(closeEditors);

  it('shows the requirements that something verifies, by chapter, with their tests at their places', async () => {
    const item = await eventually(() => test('SC.SSI/IE.38', 'se ferme à la demande'));
    assert.ok(item.uri?.path.endsWith('/services/comptes/test/sessions.test.ts'), item.uri?.path);
    assert.equal(item.range?.start.line, 28);
    assert.match(requirement('SC.SSI/IE.38').description ?? '', /\p{L}/u);
    const groups = below(explorer().controller?.items).map(({ label }) => label);
    assert.ok(groups.includes('Identification électronique'), groups.join());
    assert.ok(requirements().every(({ label }) => label !== 'SC.SSI/GEN.20'));
  });

  it('tells the last results, of failed tests with why and where, and runs nothing', async () => {
    await eventually(() => {
      assert.equal(stateOf('SC.SSI/IE.38', 'se ferme à la demande'), 'passed');
      assert.equal(stateOf('SC.SSI/IE.40', 'client de bureau'), 'failed');
      assert.equal(stateOf('SC.SSI/IE.40', 'fermeture du navigateur'), 'passed');
      assert.equal(stateOf('SC.SSI/GEN.21', 'test_archive_is_encrypted'), 'skipped');
    });
    assert.ok(test('SC.SSI/IE.40', 'client de bureau').uri?.path.endsWith('/resultats/junit/recette.xml'));
  });

  it('follows the results files: changed, gone and back', async () => {
    const path = 'resultats/junit/connecteur-oidc.xml';
    const before = await read(path);
    await eventually(() => assert.equal(stateOf('SC.SSI/IAM.80', 'acceptsTheWholeFlow'), 'passed'));
    try {
      await write(
        path,
        before.replace(
          'name="acceptsTheWholeFlow"/>',
          'name="acceptsTheWholeFlow"><failure message="non"/></testcase>',
        ),
      );
      await eventually(() => assert.equal(stateOf('SC.SSI/IAM.80', 'acceptsTheWholeFlow'), 'failed'));
      await write(path, before.slice(0, -20));
      await eventually(() => assert.equal(stateOf('SC.SSI/IAM.80', 'acceptsTheWholeFlow'), undefined));
      await eventually(() =>
        assert.deepEqual(
          vscode.languages.getDiagnostics(at(path)).map(({ code }) => (typeof code === 'object' ? code.value : code)),
          ['results.malformed'],
        ),
      );
    } finally {
      await write(path, before);
    }
    await eventually(() => assert.equal(stateOf('SC.SSI/IAM.80', 'acceptsTheWholeFlow'), 'passed'));
  });

  it('shows a test as soon as it is annotated, unsaved, and forgets it when the annotation goes', async () => {
    const editor = await create('sauvegarde/test/test_new.py', 'def test_new():\n    assert True\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# @segur vérifie SC.SSI/GEN.20\n'));
    await eventually(() => assert.equal(test('SC.SSI/GEN.20', 'test_new').range?.start.line, 0));
    assert.equal(stateOf('SC.SSI/GEN.20', 'test_new'), undefined);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await eventually(() => assert.ok(requirements().every(({ label }) => label !== 'SC.SSI/GEN.20')));
    await editor.document.save();
  });
});
