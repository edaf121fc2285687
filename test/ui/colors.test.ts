import assert from 'node:assert/strict';
import { ColorId, PartColor } from '../../src/vscode/ids';
import { AA_TEXT, contrast } from '../support/contrast';
import { eventually, openWindow, type Workbench } from './workbench';

/** As many themes as VS Code brought when this was written. */
const MOST_THEMES = 19;
const onText = new Set<string>(Object.values(PartColor));

// @segur ST.EDT.06
describe('the colours of the extension', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
  });
  after(() => window.close());

  it('can be read on the ground of editor and side bar in every theme of VS Code, as well as its own text at the least', async function () {
    this.timeout(240_000);
    const { keyboard } = window.page;
    // The list of themes shows each one as it is passed.
    await keyboard.press('ControlOrMeta+k');
    await keyboard.press('ControlOrMeta+t');
    await window.quickRows();
    lastTheme = (await currentLook()).theme;
    const seen = new Set<string>();
    const faint: string[] = [];
    for (let rows = 0; rows <= MOST_THEMES; rows++) {
      await keyboard.press('ArrowDown');
      const { theme, values } = await lookOfRow();
      if (theme !== undefined && !seen.has(theme)) {
        seen.add(theme);
        faint.push(...faintIn(theme, values));
      }
    }
    await keyboard.press('Escape');
    assert.deepEqual(faint, []);
    for (const kind of ['2026-dark', '2026-light', 'hc_black', 'hc_light', 'solarized-light', 'Red']) {
      assert.ok(
        [...seen].some((theme) => theme.includes(kind)),
        `${kind} is not among ${[...seen].join(', ')}`,
      );
    }
  });

  interface Look {
    /** Its file, as a class of the window tells it. `undefined` for the row that leads to more themes. */
    readonly theme: string | undefined;
    /** Of our colours and their grounds. */
    readonly values: Readonly<Record<string, string>>;
  }

  let lastTheme: string | undefined;

  /** Once the theme of the row in focus is on. */
  async function lookOfRow(): Promise<Look> {
    const focused = window.page.locator('.quick-input-list .monaco-list-row.focused');
    const label = (await focused.getAttribute('aria-label')) ?? '';
    const before = lastTheme;
    return eventually(async () => {
      const look = await currentLook();
      const isOther = look.theme !== undefined && look.theme !== before;
      assert.ok(isOther || label.includes('Browse'), `${label} does not come`);
      lastTheme = look.theme;
      return label.includes('Browse') ? { theme: undefined, values: {} } : look;
    });
  }

  function currentLook(): Promise<Look> {
    const names = [
      ...Object.values({ ...ColorId, ...PartColor }),
      'editor.background',
      'sideBar.background',
      'editor.foreground',
    ];
    return window.page
      .locator('.monaco-workbench')
      .first()
      .evaluate((element, colors) => {
        const style = getComputedStyle(element);
        return {
          theme: [...element.classList].find((name) => name.startsWith('vscode-theme-')),
          values: Object.fromEntries(
            colors.map((color) => [color, style.getPropertyValue(`--vscode-${color.replaceAll('.', '-')}`)]),
          ),
        };
      }, names);
  }

  function faintIn(theme: string, values: Look['values']): string[] {
    return Object.values({ ...ColorId, ...PartColor }).flatMap((color) =>
      // Parts of annotations never stand in the side bar.
      (onText.has(color) ? ['editor.background'] : ['editor.background', 'sideBar.background']).flatMap((ground) => {
        const on = (name: string): number => contrast(values[name] ?? '', values[ground] ?? '');
        const found = on(color);
        return found >= Math.min(AA_TEXT, on('editor.foreground'))
          ? []
          : [`${theme}: ${color} on ${ground} ${found.toFixed(2)}`];
      }),
    );
  }
});
