import { join } from 'node:path';
import { generateTree, treeFolder } from '../generateTree';
import { run } from '../runs';
import { catalogsFile, probeFolder, say, type Setting } from '../setting';
import type { Answers } from '../probes/ask';
import type { Row, Words } from '../table';
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
  const { updates, keystrokes, small, large } = JSON.parse(stdout) as {
    readonly updates: readonly number[];
    readonly keystrokes: readonly number[];
    readonly small: Answers;
    readonly large: Answers;
  };
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
      headline: true,
      many: true,
      aim: { most: 2 },
    },
    ...answerRows(small, { en: 'a file of 10 annotations in (a)', fr: 'un fichier de 10 annotations dans (a)' }),
    ...answerRows(large, { en: 'a file of 3,000 annotations in (a)', fr: 'un fichier de 3 000 annotations dans (a)' }),
  ];
}

/** What an editor may wait for an answer. In milliseconds. */
const ANSWER = { most: 20 };

function answerRows({ hovers, completions, diagnoses }: Answers, file: Words): Row[] {
  const rows: readonly (readonly [what: Words, values: readonly number[]])[] = [
    [{ en: 'A hover in', fr: 'Un survol dans' }, hovers],
    [
      { en: 'A list of suggestions for an id in', fr: 'Une liste de suggestions pour un identifiant dans' },
      completions,
    ],
    [
      {
        en: 'From a letter typed in an id to the words of all problems of',
        fr: 'D’une lettre tapée dans un identifiant aux mots de tous les problèmes, dans',
      },
      diagnoses,
    ],
  ];
  return rows.map(([what, values]) => ({
    what: { en: `${what.en} ${file.en}`, fr: `${what.fr} ${file.fr}` },
    values,
    many: true,
    aim: ANSWER,
  }));
}
