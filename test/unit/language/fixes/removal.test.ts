import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixing, saysOf } from './fixing';

const ID = 'SC.SSI/IE.35';
/** No longer asked for. */
const OLD = 'SC.SSI/OLD.1';

/** Each with one annotation of another id or text that must stay, and the repeated one. */
const cases: readonly (readonly [what: string, path: string, before: string, after: string])[] = [
  [
    'an id of a list',
    'a.ts',
    `// @segur ${ID}, ${ID}│, SC.SSI/IE.36 - n\nf();\n`,
    `// @segur ${ID}, SC.SSI/IE.36 - n\nf();\n`,
  ],
  [
    'the last of a list',
    'a.ts',
    `// @segur SC.SSI/IE.36, ${ID}~2026, ${ID}│~2026\nf();\n`,
    `// @segur SC.SSI/IE.36, ${ID}~2026\nf();\n`,
  ],
  [
    'the first of a list',
    'a.ts',
    `// @segur ${ID}\n// @segur ${ID}│~2026, SC.SSI/IE.36\nf();\n`,
    `// @segur ${ID}\n// @segur SC.SSI/IE.36\nf();\n`,
  ],
  [
    'an id of a list of two lines',
    'a.ts',
    `  // @segur ${ID},\n  //   ${ID}│\n  f();\n`,
    `  // @segur ${ID}\n  f();\n`,
  ],
  ['a line of its own', 'a.py', `  # @segur ${ID}\n  # @segur ${ID}│\n  f()\n`, `  # @segur ${ID}\n  f()\n`],
  [
    'a line of its own, in Windows text',
    'a.sql',
    `-- @segur ${ID}\r\n-- @segur ${ID}│\r\nSELECT 1;\r\n`,
    `-- @segur ${ID}\r\nSELECT 1;\r\n`,
  ],
  [
    'the last line of a text',
    'a.py',
    `f() # @segur ${ID}\n# @segur SC.SSI/IE.36\n# @segur ${OLD}│`,
    `f() # @segur ${ID}\n# @segur SC.SSI/IE.36`,
  ],
  ['a comment behind code', 'a.ts', `// @segur ${ID}\nf(); // @segur ${ID}│\ng();\n`, `// @segur ${ID}\nf();\ng();\n`],
  ['a comment inside code', 'a.ts', `// @segur ${ID}\nf(/* @segur ${ID}│ */ a);\n`, `// @segur ${ID}\nf(a);\n`],
  [
    'a block of its own',
    'a.java',
    `/* @segur ${ID} */\n/* @segur ${ID}│ */\nclass A {}\n`,
    `/* @segur ${ID} */\nclass A {}\n`,
  ],
  [
    'a documentation comment of its own',
    'A.java',
    `// @segur ${ID}\n/**\n * @segur ${ID}│\n */\nclass A {}\n`,
    `// @segur ${ID}\nclass A {}\n`,
  ],
  [
    'a line of a documentation comment',
    'A.java',
    `/**\n * Text.\n * @segur ${ID}\n * @segur ${ID}│\n * @since 1\n */\nclass A {}\n`,
    `/**\n * Text.\n * @segur ${ID}\n * @since 1\n */\nclass A {}\n`,
  ],
  [
    'the last line of a documentation comment',
    'A.java',
    `/** Text.\n * @segur ${ID}\n * @segur ${ID}│ */\nclass A {}\n`,
    `/** Text.\n * @segur ${ID}\n */\nclass A {}\n`,
  ],
  [
    'markup',
    'a.html',
    `<!-- @segur ${ID} -->\n<!-- @segur ${ID}│ -->\n<p>x</p>\n`,
    `<!-- @segur ${ID} -->\n<p>x</p>\n`,
  ],
  [
    'a child of JSX',
    'a.tsx',
    `const a = <div>\n  {/* @segur ${ID} */}\n  {/* @segur ${OLD}│ */}\n  <b/>\n</div>;\n`,
    `const a = <div>\n  {/* @segur ${ID} */}\n  <b/>\n</div>;\n`,
  ],
  ['one of two on a line', 'a.ts', `// @segur ${ID} @segur ${ID}│\nf();\n`, `// @segur ${ID}\nf();\n`],
  [
    'what has a note, which stays',
    'a.ts',
    `// @segur ${ID}\n// @segur ${ID}│ - pourquoi\nf();\n`,
    `// @segur ${ID}\n// pourquoi\nf();\n`,
  ],
  ['a list of prose', 'a.md', `- @segur ${ID}\n- @segur ${OLD}│\n- text\n`, `- @segur ${ID}\n- text\n`],
  [
    'a cell of a notebook',
    'a.ipynb',
    `{"cells":[{"cell_type":"code","source":[\n "# @segur ${ID}\\n",\n "# @segur ${ID}│\\n",\n "f()"\n]}]}`,
    `{"cells":[{"cell_type":"code","source":[\n "# @segur ${ID}\\n",\n "f()"\n]}]}`,
  ],
];

describe('removing what is repeated', () => {
  for (const [what, path, before, after] of cases) {
    it(`takes out ${what}`, () => {
      const found = fixing(path, before);
      assert.equal(found.after(before.includes(OLD) ? `Remove ${OLD}` : 'Remove the repeated'), after);
      assert.deepEqual(saysOf(path, after).problems, []);
    });
  }

  it('keeps of a range what is new', () => {
    const { after } = fixing('a.ts', `// @segur ${ID}, IE.35-│36\nf();\n`);
    assert.equal(after('Keep only what is new'), `// @segur ${ID}, SC.SSI/IE.36\nf();\n`);
  });

  it('leaves every other annotation as it was, in comments of every kind', () => {
    const wraps: readonly (readonly [string, (body: string) => string])[] = [
      ['a.ts', (body) => `// ${body}`],
      ['a.ts', (body) => `/* ${body} */`],
      ['a.ts', (body) => `/**\n * ${body}\n */`],
      ['a.ts', (body) => `/** A.\n * ${body}\n * B. */`],
      ['a.py', (body) => `# ${body}`],
      ['a.sql', (body) => `-- ${body}`],
      ['a.html', (body) => `<!-- ${body} -->`],
      ['a.hs', (body) => `{- ${body} -}`],
      ['a.md', (body) => `${body}\n`],
    ];
    const ids = fc.shuffledSubarray([ID, 'SC.SSI/IE.36', 'SC.SSI/GEN.18'], { minLength: 1 });
    const note = fc.constantFrom('', ' - une note', ' : autre');
    const shape = fc.record({
      wrap: fc.constantFrom(...wraps),
      ids,
      note,
      crlf: fc.boolean(),
      indent: fc.constantFrom('', '  ', '\t'),
    });
    fc.assert(
      fc.property(shape, ids, ({ wrap: [path, wrap], ids: list, note: tail, crlf, indent }, others) => {
        const [repeated = ''] = list;
        const comment = (body: string): string =>
          wrap(`@segur ${body}`)
            .split('\n')
            .map((line) => indent + line)
            .join('\n');
        const above = comment([...new Set([repeated, ...others])].join(', '));
        const second = comment(`${list.join(', ')}${tail}`);
        const lf = `x = 1;\n${above}\n${second.replace(repeated, `${repeated}│`)}\ny = 2;\n`;
        const found = fixing(path, crlf ? lf.replaceAll('\n', '\r\n') : lf);
        if (!found.titles.some((title) => title.startsWith('Remove the repeated'))) {
          // Prose has no code that two annotations could share.
          assert.ok(!saysOf(path, found.request.text).problems.includes('annotation.duplicate'));
          return;
        }
        const before = saysOf(path, found.request.text).links;
        const text = found.after('Remove the repeated');
        const said = saysOf(path, text).links;
        assert.equal(said.length, before.length - 1);
        assert.ok(said.every((one) => before.includes(one)));
        assert.ok(!/^[ \t]*(?:\/\/|#|--|\/\*+\s*\*\/|<!--\s*-->|\{-\s*-\})[ \t]*$/mu.test(text), text);
        assert.equal(text.includes('\r'), crlf);
        assert.ok(tail === '' || text.includes(tail.slice(3)));
      }),
      { numRuns: 300 },
    );
  });
});
