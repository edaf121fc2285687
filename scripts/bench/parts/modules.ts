import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../host/paths';
import { inRounds, run } from '../runs';
import { probeScan, ripgrep, say, scanProbe, type Setting } from '../setting';
import { pairedRatio } from '../statistics';
import type { Row } from '../table';

const AIM = { most: 1.5, of: 'ripgrep' } as const;

/** (b) Dependencies, with no rules on either side; nearly no file holds the marker. No command does that, so a probe calls the scan. */
export function modulesPart({ rounds }: Setting): readonly Row[] {
  const folder = realpathSync(join(root, 'node_modules'));
  const { files, bytes } = probeScan(folder, '--all').stats;
  say(`(b) node_modules without rules: ${files} files, ${Math.round(bytes / 1e6)} MB`);
  const found = inRounds(rounds, {
    index: () => probeScan(folder, '--all').milliseconds,
    whole: () => run(process.execPath, scanProbe(folder, '--all')).wall,
    ripgrep: () => ripgrep('-uuu', folder).wall,
  });
  const size = { en: files.toLocaleString('en'), fr: files.toLocaleString('fr') };
  const megabytes = Math.round(bytes / 1e6);
  return [
    {
      what: {
        en: `(b) \`node_modules\` without rules, ${size.en} files, ${megabytes} MB: the index, after Node’s start`,
        fr: `(b) \`node_modules\` sans règles, ${size.fr} fichiers, ${megabytes} Mo : l’index, une fois Node démarré`,
      },
      values: found.index,
      ratio: pairedRatio(found.index, found.ripgrep),
      aim: AIM,
    },
    {
      what: { en: '(b) with the start of Node', fr: '(b) avec le démarrage de Node' },
      values: found.whole,
      ratio: pairedRatio(found.whole, found.ripgrep),
      aim: AIM,
    },
    { what: { en: '(b) ripgrep, `rg -uuu -n @segur`', fr: '(b) ripgrep, `rg -uuu -n @segur`' }, values: found.ripgrep },
  ];
}
