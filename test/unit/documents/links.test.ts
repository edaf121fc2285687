import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { anchors, documentPaths, readDocument } from './documents';

// @segur ST.DOC.01
describe('links and pictures of the documents', () => {
  for (const path of documentPaths) {
    it(`lead somewhere: ${path}`, () => {
      const document = readDocument(path);
      for (const target of [...document.links, ...document.pictures]) {
        if (target.startsWith('https://')) continue;
        const [file = '', anchor] = decodeURI(target).split('#');
        const place = file === '' ? path : normalize(join(dirname(path), file));
        assert.ok(!place.startsWith('..') && existsSync(join(root, place)), `${path}: ${target}`);
        if (anchor !== undefined) {
          assert.ok(anchors(readDocument(place)).has(anchor), `${path}: ${target} has no such heading`);
        }
      }
    });
  }

  it('lead from the README to every document, in its own language', () => {
    for (const [readme, isOurs] of [
      ['README.md', (path: string) => !path.endsWith('.fr.md')],
      ['README.fr.md', (path: string) => path.endsWith('.fr.md')],
    ] as const) {
      const { links } = readDocument(readme);
      const linked = new Set(links.map((link) => decodeURI(link).replace(/#.*/u, '')));
      const missing = documentPaths.filter((path) => path.startsWith('docs/') && isOurs(path) && !linked.has(path));
      assert.deepEqual(missing, [], readme);
    }
  });

  it('are small enough for the package', () => {
    const pictures = new Set(
      documentPaths.flatMap((path) => readDocument(path).pictures.map((to) => join(dirname(path), to))),
    );
    const bytes = [...pictures].reduce((sum, picture) => sum + statSync(join(root, picture)).size, 0);
    assert.ok(pictures.size >= 10 && bytes < 700 * 1024, `${pictures.size} pictures of ${bytes} bytes`);
  });
});
