import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '../../../src/vscode/ids';

interface MenuEntry {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

const { menus } = (
  JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as {
    readonly contributes: { readonly menus: Readonly<Record<string, readonly MenuEntry[]>> };
  }
).contributes;

/** What links and quick fixes carry out. */
const inner: readonly string[] = [Command.ShowPlaces, Command.CarryOutFix];

const inPalette = (command: string): boolean =>
  !(menus['commandPalette'] ?? []).some((entry) => entry.command === command && entry.when === 'false');
const onRows = menus['view/item/context'] ?? [];
/** Lines of a menu, not icons. */
const lines = onRows.filter(({ group }) => !group.startsWith('inline'));
const rowOf = ({ when }: MenuEntry): string => when.replace(/ && !listMultiSelection$/u, '');

// @segur ST.ACC.02
describe('what the keyboard reaches', () => {
  it('is every icon above a view, by the palette', () => {
    const icons = (menus['view/title'] ?? []).map(({ command }) => command);
    assert.ok(icons.length > 10);
    assert.deepEqual(
      icons.filter((command) => !inPalette(command)),
      [],
    );
  });

  it('is every icon on a row, by the menu of the same row', () => {
    const icons = onRows.filter(({ group }) => group.startsWith('inline'));
    assert.ok(icons.length > 3);
    assert.deepEqual(
      icons.filter((icon) => !lines.some((line) => line.command === icon.command && rowOf(line) === rowOf(icon))),
      [],
    );
  });

  it('is every command, by the palette or the menu of a row', () => {
    const reached = (command: string): boolean => inPalette(command) || lines.some((line) => line.command === command);
    assert.deepEqual(
      Object.values(Command).filter((command) => !reached(command) && !inner.includes(command)),
      [],
    );
  });
});
