import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import { checkCounts, countsOfLinks } from '../exactness';
import { generateTree, treeFolder, type TreeManifest, type TreeOptions } from '../generateTree';
import { inRounds, peakMemory, run } from '../runs';
import { bareNode, commandFile, probeScan, RIPGREP_ARGS, ripgrep, say, segurTrace, type Setting } from '../setting';
import { pairedRatio } from '../statistics';
import type { Row } from '../table';
import { EDITED } from './live';

/** Beyond this leasot is stopped. In seconds. */
const LEASOT_TIME = 60;
const COLD_INDEX = { most: 1.5, of: 'ripgrep' } as const;

/** The tree of (a). */
export function largeTree({ quick }: Setting): TreeOptions {
  const size = quick ? 5000 : 50_000;
  return { files: size, annotations: size, seed: 1 };
}

/** (a) Many files in twelve languages. What is found must be what was generated, file by file. */
export async function treePart(setting: Setting): Promise<readonly Row[]> {
  const options = largeTree(setting);
  const folder = treeFolder(options);
  say(`(a) ${options.files} files, ${options.annotations} annotations: ${folder}`);
  const manifest = checkedTree(folder, options);
  const found = inRounds(setting.rounds, {
    node: bareNode,
    index: () => probeScan(folder).milliseconds,
    links: () => segurTrace('links', '--format', 'json', folder).wall,
    status: () => segurTrace('status', folder).wall,
    ripgrep: () => ripgrep(folder).wall,
  });
  const leasot = runLeasot(folder, manifest);
  const memory = {
    links: await peakMemory(process.execPath, [commandFile, 'links', '--format', 'json', folder]),
    status: await peakMemory(process.execPath, [commandFile, 'status', folder]),
    ripgrep: await peakMemory(rgPath, [...RIPGREP_ARGS, folder]),
  };
  const files = options.files.toLocaleString('en');
  const fichiers = options.files.toLocaleString('fr');
  return [
    {
      what: {
        en: `(a) ${files} files, ${files} annotations, 12 languages: the index, after Node’s start`,
        fr: `(a) ${fichiers} fichiers, ${fichiers} annotations, 12 langages : l’index, une fois Node démarré`,
      },
      values: found.index,
      headline: true,
      ratio: pairedRatio(found.index, found.ripgrep),
      aim: COLD_INDEX,
    },
    {
      what: { en: '(a) all of `links --format json`', fr: '(a) tout `links --format json`' },
      values: found.links,
      ratio: pairedRatio(found.links, found.ripgrep),
      aim: COLD_INDEX,
    },
    {
      what: { en: '(a) all of `status`', fr: '(a) tout `status`' },
      values: found.status,
      headline: true,
      ratio: pairedRatio(found.status, found.ripgrep),
      aim: COLD_INDEX,
    },
    {
      what: { en: '(a) ripgrep, `rg -n @segur`', fr: '(a) ripgrep, `rg -n @segur`' },
      values: found.ripgrep,
      headline: true,
    },
    {
      what: {
        en: 'Start of Node, part of each command: `node -e 0`',
        fr: 'Démarrage de Node, dans chaque commande : `node -e 0`',
      },
      values: found.node,
    },
    leasot,
    {
      what: {
        en: '(a) peak of resident memory, `links --format json`',
        fr: '(a) pic de mémoire résidente, `links --format json`',
      },
      values: [memory.links],
      unit: 'MB',
      aim: { most: 200 },
    },
    {
      what: { en: '(a) peak of resident memory, `status`', fr: '(a) pic de mémoire résidente, `status`' },
      values: [memory.status],
      headline: true,
      unit: 'MB',
      aim: { most: 200 },
    },
    {
      what: { en: '(a) peak of resident memory, ripgrep', fr: '(a) pic de mémoire résidente, ripgrep' },
      values: [memory.ripgrep],
      unit: 'MB',
    },
  ];
}

/** A tree in which the scan and the whole command find just what was generated. */
export function checkedTree(folder: string, options: TreeOptions): TreeManifest {
  const manifest = generateTree(folder, options);
  // What a measurement of edits leaves behind when it is stopped half way.
  rmSync(join(folder, EDITED), { force: true });
  checkCounts('the scan', manifest, probeScan(folder).counts);
  checkCounts('links', manifest, countsOfLinks(segurTrace('links', '--format', 'json', folder).stdout));
  return manifest;
}

interface LeasotRun {
  readonly found: number;
  readonly files: number;
}

/** leasot takes a list of files, so it is spared the walk and its rules; it runs once, since it takes long. */
function runLeasot(folder: string, { texts, annotations }: TreeManifest): Row {
  const list = `${folder}.list`;
  writeFileSync(list, texts.map((file) => join(folder, file)).join('\n'));
  const probe = join(__dirname, '..', 'probes', 'leasot.mjs');
  const { wall, stdout } = run(process.execPath, [probe, list, String(LEASOT_TIME)]);
  const { found, files } = JSON.parse(stdout) as LeasotRun;
  const stopped = files < texts.length;
  return {
    what: { en: '(a) leasot over the list of files', fr: '(a) leasot sur la liste des fichiers' },
    values: [wall],
    note: stopped
      ? {
          en: `stopped after ${files} of ${texts.length} files; ${found} annotations`,
          fr: `arrêté après ${files} fichiers sur ${texts.length} ; ${found} annotations`,
        }
      : {
          en: `finds ${found} of ${annotations} annotations`,
          fr: `trouve ${found} annotations sur ${annotations}`,
        },
  };
}
