import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { writePackManifest } from '../../../src/evidence/packManifest';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { checkPack } from '../../../src/workspace/packCheck.node';
import { isSound } from '../../../src/workspace/packCheckResult';
import { packFaultMessage } from '../../../src/workspace/packFault';
import { writeZip, type WrittenEntry } from '../../../src/workspace/zipWriter.node';
import { assertMessage, assertSame } from '../invariants';
import type { TextWords } from '../mutations';
import type { Reader, Sample } from '../reader';
import { mutateZipSample } from '../zipMutations';

const WORDS: TextWords = {
  words: ['"path": "', '"size": ', '"sha256": "', '"role": "proof"', '"files": [', '"version": 1', '"format": ', '../', '\\u0000', '{', '}', '[', ']', ',', '0', 'MANIFEST.json', 'constructor'],
  nesting: [['[', ']'], ['{"a":', '}']],
}; // prettier-ignore

function manifestOf(files: readonly WrittenEntry[]): string {
  return writePackManifest({
    format: 'segur-trace-evidence-pack',
    version: 1,
    tool: { name: 'segur-trace', version: '1.0.0' },
    product: { name: 'Produit' },
    profile: { profils: [] },
    catalogs: [],
    commit: null,
    files: files.map((file) => ({ ...file, role: 'proof' as const })),
    values: [],
    missing: [{ requirement: 'A.01', blocks: true, state: 'missing', gaps: ['code'] }],
  });
}

const contents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'two.zip': { 'a.txt': 'first', 'b/c.txt': 'second' },
  'none.zip': {},
  'accents.zip': { 'Chapitre é/GEN.18_capture.png': '\u0089PNG', 'Chapitre é/très long.md': 'x'.repeat(5000) },
  'many.zip': Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`d${at % 3}/f${at}.txt`, `${at}`.repeat(at)])),
};

let packs: Promise<readonly Sample[]> | undefined;
/** The bytes of each honest pack, by the fingerprint that is noted when it is made. */
const honest = new Map<string, string>();

async function made(): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const [name, files] of Object.entries(contents)) {
    const folder = mkdtempSync(join(tmpdir(), 'segur-fuzz-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, 'latin1');
    }
    const out = join(folder, 'pack.zip');
    const { entries } = await writeZip(new NodeFileSystem(folder), out, {
      entries: [
        { path: '00.html', content: '<p>page one</p>' },
        ...Object.keys(files).map((path) => ({ path, file: path })),
      ],
      last: (written) => ({ path: 'MANIFEST.json', content: manifestOf(written) }),
    });
    const bytes = readFileSync(out);
    honest.set(entries.at(-1)?.sha256 ?? '', digest(bytes));
    rmSync(folder, { recursive: true });
    samples.push({ name, bytes });
  }
  return [
    ...samples,
    // Not made by us.
    { name: 'packed anew.zip', bytes: zipSync({ 'MANIFEST.json': Buffer.from(manifestOf([])) }, { level: 9 }) },
    { name: 'no manifest.zip', bytes: zipSync({ 'a.txt': Buffer.from('first') }) },
    { name: 'other manifest.zip', bytes: zipSync({ 'MANIFEST.json': Buffer.from('{"version":2}') }) },
    { name: 'empty.zip', bytes: zipSync({}) },
    { name: 'nothing.zip', bytes: new Uint8Array() },
  ];
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where the sample is put to be read, one for the whole run. */
let place: string | undefined;

export const packReader: Reader = {
  name: 'pack',
  iterations: 400,
  corpus: () => (packs ??= made()),
  mutate: (random, corpus) => mutateZipSample(random, corpus, WORDS),
  async check({ bytes }) {
    if (place === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'segur-fuzz-'));
      place = join(folder, 'pack.zip');
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    }
    writeFileSync(place, bytes);
    const result = await checkPack(place);
    assertSame(await checkPack(place), result, 'checked twice');
    if ('kind' in result) {
      assertMessage(packFaultMessage(result, 'pack.zip'), result.kind);
      return;
    }
    const known = honest.get(result.fingerprint);
    if (isSound(result) && known !== undefined) {
      assert.equal(
        digest(bytes),
        known,
        'a pack with the fingerprint that was noted is, byte for byte, the one that was made',
      );
    }
  },
};
