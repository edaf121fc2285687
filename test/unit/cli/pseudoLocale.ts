import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import bundle from '../../../l10n/bundle.l10n.fr.json';
import { builtCommand } from './builtCommand';

const root = join(__dirname, '../../..');

/** In the place of the French texts: each English template between marks. */
const marked: Plugin = {
  name: 'pseudo-locale',
  setup(on) {
    on.onLoad({ filter: /bundle\.l10n\.fr\.json$/ }, () => ({
      contents: JSON.stringify(Object.fromEntries(Object.keys(bundle).map((template) => [template, `⟦${template}⟧`]))),
      loader: 'json',
    }));
  },
};

/** The bundled command in a language of its own, `--lang fr`: all that goes through the translation stands between ⟦ and ⟧. */
export async function pseudoCommand(): Promise<{ readonly command: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'segur-pseudo-'));
  cpSync(dirname(dirname(builtCommand())), folder, { recursive: true });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a script of Node, without types
  const { builds } = require(join(root, 'esbuild.js')) as { builds: readonly BuildOptions[] };
  const own = builds.find(({ entryPoints }) => JSON.stringify(entryPoints).includes('"segur-trace"'));
  await build({
    ...own,
    absWorkingDir: root,
    outdir: join(folder, 'dist'),
    sourcemap: false,
    logLevel: 'silent',
    plugins: [...(own?.plugins ?? []), marked],
  });
  return {
    command: join(folder, 'dist', 'segur-trace.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What of a text stands outside of the marks. A mark that is cut off ends with its line. */
export function unmarked(text: string): string {
  let depth = 0;
  let rest = '';
  for (const character of text) {
    if (character === '⟦') {
      depth++;
    } else if (character === '⟧') {
      depth--;
      rest += ' ';
    } else if (depth === 0) {
      rest += character;
    }
  }
  return rest;
}
