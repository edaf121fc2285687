import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readNotebook } from '../../../src/annotations/notebookCells';
import { idsIn, read } from './read';

interface Cell {
  readonly cell_type?: string;
  readonly source: string | readonly string[];
  readonly metadata?: unknown;
}

function notebook(cells: readonly Cell[], metadata: unknown = {}): string {
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

/** Where each id stands in the file, found without the reader: ids hold nothing that JSON escapes. */
function placesOf(file: string): string[] {
  return [...file.matchAll(/[YN]-\d+/gu)].map((match) => {
    const before = file.slice(0, match.index);
    return `${match[0]} ${before.split('\n').length - 1}:${match.index - before.lastIndexOf('\n') - 1}`;
  });
}

function foundIn(file: string): string[] {
  return read(file, 'jupyter').annotations.flatMap(({ ids }) =>
    ids.map(({ raw, range }) => `${raw} ${range.start.line}:${range.start.character}`),
  );
}

// @segur ST.ANN.05
describe('notebooks', () => {
  it('have their cells read in their languages, with places in the file', () => {
    const file = notebook(
      [
        { cell_type: 'markdown', source: ['# Title\n', '\n', '- @segur Y-1\n'] },
        { cell_type: 'code', source: ['x = "\\té"  # @segur Y-2, Y-3 — « note »\n', 'y = 1\n'] },
        { cell_type: 'code', source: 'def f():\n    """\n    @segur Y-4\n    """\n' },
        { cell_type: 'code', source: ['%%bash\n', 'ls # @segur Y-5\n'] },
        { cell_type: 'code', source: ['%%javascript\n', 'a() // @segur Y-6\n'] },
        { cell_type: 'raw', source: ['@segur Y-7'] },
      ],
      { kernelspec: { language: 'python' } },
    );
    assert.deepEqual(foundIn(file), placesOf(file));
  });

  it('link nothing that is no comment of a cell', () => {
    const file = notebook([
      { cell_type: 'code', source: ['x = "# @segur N-1"\n', "y = '''\n", '# @segur N-2\n', "'''\n"] },
      { cell_type: 'markdown', source: ['`@segur N-3`\n', '```\n', '@segur N-4\n', '```\n'] },
    ]).replace('"nbformat"', '"note": "# @segur N-5",\n "nbformat"');
    assert.deepEqual(foundIn(file), []);
  });

  it('are read in the language of their kernel, or of the cell', () => {
    const r = [{ cell_type: 'code', source: ['x // @segur N-1\n', '# @segur Y-1\n'] }];
    assert.deepEqual(idsIn(notebook(r, { language_info: { name: 'R' } }), 'jupyter'), ['Y-1']);
    const js = [{ cell_type: 'code', source: ['x // @segur Y-1\n', 'y #a @segur N-1\n'] }];
    assert.deepEqual(idsIn(notebook(js, { kernelspec: { language: 'typescript' } }), 'jupyter'), ['Y-1']);
    const own = [{ ...js[0]!, metadata: { vscode: { languageId: 'csharp' } } }];
    assert.deepEqual(idsIn(notebook(own), 'jupyter'), ['Y-1']);
  });

  it('are read as Python where the name of a language is one of no language', () => {
    for (const name of ['constructor', '__proto__', 'nothing of the kind']) {
      const cells = [{ cell_type: 'code', source: [`%%${name}\n`, '# @segur Y-1\n'] }];
      assert.deepEqual(idsIn(notebook(cells, { language_info: { name } }), 'jupyter'), ['Y-1'], name);
    }
  });

  it('name the cell, and the line of code', () => {
    const file = notebook([
      { cell_type: 'markdown', source: ['text'] },
      { cell_type: 'code', source: ['# @segur Y-1\n', 'def f(x):\n', '    return x\n'] },
    ]);
    const [annotation] = read(file, 'jupyter').annotations;
    const lines = file.split('\n');
    assert.equal(annotation?.unit?.name, 'cell 2');
    assert.equal(annotation.snippet, 'def f(x):');
    assert.ok(lines[annotation.anchor]?.includes('def f(x):'));
    assert.ok(lines[annotation.unit.startLine]?.includes('@segur'));
    assert.ok(lines[annotation.unit.endLine]?.includes('return x'));
  });

  it('know the ends of what was found behind escapes', () => {
    const file = notebook([{ source: ['x = 1 # "é\\n" @segur implements Y-1 — a "note"\n'], cell_type: 'code' }]);
    const [annotation] = read(file, 'jupyter').annotations;
    assert.ok(annotation);
    const line = file.split('\n')[annotation.range.start.line] ?? '';
    const textOf = ({ start, end }: { start: { character: number }; end: { character: number } }): string =>
      line.slice(start.character, end.character);
    assert.equal(textOf(annotation.markerRange), '@segur');
    assert.equal(textOf(annotation.range), '@segur implements Y-1 — a \\"note\\"');
    assert.equal(annotation.note, 'a "note"');
  });

  it('are ignored as a whole where one cell says so in a comment', () => {
    const cells = [
      { cell_type: 'code', source: ['# @segur A-1'] },
      { cell_type: 'code', source: ['# @segur:ignore-file'] },
    ];
    assert.deepEqual(idsIn(notebook(cells), 'jupyter'), []);
    const quoted = [cells[0]!, { cell_type: 'code', source: ['x = "# @segur:ignore-file"'] }];
    assert.deepEqual(idsIn(notebook(quoted), 'jupyter'), ['A-1']);
  });

  it('of version 3 are read too', () => {
    const file = JSON.stringify({ worksheets: [{ cells: [{ cell_type: 'code', input: ['# @segur Y-1\n'] }] }] });
    assert.deepEqual(foundIn(file), placesOf(file));
  });

  it('say the same of a cell as a JSON parser', () => {
    const source = fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', 'é', '😀', '\t', '\u0000') }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(source, { maxLength: 5 }), fc.nat(3), (sources, indent) => {
        const file = JSON.stringify(
          { cells: sources.map((lines) => ({ cell_type: 'code', source: lines })) },
          null,
          indent,
        );
        const { cells } = readNotebook(file);
        assert.deepEqual(
          cells.map((cell) => cell.source.text),
          sources.map((lines) => lines.join('')),
        );
        for (const { source: mapped } of cells) {
          for (let at = 0; at < mapped.text.length; at++) {
            const raw = file.slice(mapped.startInFile(at), mapped.endInFile(at + 1));
            assert.equal(JSON.parse(`"${raw}"`), mapped.text.charAt(at));
          }
        }
      }),
    );
  });

  it('may be broken, deep or huge', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      '\\u12',
      '"cells"',
      '"source"',
      '# @segur A-1',
      '\n',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void read(pieces.join(''), 'jupyter')));
    read(`${'['.repeat(1e6)}"@segur A-1"`, 'jupyter');
    read(`${'{"cells":['.repeat(1e5)}"@segur A-1"`, 'jupyter');
    const cell = { cell_type: 'code', source: ['# @segur Y-1\n', 'x\n'] };
    const cut = notebook(Array.from({ length: 2000 }, () => cell)).slice(0, -100);
    assert.ok(idsIn(cut, 'jupyter').length >= 1999);
  });
});
