/* What the default keys of the extension take from VS Code's own, or lose to them, on the platform that VS Code takes this one for. */
import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';

export interface Binding {
  readonly key: string;
  readonly command: string;
}

type OwnBinding = Binding & { readonly mac: string };

/** VS Code's own list of all default keys, those of its built-in extensions and ours included. */
export async function defaultKeys(): Promise<Binding[]> {
  const list = vscode.Uri.from({ scheme: 'vscode', authority: 'defaultsettings', path: '/keybindings.json' });
  return parse((await vscode.workspace.openTextDocument(list)).getText()) as Binding[];
}

/** Throws where a key of ours is not in the list, or clashes with another one of it. */
export function assertNoClash(all: readonly Binding[], platform: 'mac' | 'other'): void {
  assert.ok(all.length > 800, `${all.length} keys`);
  const theirs = all.filter(({ command }) => !command.startsWith('segur.'));
  const ours = ownKeys();
  assert.ok(ours.length > 0);
  for (const { key, mac, command } of ours) {
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
}

function ownKeys(): readonly OwnBinding[] {
  const manifest = vscode.extensions.getExtension('segur-trace.segur-trace')?.packageJSON as {
    readonly contributes: { readonly keybindings: readonly OwnBinding[] };
  };
  return manifest.contributes.keybindings;
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
    if (starts(own, key) || !starts(key, own)) {
      return starts(own, key);
    }
    // Ctrl+K alone, in a terminal say, is out of the way of VS Code's own chords: it is out of the way of ours too, in an editor.
    return !theirs.some((other) => other.key !== key && starts(key, other.key));
  });
}
