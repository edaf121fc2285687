import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peakMemory, inRounds } from '../runs';
import { commandFile, probeScan, ripgrep, say, segurTrace, type Setting } from '../setting';
import { pairedRatio } from '../statistics';
import type { Row } from '../table';

const LINE = 'const line = "some text of no interest, as in a file that a tool made";\n';
const LAST = '// @segur SC.SSI/GEN.18\n';
const MEGABYTES = 100;

/** (c) Longer texts than 20 MB are searched for the marker, and passed over with a note when they hold it: nothing in them is a link. */
export async function hugePart({ rounds }: Setting): Promise<readonly Row[]> {
  const folder = join(tmpdir(), 'segur-trace-bench-huge');
  say(`(c) a file of ${MEGABYTES} MB: ${folder}`);
  makeHuge(folder);
  const { links, problems } = JSON.parse(segurTrace('links', '--format', 'json', folder).stdout) as {
    links: readonly unknown[];
    problems: readonly { code: string }[];
  };
  const codes = problems.map(({ code }) => code).join(', ');
  if (links.length > 0 || codes !== 'file.too-large') {
    throw new Error(`a file of 100 MB is no longer passed over with a note: ${links.length} links, problems: ${codes}`);
  }
  const found = inRounds(rounds, {
    index: () => probeScan(folder).milliseconds,
    links: () => segurTrace('links', '--format', 'json', folder).wall,
    ripgrep: () => ripgrep(folder).wall,
  });
  return [
    {
      what: {
        en: '(c) one file of 100 MB: the scan searches it and passes it over with a note, since texts above 20 MB are not read',
        fr: '(c) un fichier de 100 Mo : la lecture y cherche le marqueur et le passe avec une note, car au-delà de 20 Mo un texte n’est pas lu',
      },
      values: found.index,
      ratio: pairedRatio(found.index, found.ripgrep),
    },
    {
      what: { en: '(c) all of `links --format json`', fr: '(c) tout `links --format json`' },
      values: found.links,
      ratio: pairedRatio(found.links, found.ripgrep),
    },
    { what: { en: '(c) ripgrep, which names the line', fr: '(c) ripgrep, qui donne la ligne' }, values: found.ripgrep },
    {
      what: {
        en: '(c) peak of resident memory, `links --format json`',
        fr: '(c) pic de mémoire résidente, `links --format json`',
      },
      values: [await peakMemory(process.execPath, [commandFile, 'links', '--format', 'json', folder])],
      unit: 'MB',
    },
  ];
}

function makeHuge(folder: string): void {
  const file = join(folder, 'huge.ts');
  const lines = Math.floor((MEGABYTES * 1e6) / LINE.length);
  if (existsSync(file) && statSync(file).size === lines * LINE.length + LAST.length) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, LINE.repeat(lines) + LAST);
}
