import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { AA_TEXT, contrast } from '../../support/contrast';

type Kind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

/** Grounds of the editor and of the side bar in the themes that VS Code brings, where they differ. */
const grounds: Readonly<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  dark: {
    'Dark 2026': ['#121314', '#191a1b'],
    'Dark Modern': ['#1f1f1f', '#181818'],
    'Dark+': ['#1e1e1e', '#252526'],
    Abyss: ['#000c18', '#060621'],
    'Kimbie Dark': ['#221a0f', '#362712'],
    Monokai: ['#272822', '#1e1f1c'],
    'Monokai Dimmed': ['#1e1e1e', '#272727'],
    Red: ['#390000', '#330000'],
    'Solarized Dark': ['#002b36', '#00212b'],
    'Tomorrow Night Blue': ['#002451', '#001c40'],
  },
  light: {
    'Light 2026': ['#ffffff', '#fafafd'],
    'Light Modern': ['#ffffff', '#f8f8f8'],
    'Light+': ['#ffffff', '#f3f3f3'],
    'Quiet Light': ['#f5f5f5', '#f2f2f2'],
    'Solarized Light': ['#fdf6e3', '#eee8d5'],
  },
  highContrast: { 'Dark High Contrast': ['#000000'] },
  highContrastLight: { 'Light High Contrast': ['#ffffff'] },
};

/** Themes choose these for text on the editor’s ground themselves; `test/ui/colors.test.ts` looks at what they choose. */
const OF_TEXT = new Set(['editor.foreground', 'textLink.foreground']);

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<Kind, string>> }[];
  };
}
const { colors } = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest).contributes;
const kinds = Object.keys(grounds) as Kind[];

// @segur ST.EDT.06
describe('the colours that the extension brings', () => {
  it('reckons contrast as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#777777'), 1);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
    // Half of black on white is the grey in the middle.
    assert.equal(contrast('rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)'), contrast('rgb(127.5, 127.5, 127.5)', '#ffffff'));
  });

  for (const { id, defaults } of colors) {
    it(`${id} can be read as text in every theme`, () => {
      for (const kind of kinds) {
        const color = defaults[kind];
        if (OF_TEXT.has(color)) {
          continue;
        }
        for (const [theme, own] of Object.entries(grounds[kind])) {
          for (const ground of own) {
            const found = contrast(color, ground);
            assert.ok(found >= AA_TEXT, `${color} on ${ground} of ${theme}: ${found.toFixed(2)}`);
          }
        }
      }
    });
  }

  it('are told apart where they tell states apart', () => {
    const states = colors.filter(({ id }) => !id.includes('annotation'));
    for (const kind of kinds) {
      const used = states.map(({ defaults }) => defaults[kind]);
      assert.equal(new Set(used).size, states.length, `${kind}: ${used.join(' ')}`);
    }
  });
});
