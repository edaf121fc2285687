import { spawnSync } from 'node:child_process';

export interface Run {
  /** Wall clock, in milliseconds. */
  readonly wall: number;
  readonly stdout: string;
  /** Peak resident memory in MB, where the run reports it. */
  readonly peak?: number;
}

/** Prints the peak resident memory of a Node process at its end, in KB, for `run` to find. */
const REPORT_PEAK = 'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

/** Runs a command to its end. Throws when it fails; ripgrep's 1 means that it found nothing. */
export function run(command: string, args: readonly string[], timeout = 600_000): Run {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, timeout });
  const wall = performance.now() - start;
  if (error !== undefined || status === null || status > 1) {
    throw error ?? new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  }
  const peak = /^peak (\d+)$/mu.exec(stderr)?.[1];
  return peak === undefined ? { wall, stdout } : { wall, stdout, peak: Number(peak) / 1024 };
}

/** Runs a script with Node; its peak memory comes with it. */
export function runNode(script: string, ...args: readonly string[]): Run {
  return run(process.execPath, ['--import', REPORT_PEAK, script, ...args]);
}

/** The measurements of each round follow each other, so that the machine's moods fall on all of them alike. */
export function inRounds<Name extends string>(
  rounds: number,
  measurements: Readonly<Record<Name, () => number>>,
): Record<Name, number[]> {
  const names = Object.keys(measurements) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const value = measurements[name]();
      // The first round warms the disk's cache.
      if (round > 0) {
        found[name].push(value);
      }
    }
  }
  return found;
}
