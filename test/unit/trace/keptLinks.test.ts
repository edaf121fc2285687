import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepLinks } from '../../../src/trace/keptLinks';
import type { Link } from '../../../src/trace/model';

function link(id: string, line: number): Link {
  const range = { start: { line, character: 0 }, end: { line, character: 4 } };
  return { file: 'a.ts', range, verb: 'implements', id, raw: id, state: 'ok', snippet: '' };
}

const links = fc
  .array(fc.tuple(fc.constantFrom('A.1', 'A.2', 'B.3'), fc.nat({ max: 3 })), { maxLength: 8 })
  .map((all) => all.map(([id, line]) => link(id, line)).sort((a, b) => a.range.start.line - b.range.start.line));

describe('links of a file that changes', () => {
  it('are what they are now, with every requirement that another link belongs to', () => {
    fc.assert(
      fc.property(links, links, (before, after) => {
        const found = keepLinks(before, after);
        assert.deepEqual(found.links, after);
        const of = (all: readonly Link[], id: string) => all.filter((one) => one.id === id);
        for (const id of ['A.1', 'A.2', 'B.3']) {
          const isSame = of(before, id).every((one, at) => of(found.links, id)[at] === one);
          const isKept = isSame && of(before, id).length === of(after, id).length;
          assert.ok(isKept || found.changed.has(id), `${id} changed`);
        }
      }),
    );
  });

  it('stay the same objects around the line that is typed in, and tell its requirements alone', () => {
    const before = [link('A.1', 0), link('A.2', 1), link('B.3', 2)];
    const found = keepLinks(before, [link('A.1', 0), link('A.2x', 1), link('B.3', 2)]);
    assert.deepEqual([...found.changed], ['A.2', 'A.2x']);
    assert.ok(found.links[0] === before[0] && found.links[2] === before[2]);
  });

  it('are all told when a file comes, goes, or says the same', () => {
    const own = [link('A.1', 0), link('A.1', 0)];
    assert.deepEqual([...keepLinks([], own).changed], ['A.1']);
    assert.deepEqual([...keepLinks(own, []).changed], ['A.1']);
    assert.deepEqual([...keepLinks(own, [link('A.1', 0), link('A.1', 0)]).changed], []);
    assert.deepEqual([...keepLinks(own, [link('A.1', 0)]).changed], ['A.1']);
  });
});
