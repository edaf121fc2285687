import assert from 'node:assert/strict';
import { closeEditors, create, eventually, hoverText, open, positionOf } from './workspace';

const contacts = 'services/comptes/src/contacts.ts';

// @segur ST.EDT.02
describe('hover on an annotation', () => {
  afterEach(closeEditors);

  it('tells the requirement, its state and what the FAQ says', async () => {
    const { document } = await open(contacts);
    const text = await eventually(async () => {
      const hover = await hoverText(document, 'SC.SSI/IE.31');
      assert.match(hover, /IE\\?\.31/);
      return hover;
    });
    assert.match(text, /FAQ/);
    assert.match(text, /command:segur\.showRequirement/);
  });

  it('names the code that the annotation speaks of, and follows it while it is typed', async () => {
    const { document } = await open(contacts);
    await eventually(async () => assert.match(await hoverText(document, 'SC.SSI/IE.31'), /Contacts\.declare/));
    const editor = await create('renamed.ts', '// @segur SC.SSI/IE.38\nexport function shut(): void {}\n');
    await eventually(async () => assert.match(await hoverText(editor.document, 'SC.SSI/IE.38'), /: shut,/));
    await editor.edit((edit) => edit.insert(positionOf(editor.document, 'shut'), 're'));
    await eventually(async () => assert.match(await hoverText(editor.document, 'SC.SSI/IE.38'), /: reshut,/));
    await editor.document.save();
  });

  it('speaks of the id under the pointer when two stand in one annotation', async () => {
    const { document } = await open(contacts);
    const pair = 'SC.SSI/IE.31, SC.SSI/IE.32';
    const text = await eventually(async () => {
      const hover = await hoverText(document, pair, pair.length - 2);
      assert.match(hover, /IE\\?\.32/);
      return hover;
    });
    assert.doesNotMatch(text.split('\n')[0] ?? '', /IE\\?\.31/);
  });

  it('says nothing on code, nor on a marker inside a string', async () => {
    const { document } = await create('hover.ts', "const text = '@segur SC.SSI/IE.38';\n// @segur SC.SSI/IE.40\n");
    await eventually(async () => assert.match(await hoverText(document, '// @segur SC.SSI/IE.40', 13), /IE\\?\.40/));
    assert.equal(await hoverText(document, 'SC.SSI/IE.38'), '');
  });

  it('speaks of text that is not saved yet', async () => {
    const editor = await create('unsaved.py', 'x = 1\n');
    await editor.edit((edit) => edit.insert(editor.selection.active, '# @segur SC.SSI/IE.39\n'));
    assert.equal(editor.document.isDirty, true);
    await eventually(async () => assert.match(await hoverText(editor.document, 'SC.SSI/IE.39'), /IE\\?\.39/));
  });

  it('tells the requirements of the project file too, where ids stand and nowhere else', async () => {
    const { document } = await open('segur.yaml');
    await eventually(async () => assert.match(await hoverText(document, 'SC.SSI/IE.36'), /IE\\?\.36/));
    assert.equal(await hoverText(document, 'status: not-applicable', 10), '');
  });
});
