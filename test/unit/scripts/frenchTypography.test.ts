import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../../..');

interface Typography {
  readonly tidyFrench: (text: string) => string;
  readonly typographyFaults: (text: string) => string[];
}

const scripts = async () => ({
  ...((await import(pathToFileURL(join(root, 'scripts/frenchTypography.mjs')).href)) as Typography),
  ...((await import(pathToFileURL(join(root, 'scripts/l10n.mjs')).href)) as { readonly frenchTexts: () => string[] }),
});

// @segur ST.LNG.01
describe('French typography', () => {
  it('is kept in every text that people read', async () => {
    const { frenchTexts, typographyFaults } = await scripts();
    const files = frenchTexts();
    assert.ok(files.length >= 7);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const texts = file.endsWith('.json') ? Object.values(JSON.parse(text) as Record<string, string>) : [text];
      assert.deepEqual(texts.flatMap(typographyFaults), [], file);
    }
  });

  it('finds each kind of fault, and sets right those that have one remedy', async () => {
    const { tidyFrench, typographyFaults } = await scripts();
    const faulty = [
      ['Oui : non', 'Oui\u00a0: non'],
      ['Quoi ?', 'Quoi\u00a0?'],
      ['Un ; deux', 'Un\u00a0; deux'],
      ['Un\u202f; deux', 'Un\u00a0; deux'],
      ['« mot »', '«\u00a0mot\u00a0»'],
      ["L'exigence", 'L’exigence'],
      ['Lecture...', 'Lecture…'],
      ['92 %', '92\u00a0%'],
    ] as const;
    for (const [wrong, right] of faulty) {
      assert.notDeepEqual(typographyFaults(wrong), [], wrong);
      assert.equal(tidyFrench(wrong), right);
      assert.deepEqual(typographyFaults(right), [], right);
    }
    for (const wrong of ['Quoi?', 'Un; deux', 'Oui: non', '“mot”']) {
      assert.notDeepEqual(typographyFaults(wrong), [], wrong);
    }
  });

  it('leaves code, addresses and times of day alone', async () => {
    const { tidyFrench, typographyFaults } = await scripts();
    for (const text of ['`a ? b : c`', '```yaml\nkey: "x"\n```', '[lien](command:a.b)', 'https://a.fr/?x', 'à 10:30']) {
      assert.equal(tidyFrench(text), text);
      assert.deepEqual(typographyFaults(text), [], text);
    }
  });
});
