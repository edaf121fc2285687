import { join } from 'node:path';
import { generateTree, treeFolder } from '../generateTree';
import { run } from '../runs';
import { catalogsFile, probeFolder, say, type Setting } from '../setting';
import type { Row } from '../table';
import { largeTree } from './tree';

/** Written into the tree of (a), and taken out of it again. */
export const EDITED = 'edited-by-the-benchmark.ts';

/** What an edit and a question of the editor cost in the folder of (a), wired as in the editor but for VS Code itself. */
export function livePart(setting: Setting): readonly Row[] {
  say('single edits in the folder of (a)');
  const options = largeTree(setting);
  const folder = treeFolder(options);
  generateTree(folder, options);
  const { stdout } = run(process.execPath, [join(probeFolder, 'live.js'), folder, catalogsFile, EDITED]);
  const { updates, keystrokes, hovers, completions } = JSON.parse(stdout) as Record<
    'updates' | 'keystrokes' | 'hovers' | 'completions',
    number[]
  >;
  return [
    {
      what: {
        en: 'A file of (a) changed on disk, until the folder’s problems are known',
        fr: 'Un fichier de (a) modifié sur le disque, jusqu’aux problèmes du dossier',
      },
      values: updates,
      many: true,
      aim: { most: 5 },
    },
    {
      what: {
        en: 'A keystroke in an annotated file of 5,000 lines in (a), until the folder’s problems are known',
        fr: 'Une frappe dans un fichier annoté de 5 000 lignes dans (a), jusqu’aux problèmes du dossier',
      },
      values: keystrokes,
      many: true,
      aim: { most: 2 },
    },
    {
      what: {
        en: 'A hover in a file of 3,000 annotations in (a)',
        fr: 'Un survol dans un fichier de 3 000 annotations dans (a)',
      },
      values: hovers,
      many: true,
      aim: { most: 20 },
    },
    {
      what: {
        en: 'A list of suggestions for an id in that file',
        fr: 'Une liste de suggestions pour un identifiant dans ce fichier',
      },
      values: completions,
      many: true,
      aim: { most: 20 },
    },
  ];
}
