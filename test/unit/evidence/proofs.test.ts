import assert from 'node:assert/strict';
import { evaluateProofs } from '../../../src/evidence/proofs';
import type { ProofEntry } from '../../../src/evidence/model';
import { ProblemCode } from '../../../src/base/problem';
import { MemoryFileSystem } from '../workspace/memoryFileSystem';

const RANGE = { start: { line: 3, character: 4 }, end: { line: 6, character: 0 } };

function entry(fields: Partial<ProofEntry>): ProofEntry {
  return {
    for: ['SC.SSI/GEN.18'],
    kind: 'documentation',
    covers: [],
    coversRanges: [],
    range: RANGE,
    forRanges: [RANGE],
    ...fields,
  };
}

async function evaluate(entries: ProofEntry[], files: Record<string, string | Uint8Array>, today = '2026-11-23') {
  const fs = new MemoryFileSystem(files);
  const result = await evaluateProofs(entries, fs, { today: () => today });
  return {
    ...result,
    states: result.proofs.map(({ state }) => state),
    codes: result.problems.map(({ code }) => code),
    fs,
  };
}

// @segur ST.PRF.01, ST.PRF.02
describe('evaluateProofs', () => {
  it('finds the files of a glob, sorted, with their sizes', async () => {
    const { proofs, problems } = await evaluate([entry({ files: ['preuves/GEN.18/*.xlsx'] })], {
      'preuves/GEN.18/b.xlsx': 'xx',
      'preuves/GEN.18/a.xlsx': 'x',
      'preuves/GEN.18/deep/c.xlsx': 'x',
      'preuves/GEN.21/a.xlsx': 'x',
    });
    assert.deepEqual(proofs[0]?.files, [
      { path: 'preuves/GEN.18/a.xlsx', size: 1 },
      { path: 'preuves/GEN.18/b.xlsx', size: 2 },
    ]);
    assert.equal(proofs[0].state, 'ok');
    assert.deepEqual(problems, []);
  });

  it('says at the entry that no file matches', async () => {
    const { states, problems } = await evaluate([entry({ files: ['preuves/*.pdf'] })], { 'preuves/a.txt': 'x' });
    assert.deepEqual(states, ['missing']);
    assert.equal(problems[0]?.code, ProblemCode.ProofMissing);
    assert.deepEqual(problems[0].range, RANGE);
    assert.equal(problems[0].file, 'segur.yaml');
  });

  it('names the empty file among full ones', async () => {
    const { states, problems } = await evaluate([entry({ files: ['p/*'] })], { 'p/a': 'x', 'p/b': '' });
    assert.deepEqual(states, ['empty']);
    assert.ok(problems[0]?.message.args.includes('p/b'));
  });

  it('takes values and links as they are, without a look at the files', async () => {
    const { states, fs } = await evaluate([entry({ value: 'RUN-42' }), entry({ link: 'https://example.org/x' })], {});
    assert.deepEqual(states, ['ok', 'ok']);
    assert.deepEqual(fs.accesses, []);
  });

  it('lets a proof count on its last day, and no more on the next', async () => {
    const entries = [entry({ value: 'x', expires: '2027-03-01' })];
    assert.deepEqual((await evaluate(entries, {}, '2027-01-29')).states, ['ok']);
    assert.deepEqual((await evaluate(entries, {}, '2027-01-30')).states, ['expires-soon']);
    assert.deepEqual((await evaluate(entries, {}, '2027-03-01')).states, ['expires-soon']);
    const after = await evaluate(entries, {}, '2027-03-02');
    assert.deepEqual(after.states, ['expired']);
    assert.deepEqual(after.codes, [ProblemCode.ProofExpired]);
  });

  it('gives a penetration test form less than one year from its date', async () => {
    const entries = [entry({ kind: 'formulaire', value: 'x', date: '2025-11-24' })];
    const soon = await evaluate(entries, {}, '2026-11-23');
    assert.deepEqual(soon.states, ['expires-soon']);
    assert.equal(soon.proofs[0]?.expires, '2026-11-23');
    assert.deepEqual((await evaluate(entries, {}, '2026-11-24')).states, ['expired']);
  });

  it('tells a date that is still to come, and minds neither zones nor what it is worth', async () => {
    const entries = [entry({ value: 'x', date: '2027-01-02' })];
    assert.deepEqual((await evaluate(entries, {}, '2027-01-01')).codes, []);
    const before = await evaluate(entries, {}, '2026-12-31');
    assert.deepEqual(before.codes, [ProblemCode.ProofFutureDate]);
    assert.deepEqual(before.states, ['ok']);
  });

  it('counts the year of a leap day', async () => {
    const { proofs } = await evaluate(
      [entry({ kind: 'formulaire', value: 'x', date: '2028-02-29' })],
      {},
      '2028-03-01',
    );
    assert.equal(proofs[0]?.expires, '2029-02-28');
  });

  it('gives other kinds no lifetime of their own', async () => {
    const { proofs } = await evaluate([entry({ kind: 'attestation', value: 'x', date: '2001-01-01' })], {});
    assert.deepEqual([proofs[0]?.state, proofs[0]?.expires], ['ok', undefined]);
  });

  it('takes the composed and the decomposed form of a name for the same file', async () => {
    const composed = 'preuves/procédure/vidéo.mp4'.normalize('NFC');
    const decomposed = composed.normalize('NFD');
    assert.notEqual(composed, decomposed);
    assert.deepEqual((await evaluate([entry({ files: [composed] })], { [decomposed]: 'x' })).states, ['ok']);
    assert.deepEqual((await evaluate([entry({ files: [decomposed] })], { [composed]: 'x' })).states, ['ok']);
  });

  it('lists each top folder once however many entries there are', async () => {
    const entries = Array.from({ length: 50 }, (_, i) => entry({ files: [`preuves/${i}/*.pdf`, `docs/*.{md,pdf}`] }));
    const { fs } = await evaluate(entries, { 'docs/a.md': 'x' });
    const globs = fs.accesses.filter((access) => access.startsWith('glob'));
    assert.deepEqual(globs.sort(), ['glob docs/**', 'glob preuves/**']);
    assert.equal(fs.accesses.filter((access) => access === 'stat docs/a.md').length, 1);
  });

  it('lists ten thousand files once and looks at each once, whoever names them', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`preuves/captures/${n % 100}/${n}.png`, 'x']),
    );
    const entries = [
      entry({ files: ['preuves/captures/**/*.png'] }),
      entry({ files: ['preuves/captures/**'], for: ['SC.SSI/GEN.21'] }),
      entry({ files: ['preuves/captures/7/*.png'] }),
    ];
    const { proofs, states, fs } = await evaluate(entries, files);
    assert.deepEqual(states, ['ok', 'ok', 'ok']);
    assert.deepEqual(
      proofs.map((proof) => proof.files.length),
      [10_000, 10_000, 100],
    );
    assert.equal(fs.accesses.length, 1 + 10_000);
  });

  it('looks at the folder’s own files alone for a name without a folder', async () => {
    const { states, fs } = await evaluate([entry({ files: ['attestation.pdf'] })], { 'attestation.pdf': 'x' });
    assert.deepEqual(states, ['ok']);
    assert.equal(fs.accesses[0], 'glob *');
  });
});
