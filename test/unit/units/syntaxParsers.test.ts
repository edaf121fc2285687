import { strict as assert } from 'node:assert';
import { languageForPath } from '../../../src/annotations/languages';
import { codeUnitsOf } from '../../../src/units/codeUnitsOf';
import { LexedText } from '../../../src/units/lexedText';
import { GRAMMARS } from '../../../src/units/grammars';
import { SyntaxParsers, type SyntaxHost, type SyntaxLimits } from '../../../src/units/syntaxParsers';
import { freshRuntime, host } from './parsers';

const source = '// @segur A-1\nfunction save(): void {\n}\n';
const at = source.indexOf('@segur');

/** The unit that is found with a host and limits, and what was reported meanwhile. */
async function saved(
  own: Partial<SyntaxHost>,
  limits?: Partial<SyntaxLimits>,
  times = 1,
): Promise<{ readonly names: (string | undefined)[]; readonly errors: string[]; readonly parsed: boolean }> {
  const errors: string[] = [];
  const parsers = new SyntaxParsers(
    { ...host, runtime: freshRuntime, ...own },
    (error) => errors.push(String(error)),
    limits,
  );
  const names: (string | undefined)[] = [];
  let parsed = false;
  for (let i = 0; i < times; i++) {
    const language = languageForPath(i % 2 === 0 ? 'a.ts' : 'a.js');
    const parse = await parsers.parserOf(language, source);
    const tree = parse?.(new LexedText(source, language));
    parsed ||= tree !== undefined;
    tree?.dispose();
    names.push(codeUnitsOf(source, language, [at], parse)[0]?.name);
  }
  return { names, errors, parsed };
}

describe('the parsers of code units', () => {
  it('load the runtime once, and each grammar when it is first asked for', async () => {
    const asked: string[] = [];
    const wasm = (name: string): Promise<Uint8Array> => {
      asked.push(name);
      return host.wasm(name);
    };
    const { names, errors, parsed } = await saved({ wasm }, undefined, 4);
    assert.deepEqual(asked.sort(), ['tree-sitter', 'tree-sitter-tsx', 'tree-sitter-typescript']);
    assert.deepEqual([names, errors, parsed], [['save', 'save', 'save', 'save'], [], true]);
  });

  it('leave the answer to the look of the lines where their files are missing, and tell once', async () => {
    const wasm = (name: string): Promise<Uint8Array> => Promise.reject(new Error(`no ${name}`));
    const { names, errors, parsed } = await saved({ wasm }, undefined, 4);
    assert.deepEqual([names, errors, parsed], [['save', 'save', 'save', 'save'], ['Error: no tree-sitter'], false]);
  });

  it('do so too where a file is broken, for that language alone', async () => {
    const wasm = (name: string): Promise<Uint8Array> =>
      name.endsWith('tsx') ? Promise.resolve(new Uint8Array([0, 97, 115, 109, 1, 2, 3])) : host.wasm(name);
    const { names, errors, parsed } = await saved({ wasm }, undefined, 4);
    assert.deepEqual([names, errors.length, parsed], [['save', 'save', 'save', 'save'], 1, true]);
  });

  it('do so too for long texts, without loading anything', async () => {
    const wasm = (): Promise<Uint8Array> => Promise.reject(new Error('asked'));
    const { names, errors, parsed } = await saved({ wasm }, { longest: 10 });
    assert.deepEqual([names, errors, parsed], [['save'], [], false]);
  });

  it('do so too where the work is too much, and read the next text from its start', async () => {
    const errors: unknown[] = [];
    const parsers = new SyntaxParsers(host, (error) => errors.push(error), { steps: 100 });
    const language = languageForPath('a.ts');
    const long = new LexedText(`${source}${'x = (a + b) * c;\n'.repeat(20_000)}`, language);
    const parse = await parsers.parserOf(language, long.text);
    assert.ok(parse);
    assert.equal(parse(long), undefined);
    assert.equal(codeUnitsOf(long.text, language, [at], parse)[0]?.name, 'save');
    const next = new LexedText('let a = 1;\n', language);
    const tree = parse(next);
    assert.equal(tree?.around(4)?.at(-1)?.type, 'identifier');
    tree.dispose();
    assert.deepEqual(errors, []);
  });

  it('have their files in the package, whose every grammar can be loaded', async () => {
    for (const { name } of GRAMMARS) {
      assert.ok((await host.wasm(`tree-sitter-${name}`)).length > 0);
    }
  });

  it('have none for languages without a grammar', async () => {
    const parsers = new SyntaxParsers(host, (error) => assert.ifError(error));
    assert.equal(await parsers.parserOf(languageForPath('a.sql'), 'select 1'), undefined);
    assert.equal(await parsers.parserOf(languageForPath('a.vue'), '<template></template>'), undefined);
  });
});
