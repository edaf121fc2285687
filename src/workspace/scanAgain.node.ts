import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ProblemCode } from '../base/problem';
import { createAnnotator } from './createAnnotator';
import { FileReading } from './fileReading.node';
import { walkRulesOf } from './folderRules';
import { walkFolder } from './folderWalk.node';
import type { Scan, ScannedFile } from './scanOptions';

/** Results are handed out, and other work of the thread gets its turn, at least this often. In milliseconds. */
const TURN = 30;
/**
 * A file that changed so recently may change once more without its times telling: the clocks of file systems tick, some but every two seconds.
 * In milliseconds.
 */
const TICK = 2_500;

interface Known {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  /** What the file says, when it says something. */
  readonly says: ScannedFile | undefined;
}

/**
 * A scan for those who ask again and again what a folder says now: it lists the folder each time, and reads the files that are new or have another
 * size, time or identity than when they were read last. What did not change is handed out as `unchanged`. One scan at a time.
 * @param root absolute path of the folder
 */
export function scanAgain(root: string): Scan {
  let rules = '';
  let known = new Map<string, Known>();
  return async (options, onBatch, signal) => {
    signal?.throwIfAborted();
    // Another marker or other rules: what was read before says nothing about them.
    const before = JSON.stringify(options) === rules ? known : new Map<string, Known>();
    const now = new Map<string, Known>();
    const reading = new FileReading(root, createAnnotator(options));
    let batch: ScannedFile[] = [];
    let turn = performance.now();
    const stats = { files: 0, bytes: 0, matched: 0, ignored: 0 };
    for (const folder of walkFolder(root, walkRulesOf(options))) {
      stats.ignored += folder.ignored;
      reading.noteFolder(folder.folder, folder.ignored, folder.error);
      batch.push(...reading.takeBatch());
      for (const name of folder.names) {
        const file = folder.folder === '' ? name : `${folder.folder}/${name}`;
        const found = readIfChanged(root, file, before.get(file), reading);
        stats.files++;
        stats.bytes += found.size;
        if (found.known !== undefined) {
          now.set(file, found.known);
        }
        if (found.says !== undefined) {
          stats.matched++;
          batch.push(found.says);
        }
        if (performance.now() - turn > TURN) {
          onBatch(batch);
          batch = [];
          await setImmediate();
          signal?.throwIfAborted();
          turn = performance.now();
        }
      }
    }
    onBatch(batch);
    rules = JSON.stringify(options);
    known = now;
    return stats;
  };
}

interface Found {
  readonly size: number;
  /** Absent for what has to be read again in any case. */
  readonly known?: Known;
  readonly says?: ScannedFile | undefined;
}

function readIfChanged(root: string, file: string, before: Known | undefined, reading: FileReading): Found {
  const checked = Date.now();
  // Before the file is read: what comes in between is then seen the next time.
  const stamp = stampOf(join(root, file));
  if (stamp !== undefined && before !== undefined && isSame(stamp, before)) {
    return {
      size: before.size,
      known: before,
      ...(before.says === undefined ? {} : { says: { ...before.says, unchanged: true } }),
    };
  }
  reading.take(file);
  const [says] = reading.takeBatch();
  const isSettled = stamp !== undefined && Math.max(stamp.modified, stamp.changed) < checked - TICK;
  const isUnreadable = says?.annotations.problems.some(({ code }) => code === ProblemCode.FileUnreadable) === true;
  return { size: stamp?.size ?? 0, says, ...(isSettled && !isUnreadable ? { known: { ...stamp, says } } : {}) };
}

function stampOf(path: string): Omit<Known, 'says'> | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined
      ? undefined
      : { size: stats.size, modified: stats.mtimeMs, changed: stats.ctimeMs, inode: stats.ino };
  } catch {
    // Reading it will tell why.
    return undefined;
  }
}

function isSame(a: Omit<Known, 'says'>, b: Known): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode;
}
