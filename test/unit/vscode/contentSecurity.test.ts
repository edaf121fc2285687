import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faqDocument } from '../../../src/vscode/faq/faqDocument';
import { pastePage } from '../../../src/vscode/proofs/pastePage';
import { translator } from '../../../src/base/message';
import { catalogOf } from '../trace/fixtures';

const root = join(__dirname, '../../..');
const nonce = 'one-of-its-kind';
const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

const t = translator({});
const resources = { style: 'style.css', script: 'script.js', cspSource: 'https://webview.example', nonce };

/** The pages that are made for VS Code alone; that of the report, shown too, is tested with the reports. */
const pages = {
  'faq/faqPages.ts': () => {
    const catalog = catalogOf(`requirements:
  - { id: A.01, title: One, needs: [code] }
faq:
  - { id: a01, subject: ${JSON.stringify(evil)}, answer: ${JSON.stringify(evil)}, requirements: [{ id: A.01 }] }
`);
    const [entry] = catalog.faq;
    assert.ok(entry);
    return faqDocument({ entry, catalog, opinion: undefined, language: 'en', resources }, t);
  },
  'proofs/pastePanel.ts': () => pastePage({ id: evil, title: evil, language: 'en', folder: evil, ...resources }, t),
} as const;

// @segur ST.TRU.04
describe('pages in VS Code', () => {
  it('are all known here', () => {
    const files = readdirSync(join(root, 'src', 'vscode'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/u.test(name),
    );
    const makers = files.filter((name) =>
      /webview\.html\s*=/u.test(readFileSync(join(root, 'src/vscode', name), 'utf8')),
    );
    const ofReports = ['dashboard/dashboards.ts', 'matrix/matrixPreview.ts'];
    assert.deepEqual(
      makers.map((name) => name.replaceAll('\\', '/')).sort(),
      [...Object.keys(pages), ...ofReports].sort(),
    );
  });

  for (const [name, make] of Object.entries(pages)) {
    it(`allow their own script and style and nothing else: ${name}`, () => {
      const page = make();
      const policy = (/Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '').replaceAll('&#39;', "'");
      const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
      assert.deepEqual(rules.get('default-src'), ["'none'"]);
      assert.deepEqual(rules.get('script-src'), [`'nonce-${nonce}'`]);
      assert.deepEqual(rules.get('style-src'), [resources.cspSource]);
      assert.deepEqual([rules.get('base-uri'), rules.get('form-action')], [["'none'"], ["'none'"]]);
      assert.ok(
        [...rules.keys()].every(
          (key) => key === 'img-src' || /^(default|script|style)-src$|^base|^form/u.test(key ?? ''),
        ),
      );
      assert.doesNotMatch(policy, /unsafe|\*|https?:(?!\/\/webview\.example)|data:/u);

      const scripts = page.match(/<script[^>]*>/gu) ?? [];
      assert.deepEqual(
        scripts.map((tag) => tag.includes(`nonce="${nonce}"`) && tag.includes('src=')),
        [true],
      );
      assert.doesNotMatch(page, /<[^>]*\son\w+=|<style|style="|<img src=x/u);
    });
  }
});
