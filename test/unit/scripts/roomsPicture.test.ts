import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { drawRooms, floors, imports, roomsFile, shortest } from '../../../scripts/roomsPicture';

describe('the picture of the rooms', () => {
  it('is drawn from the rules and the imports as they are: else npm run picture:rooms', () => {
    assert.equal(readFileSync(roomsFile, 'utf8'), drawRooms());
  });

  it('has every folder of src, on a floor above all that it uses', () => {
    const storeys = floors();
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(storeys.flat().sort(), folders.map(({ name }) => name).sort());
    const floorOf = (room: string) => storeys.findIndex((rooms) => rooms.includes(room));
    const arrows = [...imports()].flatMap(([from, rooms]) => [...rooms].map((to) => ({ from, to })));
    assert.ok(arrows.length > storeys.length);
    assert.deepEqual(
      arrows.filter(({ from, to }) => floorOf(to) >= floorOf(from)),
      [],
    );
  });

  it('leaves out arrows that a longer way makes plain, and no other', () => {
    const arrows = new Map([
      ['a', new Set(['b', 'c', 'd'])],
      ['b', new Set(['c'])],
      ['d', new Set<string>()],
    ]);
    assert.deepEqual(shortest(arrows), [
      ['a', 'b'],
      ['a', 'd'],
      ['b', 'c'],
    ]);
  });
});
