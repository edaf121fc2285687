import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { documentPaths, readDocument, twins } from './documents';

const FRENCH_FAULT = /« | [:;?!»]|\p{L}'\p{L}/u;

// @segur ST.DOC.01
describe('the documents in two languages', () => {
  it('are all there', () => {
    const alone = documentPaths.filter((path) => path.startsWith('docs/') && !path.endsWith('.fr.md'));
    assert.deepEqual(
      alone.filter((path) => !existsSync(join(root, path.replace(/\.md$/u, '.fr.md')))),
      [],
    );
    assert.deepEqual(
      twins.filter(([english]) => !existsSync(join(root, english))),
      [],
    );
  });

  for (const [englishPath, frenchPath] of twins) {
    it(`are built alike: ${englishPath}`, () => {
      const english = readDocument(englishPath);
      const french = readDocument(frenchPath);
      const levels = ({ headings }: typeof english) =>
        headings.map(({ level, text }) => `${'#'.repeat(level)} ${text}`);
      assert.deepEqual(
        french.headings.map(({ level }) => level),
        english.headings.map(({ level }) => level),
        `${levels(english).join('\n')}\n\n${levels(french).join('\n')}`,
      );
      assert.deepEqual(
        french.fences.map(({ language }) => language),
        english.fences.map(({ language }) => language),
      );
      assert.deepEqual(french.pictures, english.pictures);
      const shapes = ({ tables }: typeof english) => tables.map((rows) => `${rows.length} × ${rows[0]?.length}`);
      assert.deepEqual(shapes(french), shapes(english));
    });

    it(`use French typography: ${frenchPath}`, () => {
      for (const text of readDocument(frenchPath).prose) {
        assert.doesNotMatch(text, FRENCH_FAULT, text);
      }
    });

    it(`links stay in the language: ${frenchPath}`, () => {
      const { links } = readDocument(frenchPath);
      const english = links.filter((link) => {
        const file = link.replace(/#.*/u, '');
        return file.endsWith('.md') && !file.endsWith('.fr.md') && /(^|\/)(README|docs\/|[a-z-]+\.md)/u.test(file);
      });
      const own = frenchPath.replace(/^docs\//u, '').replace(/\.fr\.md$/u, '.md');
      assert.deepEqual(
        // What is for contributors is in English alone.
        english.filter((link) => link !== own && !link.includes('examples/') && link !== 'docs/trace/matrix.md'),
        [],
      );
    });
  }

  it('use French typography: the French half of SECURITY.md', () => {
    const { prose } = readDocument('SECURITY.md');
    const half = prose.slice(prose.indexOf('Sécurité'));
    assert.ok(half.length > 10 && half.length < prose.length, `${half.length} of ${prose.length}`);
    for (const text of half) assert.doesNotMatch(text, FRENCH_FAULT, text);
  });
});
