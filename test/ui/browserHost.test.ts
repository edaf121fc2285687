import assert from 'node:assert/strict';
import { eventually, openWindow, type Row, type Workbench } from './workbench';

const view = 'Requirements';

/** The number on the icon, which is away while something is read. */
function settledBadge(window: Workbench): Promise<string> {
  return eventually(async () => {
    const badge = (await window.badge('Ségur Trace')) ?? '';
    assert.match(badge, /^\d+$/u);
    return badge;
  });
}

/** The rows once all is read: a badge is there, and the rows stay as they are for a second. */
async function settledRows(window: Workbench): Promise<Row[]> {
  await settledBadge(window);
  let before = '';
  return eventually(async () => {
    const rows = await window.rows(view);
    const now = JSON.stringify(rows);
    const same = now === before;
    before = now;
    if (!same) {
      await window.page.waitForTimeout(1000);
      assert.fail('the rows still change');
    }
    return rows;
  });
}

async function picture(window: Workbench) {
  await window.openContainer('Ségur Trace');
  await window.runCommand('Group requirements by');
  await window.pick('State');
  const groups = await settledRows(window);
  await window.expand(view, 'Satisfied');
  const opened = await settledRows(window);
  const first = opened.find(({ level }) => level === 2)?.label.split(',')[0];
  assert.ok(first);
  await window.expand(view, first);
  const expanded = await settledRows(window);
  await window.openFile('services/comptes/src/contacts.ts', 'SC.SSI/IE.31');
  return { badge: await settledBadge(window), groups, opened, expanded, hover: await window.hover() };
}

/** Where VS Code says that the extension runs. */
async function assertRunsIn(window: Workbench, place: RegExp): Promise<void> {
  await window.runCommand('Show Running Extensions');
  const row = window.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Ségur Trace' });
  await eventually(async () => assert.match(await row.innerText(), place));
}

describe('the extension in the browser’s extension host', () => {
  let onNode: Awaited<ReturnType<typeof picture>>;
  let window: Workbench;

  before(async () => {
    const other = await openWindow({ host: 'server', size: { width: 1400, height: 2400 } });
    onNode = await picture(other);
    await assertRunsIn(other, /127\.0\.0\.1/);
    await other.close();
    window = await openWindow({ host: 'browser', size: { width: 1400, height: 2400 } });
  });

  after(() => window.close());

  it('shows the same states, counts, places and hover as on Node', async () => {
    assert.ok(onNode.expanded.length > onNode.opened.length && onNode.opened.length > onNode.groups.length);
    assert.match(onNode.hover, /IE\.31/);
    assert.deepEqual(await picture(window), onNode);
  });

  it('takes in what is typed', async () => {
    await window.runCommand('Group requirements by');
    await window.pick('Chapter');
    await window.runCommand('Filter requirements by text');
    await window.quickInput().fill('IE.31');
    await window.accept();
    await window.expand(view, 'Identification électronique');
    await window.expand(view, 'SC.SSI/IE.31');
    const typed = async () => (await window.rows(view)).filter(({ label }) => label.includes('oneTimeCode.ts'));
    await window.openFile('services/comptes/src/oneTimeCode.ts');
    await window.type('// @segur SC.SSI/IE.31\n');
    await eventually(async () => assert.equal((await typed()).length, 1));
  });

  // Last, for that page keeps the keyboard.
  it('really runs there', () => assertRunsIn(window, /web worker/));
});
