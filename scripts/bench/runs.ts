import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  /** Wall clock, in milliseconds. */
  readonly wall: number;
  readonly stdout: string;
}

/** Runs a command to its end. Throws when it fails; ripgrep's 1 means that it found nothing. @param timeout in milliseconds */
export function run(command: string, args: readonly string[], timeout = 600_000): Run {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, timeout });
  const wall = performance.now() - start;
  if (error !== undefined || status === null || status > 1) {
    throw error ?? new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  }
  return { wall, stdout };
}

/**
 * The measurements of each round follow each other, so that the machine's moods fall on all of them alike; every other round goes backwards, so that none
 * always runs after the same one. A first round is not counted: it warms the disk's cache.
 */
export function inRounds<Name extends string>(
  rounds: number,
  measurements: Readonly<Record<Name, () => number>>,
): Record<Name, number[]> {
  const names = Object.keys(measurements) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const value = measurements[name]();
      if (round > 0) {
        found[name].push(value);
      }
    }
  }
  return found;
}

/** Between two looks at a running process. In milliseconds. */
const LOOK = 2;

/**
 * The most memory that was resident in a process, in MB, as Linux counts it; NaN elsewhere. What a child reports of itself at its end would not do: it
 * includes what its parent held when it was started.
 */
export async function peakMemory(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.resume();
  let peak = NaN;
  const look = setInterval(() => (peak = highWaterMark(child.pid) ?? peak), LOOK);
  try {
    await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  } finally {
    clearInterval(look);
  }
  return peak;
}

function highWaterMark(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s*(\d+) kB$/mu.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // No such file, or no such process any more.
    return undefined;
  }
}
