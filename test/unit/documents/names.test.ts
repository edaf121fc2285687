import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { documentPaths, readDocument } from './documents';

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = json('package.json') as {
  contributes: { commands: { title: string }[]; configuration: { properties: Record<string, unknown> } };
};

/** Titles of commands in a language, without the dots of those that ask something. */
function titles(language: 'en' | 'fr'): string[] {
  const texts = json(language === 'fr' ? 'package.nls.fr.json' : 'package.nls.json') as Record<string, string>;
  return manifest.contributes.commands.map(({ title }) => bare(texts[title.replaceAll('%', '')] ?? ''));
}
const bare = (text: string) => text.replace(/…$/u, '');

// @segur ST.DOC.01
describe('the names in the documents', () => {
  for (const path of documentPaths.filter((one) => !one.startsWith('examples/'))) {
    const document = readDocument(path);
    const known = titles(path.endsWith('.fr.md') ? 'fr' : 'en');

    it(`call commands as VS Code does: ${path}`, () => {
      for (const name of document.emphasised.map(bare).filter((one) => one.split(' ').length >= 3)) {
        // Shortened, it would not be found in the palette by its whole name.
        const meant = known.filter((title) => title.startsWith(name));
        assert.ok(meant.length === 0 || meant.includes(name), `${path}: “${name}” for ${meant.join(' or ')}`);
      }
      for (const [head, ...rows] of document.tables) {
        if (!['command', 'commande'].includes(head?.[0] ?? '') || head?.length !== 3) continue;
        for (const [name = ''] of rows) assert.ok(known.includes(bare(name)), `${path}: ${name}`);
      }
    });

    it(`name settings that there are: ${path}`, () => {
      for (const code of document.code) {
        if (!/^segur(?:\.[a-z]\w+){2}$/iu.test(code) && code !== 'segur.marker') continue;
        if (code.endsWith('.json')) continue;
        assert.ok(code in manifest.contributes.configuration.properties, `${path}: ${code}`);
      }
    });
  }
});
