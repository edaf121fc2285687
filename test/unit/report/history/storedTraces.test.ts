import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../../src/base/message';
import { StoredTraces } from '../../../../src/report/history/storedTraces';
import { faultText, momentOf, type TraceHistory } from '../../../../src/report/history/traceHistory';
import { MemoryFileSystem } from '../../workspace/memoryFileSystem';
import { options, productWith, storedAt } from './stored';
import { writeJson } from '../../../../src/report/json';

const GLOBS = ['segur/traces/*.json'];
const names = ({ points }: TraceHistory): string[] => points.map(({ file, day }) => `${day} ${file.slice(13)}`);

describe('the stored traces of a folder', () => {
  it('come in the order of their days, whatever their files are called', async () => {
    const committed = { commit: 'c'.repeat(40), generatedAt: '2026-12-01' };
    const fs = new MemoryFileSystem({
      'segur/traces/a.json': storedAt('2026-09-01', '4.10'),
      'segur/traces/b.json': storedAt('2026-09-01', '4.9'),
      'segur/traces/c.json': storedAt('2025-01-01', '3.0'),
      'segur/traces/2025-06-30 old.json': storedAt(undefined, '3.1'),
      'segur/traces/d.json': writeJson(productWith('4.0'), {
        ...options,
        ...committed,
        committedAt: '2026-01-05T23:30:00-05:00',
      }),
      'elsewhere/x.json': storedAt('2026-01-01', '1'),
    });
    const history = await new StoredTraces(fs).read(GLOBS);
    assert.deepEqual(names(history), [
      '2025-01-01 c.json',
      '2025-06-30 2025-06-30 old.json',
      '2026-01-05 d.json',
      '2026-09-01 b.json',
      '2026-09-01 a.json',
    ]);
    assert.deepEqual(history.faults, []);
  });

  it('that cannot be used are told with a remedy, and leave the others as they are', async () => {
    const good = storedAt('2026-09-01', '4.0');
    const fs = new MemoryFileSystem({
      'segur/traces/binary.json': new Uint8Array([1, 0, 2, 0, 0, 3]),
      'segur/traces/closed.json': good,
      'segur/traces/empty.json': '',
      'segur/traces/good.json': `\uFEFF${good}`,
      'segur/traces/half.json': good.slice(0, 300),
      'segur/traces/huge.json': new Uint8Array(64 * 1024 * 1024 + 1),
      'segur/traces/later.json': good.replace('"version": 1', '"version": 2'),
      'segur/traces/negative.json': good.replace('"missing": 2', '"missing": -2'),
      'segur/traces/other.json': '{"version":1,"requirements":{}}',
      'segur/traces/undated.json': storedAt(undefined, '4.0'),
      'segur/traces/unreal.json': good.replace('2026-09-01', '2026-02-30'),
    });
    fs.makeUnreadable('segur/traces/closed.json');
    const history = await new StoredTraces(fs).read(GLOBS);
    assert.deepEqual(names(history), ['2026-09-01 good.json']);
    assert.deepEqual(
      history.faults.map(({ file }) => file.slice(13)),
      ['binary', 'closed', 'empty', 'half', 'huge', 'later', 'negative', 'other', 'undated', 'unreal'].map(
        (name) => `${name}.json`,
      ),
    );
    for (const fault of history.faults) {
      assert.ok(faultText(fault, english).includes(fault.file), faultText(fault, english));
    }
    assert.ok(!fs.accesses.includes('read segur/traces/huge.json'));
  });

  it('are read again only where they changed, and forgotten where they went', async () => {
    const fs = new MemoryFileSystem({
      'segur/traces/a.json': storedAt('2026-01-01', '1'),
      'segur/traces/b.json': storedAt('2026-02-01', '2'),
    });
    const traces = new StoredTraces(fs);
    const [first] = await Promise.all([traces.read(GLOBS), traces.read(GLOBS)]);
    assert.equal(fs.accesses.filter((access) => access.startsWith('read')).length, 2);
    fs.forgetAccesses();
    fs.write('segur/traces/b.json', storedAt('2026-03-01', '2.0.1'));
    const second = await traces.read(GLOBS);
    assert.deepEqual(
      fs.accesses.filter((access) => access.startsWith('read')),
      ['read segur/traces/b.json'],
    );
    assert.deepEqual(names(second), ['2026-01-01 a.json', '2026-03-01 b.json']);
    assert.equal(second.points[0]?.trace, first.points[0]?.trace);
    fs.delete('segur/traces/a.json');
    assert.deepEqual(names(await traces.read(GLOBS)), ['2026-03-01 b.json']);
    assert.deepEqual(names(await traces.read([])), []);
  });

  it('keep once what is the same in several of them', async () => {
    const fs = new MemoryFileSystem({
      'segur/traces/a.json': storedAt('2026-01-01', '1'),
      'segur/traces/b.json': storedAt('2026-02-01', '2', 'A.02'),
    });
    const { points } = await new StoredTraces(fs).read(GLOBS);
    const [a, b] = points.map(({ trace }) => trace.requirements);
    assert.equal(a?.[0], b?.[0]);
    assert.notDeepEqual(a?.[1], b?.[1]);
  });

  it('are the last hundred by their names where there are more', async () => {
    const files = Array.from(
      { length: 103 },
      (_, n) => [`segur/traces/4.${n}.json`, storedAt('2026-01-01', `4.${n}`)] as const,
    );
    const { points, faults } = await new StoredTraces(new MemoryFileSystem(Object.fromEntries(files))).read(GLOBS);
    assert.deepEqual([points.length, points[0]?.file], [100, 'segur/traces/4.3.json']);
    assert.deepEqual(
      faults.map(({ file }) => file),
      ['segur/traces/4.0.json', 'segur/traces/4.1.json', 'segur/traces/4.2.json'],
    );
  });
});

describe('the moment of a stored trace', () => {
  it('is that of its commit, whatever the time zone of the machine', () => {
    const early = momentOf({ committedAt: '2026-01-01T00:30:00+02:00', generatedAt: '2026-05-01' }, 'a.json');
    const late = momentOf({ committedAt: '2025-12-31T23:00:00Z' }, 'a.json');
    assert.equal(early?.day, '2026-01-01');
    assert.ok(early.time < (late?.time ?? 0));
  });

  it('is a day of the calendar or none, for any text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/u));
    fc.assert(
      fc.property(text, text, text, (committedAt, generatedAt, file) => {
        const moment = momentOf({ committedAt, generatedAt }, file);
        if (moment !== undefined) {
          assert.ok(Number.isFinite(moment.time));
          assert.equal(new Date(`${moment.day}T00:00:00Z`).toISOString().slice(0, 10), moment.day);
          assert.ok([committedAt, generatedAt, file].some((one) => one.includes(moment.day)));
        }
      }),
    );
  });
});
