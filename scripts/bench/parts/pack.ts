import {
  mkdirSync,
  openSync,
  writeSync,
  closeSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  mkdtempSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '../random';
import { inRounds, peakMemory, run } from '../runs';
import { commandFile, say, segurTrace, type Setting } from '../setting';
import { pairedRatio } from '../statistics';
import type { Row } from '../table';

const MEGABYTE = 1_000_000;
const ROUNDS = 3;
/** Of a proof, in bytes. */
const PROOF = 2 * MEGABYTE;
const ZIP = '`zip -0`';
const COPY = '`cp`';
const TEST = '`unzip -t`';

/**
 * The evidence pack of 1,000 proofs and 2 GB, beside `zip -0` over the same files, which neither hashes nor writes a matrix. Whatever writes is
 * waited for until its bytes are on the disk: the pack itself does not end before.
 */
export async function packPart({ quick }: Setting): Promise<readonly Row[]> {
  const count = quick ? 100 : 1000;
  const folder = mkdtempSync(join(tmpdir(), 'segur-trace-bench-pack-'));
  const made = join(folder, 'dossier');
  const few = join(folder, 'few');
  const out = (name: string): string => join(folder, `${name}.zip`);
  try {
    say(`${count} proofs of ${PROOF / MEGABYTE} MB each: ${made}`);
    makeDossier(made, count);
    makeDossier(few, count / 5);
    const fresh = (name: string): string => {
      rmSync(out(name), { recursive: true, force: true });
      return out(name);
    };
    const found = inRounds(quick ? 1 : ROUNDS, {
      pack: () => segurTrace('pack', made, '--out', fresh('pack')).wall,
      zip: () => run('zip', ['-0', '-q', '-r', fresh('zip'), made]).wall + onDisk(out('zip')),
      copy: () => run('cp', ['-r', made, fresh('copy')]).wall + allOnDisk(out('copy')),
      verify: () => segurTrace('verify', out('pack')).wall,
      test: () => run('unzip', ['-tqq', out('pack')]).wall,
    });
    checkSize(out('pack'), count * PROOF);
    const peak = (from: string): Promise<number> =>
      peakMemory(process.execPath, [commandFile, 'pack', from, '--out', fresh('pack')]);
    return rows(count, found, { all: await peak(made), few: await peak(few) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Found = Readonly<Record<'pack' | 'zip' | 'copy' | 'verify' | 'test', readonly number[]>>;

function rows(count: number, found: Found, peaks: { readonly all: number; readonly few: number }): readonly Row[] {
  const bytes = count * PROOF;
  const size = { en: `${bytes / 1e9} GB`, fr: `${String(bytes / 1e9).replace('.', ',')} Go` };
  const number = { en: count.toLocaleString('en'), fr: count.toLocaleString('fr') };
  return [
    {
      what: {
        en: `The evidence pack of ${number.en} proofs, ${size.en}: all of \`pack\`, which hashes them`,
        fr: `Le dossier de preuves de ${number.fr} preuves, ${size.fr} : tout \`pack\`, empreintes comprises`,
      },
      values: found.pack,
      ratio: pairedRatio(found.pack, found.zip),
      peer: ZIP,
      note: { en: `${found.pack.length} rounds`, fr: `${found.pack.length} tours` },
      aim: { most: 1.5, of: ZIP },
    },
    {
      what: { en: `The same files: ${ZIP}, which hashes nothing`, fr: `Les mêmes fichiers : ${ZIP}, sans empreintes` },
      values: found.zip,
    },
    {
      what: {
        en: `The same files: ${COPY}, as the disk’s speed`,
        fr: `Les mêmes fichiers : ${COPY}, soit la vitesse du disque`,
      },
      values: found.copy,
      ratio: pairedRatio(found.copy, found.zip),
      peer: ZIP,
    },
    {
      what: {
        en: 'That pack checked: all of `verify`, by SHA-256',
        fr: 'Ce dossier vérifié : tout `verify`, par SHA-256',
      },
      values: found.verify,
      ratio: pairedRatio(found.verify, found.test),
      peer: TEST,
      aim: { most: 1.5, of: TEST },
    },
    {
      what: { en: `The same: ${TEST}, by CRC-32 alone`, fr: `Le même : ${TEST}, par CRC-32 seulement` },
      values: found.test,
    },
    {
      what: { en: 'Peak of resident memory, that `pack`', fr: 'Pic de mémoire résidente, ce `pack`' },
      values: [peaks.all],
      unit: 'MB',
      aim: { most: 200 },
    },
    {
      what: { en: 'The same, of a fifth of the proofs', fr: 'Le même, pour un cinquième des preuves' },
      values: [peaks.few],
      unit: 'MB',
    },
  ];
}

/** The same of all files below a folder. */
function allOnDisk(folder: string): number {
  const names = readdirSync(join(folder, 'preuves'));
  return run(
    'sync',
    names.map((name) => join(folder, 'preuves', name)),
  ).wall;
}

/** Until the bytes of a file are on the disk. @returns milliseconds */
function onDisk(file: string): number {
  return run('sync', [file]).wall;
}

function checkSize(file: string, least: number): void {
  const { size } = statSync(file);
  if (size < least) {
    throw new Error(`${file} has ${size} bytes, where the proofs alone have ${least}`);
  }
}

/** One requirement for each proof, in a chapter of fifty. */
function makeDossier(root: string, count: number): void {
  mkdirSync(join(root, 'preuves'), { recursive: true });
  const random = new SeededRandom(1);
  const noise = Buffer.alloc(PROOF);
  for (let at = 0; at < PROOF; at += 4) {
    noise.writeUInt32LE(random.below(0x1_0000_0000), at);
  }
  const numbers = Array.from({ length: count }, (_, n) => n);
  for (const n of numbers) {
    noise.writeUInt32LE(n, 0);
    const file = openSync(join(root, 'preuves', `capture-${n}.png`), 'w');
    writeSync(file, noise);
    closeSync(file);
  }
  const requirements = numbers.map(
    (n) => `  - { id: REQ-${n}, title: Requirement ${n}, chapter: Chapter ${n % 50}, needs: [proof] }\n`,
  );
  writeFileSync(
    join(root, 'requirements.yaml'),
    `version: 1\ncatalog: { id: bench, title: Benchmark, edition: '1' }\nrequirements:\n${requirements.join('')}`,
  );
  const proofs = numbers.map(
    (n) => `  - { for: REQ-${n}, kind: capture, files: preuves/capture-${n}.png, date: 2026-09-01 }\n`,
  );
  writeFileSync(
    join(root, 'segur.yaml'),
    `version: 1\nproduct: { name: Benchmark, version: '1' }\ncatalogs: [requirements.yaml]\nproofs:\n${proofs.join('')}`,
  );
}
