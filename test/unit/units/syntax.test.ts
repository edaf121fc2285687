import { strict as assert } from 'node:assert';
import { fixtures, notesOf, type Fixture } from './fixtures';
import { shownUnits } from './parsers';

async function described(fixture: Fixture, text: string): Promise<string[]> {
  const units = await shownUnits(fixture.path, text, 'syntax');
  const notes = notesOf(fixture);
  return units.map((unit, i) => `${notes[i] ?? '?'} => ${unit}`);
}

// @segur ST.ANN.06
describe('code units by syntax', () => {
  for (const fixture of fixtures) {
    it(`names what each annotation of ${fixture.path} speaks of`, async () => {
      assert.deepEqual(await described(fixture, fixture.text), fixture.expected);
    });

    it(`does so whatever the line ends and the characters of ${fixture.path}`, async () => {
      const text = fixture.text.replaceAll('@segur A-1 - ', '@segur A-1 - 😀é𝕏 ').replaceAll('\n', '\r\n');
      assert.deepEqual(await described(fixture, text), fixture.expected);
    });
  }

  it('passes over the parts of a page that are data, and reads its modules', async () => {
    const page =
      '<script type="application/json">\n{ "a": 1 } \n</script>\n<script type="module">\n// @segur A-1\nexport const a = () => {\n};\n</script>\n';
    assert.deepEqual(await shownUnits('a.html', page, 'syntax'), ['function a 6-7']);
  });

  it('takes the look of the lines where blocks are too deep to be a program’s', async () => {
    const text = `// @segur A-1\nfunction f() {\n${'{'.repeat(3000)}\n// @segur A-2\ng();\n${'}'.repeat(3000)}\n}\n`;
    assert.deepEqual(await shownUnits('a.ts', text, 'syntax'), ['function f 2-7', 'function f 2-7']);
  });
});
