import assert from 'node:assert/strict';
import { fixing, saysOf } from './fixing';

const cases: readonly (readonly [what: string, path: string, before: string, after: string])[] = [
  ['an id alone', 'a.ts', '// SC.SSI/IE│.35\nf();\n', '// @segur SC.SSI/IE.35\nf();\n'],
  ['an id with its explanation', 'a.py', '# SC.SSI/IE│.35 : journal\nf()\n', '# @segur SC.SSI/IE.35 : journal\nf()\n'],
  [
    'a list',
    'a.sql',
    '-- SC.SSI/IE│.35, SC.SSI/IE.36\nSELECT 1;\n',
    '-- @segur SC.SSI/IE.35, SC.SSI/IE.36\nSELECT 1;\n',
  ],
  ['an id behind code', 'a.ts', 'f(); // SC.SSI/IE│.35\n', 'f(); // @segur SC.SSI/IE.35\n'],
  [
    'an id in a sentence of one line, which becomes the note',
    'a.ts',
    '  // voir SC.SSI/IE│.35 et SC.SSI/IE.36.\n  f();\n',
    '  // @segur SC.SSI/IE.35, SC.SSI/IE.36 - voir SC.SSI/IE.35 et SC.SSI/IE.36.\n  f();\n',
  ],
  [
    'an id in a block',
    'a.css',
    '/*voir SC.SSI/IE│.35*/\na {}\n',
    '/* @segur SC.SSI/IE.35 - voir SC.SSI/IE.35*/\na {}\n',
  ],
  [
    'an id in prose of several lines, below which it is written',
    'a.ts',
    '  // Le journal est tenu comme le veut\r\n  // SC.SSI/IE│.35, sans exception.\r\n  f();\r\n',
    '  // Le journal est tenu comme le veut\r\n  // SC.SSI/IE.35, sans exception.\r\n  // @segur SC.SSI/IE.35\r\n  f();\r\n',
  ],
  [
    'an id above the lines that tools read',
    'a.ts',
    '// Le journal est tenu comme le veut\n// SC.SSI/IE│.35, sans exception.\n// eslint-disable-next-line no-console\nf();\n',
    '// Le journal est tenu comme le veut\n// SC.SSI/IE.35, sans exception.\n// @segur SC.SSI/IE.35\n// eslint-disable-next-line no-console\nf();\n',
  ],
  [
    'an id in a documentation comment',
    'A.java',
    '  /**\n   * Tient le journal (SC.SSI/IE│.35).\n   * @param x rien\n   */\n  void f() {}\n',
    '  /**\n   * Tient le journal (SC.SSI/IE.35).\n   * @param x rien\n   * @segur SC.SSI/IE.35\n   */\n  void f() {}\n',
  ],
  [
    'an id in a documentation comment of one line of text',
    'A.java',
    '  /** Voir SC.SSI/IE│.35.\n   */\n  void f() {}\n',
    '  /** Voir SC.SSI/IE.35.\n   * @segur SC.SSI/IE.35\n   */\n  void f() {}\n',
  ],
  [
    'an id in a comment that ends behind its text',
    'a.html',
    '<!-- Journal\n     selon SC.SSI/IE│.35 -->\n<p>x</p>\n',
    '<!-- Journal\n     selon SC.SSI/IE.35\n     @segur SC.SSI/IE.35 -->\n<p>x</p>\n',
  ],
  [
    'an item of a list in a comment',
    'a.ts',
    '// Exigences :\n// - SC.SSI/IE│.35 journal\n// - autre\nf();\n',
    '// Exigences :\n// - @segur SC.SSI/IE.35 journal\n// - autre\nf();\n',
  ],
];

describe('turning mentions into annotations', () => {
  for (const [what, path, before, after] of cases) {
    it(`converts ${what}`, () => {
      const found = fixing(path, before);
      assert.equal(found.after('Turn this mention'), after);
      assert.deepEqual(saysOf(path, after).problems, []);
      assert.ok(saysOf(path, after).links.some((link) => link.includes('SC.SSI/IE.35')));
    });
  }

  it('converts all of a file at once', () => {
    const before =
      '// SC.SSI/IE│.35\nf();\n/** Voir SC.SSI/IE.36\n * pour SC.SSI/GEN.18. */\ng();\n// @segur SC.SSI/IE.37 : dit\nh(); // SC.SSI/IE.37\n';
    assert.equal(
      fixing('a.ts', before).after('Turn all mentions'),
      '// @segur SC.SSI/IE.35\nf();\n/** Voir SC.SSI/IE.36\n * pour SC.SSI/GEN.18.\n * @segur SC.SSI/IE.36, SC.SSI/GEN.18 */\ng();\n' +
        '// @segur SC.SSI/IE.37 : dit\nh(); // @segur SC.SSI/IE.37\n',
    );
  });

  it('offers nothing for what the same comment annotates already, nor for one mention alone to convert all', () => {
    const once = fixing('a.ts', '// Le journal de SC.SSI/IE│.35\n// est tenu.\n// @segur SC.SSI/IE.35\nf();\n');
    assert.ok(!once.titles.some((title) => title.includes('mention')));
    assert.ok(!fixing('a.ts', '// SC.SSI/IE│.35\nf();\n').titles.some((title) => title.includes('all mentions')));
  });

  it('is a way to rewrite, no fix of a problem', () => {
    const { fixes } = fixing('a.ts', '// SC.SSI/IE│.35\nf();\n');
    assert.deepEqual(
      fixes.filter(({ edits }) => edits.length > 0).map(({ kind, problem }) => [kind, problem]),
      [
        ['rewrite', undefined],
        ['quick-fix', undefined],
        ['quick-fix', undefined],
      ],
    );
  });
});

describe('ignoring', () => {
  const annotated = '@segur SC.SSI/XX│.1';
  const lines: readonly (readonly [path: string, before: string, after: string])[] = [
    ['a.ts', `  // ${annotated}\n  f();\n`, `  // @segur:ignore-next-line\n  // @segur SC.SSI/XX.1\n  f();\n`],
    ['a.ts', `f(); // ${annotated}\r\n`, `// @segur:ignore-next-line\r\nf(); // @segur SC.SSI/XX.1\r\n`],
    [
      'A.java',
      `/**\n * A.\n * ${annotated}\n */\n`,
      `/**\n * A.\n * @segur:ignore-next-line\n * @segur SC.SSI/XX.1\n */\n`,
    ],
    ['a.sql', `-- ${annotated}\n`, `-- @segur:ignore-next-line\n-- @segur SC.SSI/XX.1\n`],
    ['a.html', `<!-- ${annotated} -->\n`, `<!-- @segur:ignore-next-line -->\n<!-- @segur SC.SSI/XX.1 -->\n`],
    ['a.md', `${annotated}\n`, `<!-- @segur:ignore-next-line -->\n@segur SC.SSI/XX.1\n`],
    [
      'a.py',
      `def f():\n    """${annotated}"""\n`,
      `def f():\n    # @segur:ignore-next-line\n    """@segur SC.SSI/XX.1"""\n`,
    ],
  ];
  for (const [path, before, after] of lines) {
    it(`has a line ignored in ${path}: ${JSON.stringify(before)}`, () => {
      assert.equal(fixing(path, before).after('Ignore this line'), after);
      assert.deepEqual(saysOf(path, after), { links: [], problems: [] });
    });
  }

  it('leaves the other annotations alone', () => {
    const before = `// @segur SC.SSI/IE.35\n// ${annotated}\n// @segur SC.SSI/IE.36\nf();\n`;
    const after = fixing('a.ts', before).after('Ignore this line');
    assert.equal(saysOf('a.ts', after).links.length, 2);
  });

  it('has a file ignored behind its first line where that must stay first', () => {
    const script = fixing('a.sh', `#!/bin/sh\n# ${annotated}\n`).after('Ignore this file');
    assert.equal(script, '#!/bin/sh\n# @segur:ignore-file\n# @segur SC.SSI/XX.1\n');
    const page = fixing('a.php', `<?php\n// ${annotated}\n`).after('Ignore this file');
    assert.equal(page, '<?php\n// @segur:ignore-file\n// @segur SC.SSI/XX.1\n');
  });
});

describe('what a requirement lacks', () => {
  it('is a proof to declare', () => {
    const { fixes } = fixing('a.ts', '// @segur SC.SSI/GEN│.18\nf();\n');
    assert.ok(fixes.some(({ task }) => task?.kind === 'add-proof' && task.id === 'SC.SSI/GEN.18'));
  });

  it('can be decided, unless it is met', () => {
    const open = fixing('a.ts', '// @segur todo SC.SSI/IE│.36\nf();\n').titles;
    assert.ok(
      open.includes('Declare SC.SSI/IE.36 not applicable…') && open.includes('Accept the gap of SC.SSI/IE.36…'),
    );
    const met = fixing('a.ts', '// @segur SC.SSI/IE│.36\nf();\n').titles;
    assert.ok(!met.some((title) => /Declare|Accept/u.test(title)));
  });

  it('costs nothing where no annotation is', () => {
    assert.deepEqual(fixing('a.ts', '// @segur SC.SSI/IE.36\nf();│\n').fixes, []);
  });
});
