import { strict as assert } from 'node:assert';
import { scriptParts } from '../../../src/units/scriptParts';

/** The language and the contents of the scripts of a page. */
function scriptsOf(text: string, languageId = 'html'): readonly string[] | undefined {
  const found = scriptParts(text, languageId);
  return found === undefined ? undefined : [found.language, ...found.parts.map(([from, to]) => text.slice(from, to))];
}

describe('the scripts of a page', () => {
  const cases: readonly (readonly [what: string, text: string, scripts: readonly string[] | undefined])[] = [
    ['each', '<script>a()</script><p>b</p><SCRIPT type="module">c()</Script >', ['javascript', 'a()', 'c()']],
    ['TypeScript', '<script setup lang="ts">a()</script>', ['typescript', 'a()']],
    ['the language of the first alone', '<script>a()</script><script lang="ts">b()</script>', ['javascript', 'a()']],
    [
      'types in quotes',
      `<script type="text/javascript">a()</script><script type='module'>b()</script>`,
      ['javascript', 'a()', 'b()'],
    ],
    ['an attribute that only ends so', '<script data-type="x">a()</script>', ['javascript', 'a()']],
    ['no data', '<script type="application/json">{}</script><script>a()</script>', ['javascript', 'a()']],
    ['one that is empty', '<script></script>', ['javascript', '']],
    ['none that nothing closes', '<p></p><script>a()', undefined],
    ['none whose opener is cut', '<script lang="ts"', undefined],
    ['none in a page without', '<p>a</p>', undefined],
  ];
  for (const [what, text, scripts] of cases) {
    it(`are read: ${what}`, () => assert.deepEqual(scriptsOf(text), scripts));
  }

  it('are none in a file that is wholly code', () => {
    assert.equal(scriptsOf("const page = '<script>a()</script>';", 'typescript'), undefined);
  });

  it('are looked for once in each stretch of the text, whatever nothing closes', () => {
    for (const opener of ['<script>', '<script ', '<script></script', '<script></script  ']) {
      assert.equal(scriptsOf(opener.repeat(200_000)), undefined, opener);
    }
  });
});
