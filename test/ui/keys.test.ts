import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { root } from '../../scripts/host/paths';
import { eventually, openWindow } from './workbench';

interface Binding {
  readonly key: string;
  readonly command: string;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly keybindings: readonly { key: string; mac: string; command: string }[] };
};

/** VS Code's own list of all default keys on a platform, those of its built-in extensions and ours included. */
async function defaultKeys(platform: 'linux' | 'mac' | 'windows'): Promise<Binding[]> {
  const window = await openWindow({ platform });
  try {
    await window.runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
    const line = window.page.locator('.view-line', { hasText: '"command"' }).first();
    await line.waitFor();
    await window.page.evaluate(() => navigator.clipboard.writeText(''));
    const text = await eventually(async () => {
      await line.click();
      // VS Code selects, by the keys of the platform that it takes this one for; the browser copies, by those that it really has.
      await window.page.keyboard.press(platform === 'mac' ? 'Meta+a' : 'Control+a');
      await window.page.keyboard.press('ControlOrMeta+c');
      const copied = await window.clipboard();
      assert.ok(copied.includes('segur.nextGap'), 'the list is not whole');
      return copied;
    });
    return parse(text) as Binding[];
  } finally {
    await window.close();
  }
}

/** `shift+ctrl+f8` and `ctrl+shift+f8` are one. */
function chords(key: string): string[] {
  return key.split(' ').map((chord) => chord.split('+').sort().join('+'));
}

function starts(shorter: string, longer: string): boolean {
  const [some, all] = [chords(shorter), chords(longer)];
  return some.length <= all.length && some.every((chord, index) => chord === all[index]);
}

/** Of these bindings, those that a key of ours takes something from, or that take it from ours. */
function clashing(own: string, theirs: readonly Binding[]): Binding[] {
  return theirs.filter(({ key }) => {
    if (starts(own, key)) {
      return true;
    }
    // Ctrl+K alone, in a terminal say, is out of the way of VS Code's own chords: it is out of the way of ours too, in an editor.
    const isWithChords = theirs.some((other) => other.key !== key && starts(key, other.key));
    return starts(key, own) && !isWithChords;
  });
}

describe('the default keys', function () {
  // The list has thousands of lines, which a busy machine is slow to draw and to copy.
  this.timeout(300_000);
  for (const platform of ['linux', 'mac', 'windows'] as const) {
    it(`clash with none of VS Code’s on ${platform}`, async () => {
      const all = await defaultKeys(platform);
      assert.ok(all.length > 800, `${all.length} keys`);
      const theirs = all.filter(({ command }) => !command.startsWith('segur.'));
      for (const { key, mac, command } of manifest.contributes.keybindings) {
        const own = platform === 'mac' ? mac : key;
        assert.ok(
          all.some((binding) => binding.command === command && starts(binding.key, own)),
          `${own} of ${command} is not there`,
        );
        assert.deepEqual(
          clashing(own, theirs).map((binding) => `${binding.key}: ${binding.command}`),
          [],
          own,
        );
      }
    });
  }
});
