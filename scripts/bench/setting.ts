import { join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import { root } from '../host/paths';
import { run } from './runs';
import type { Row } from './table';

/** How a part of the benchmark is to be measured. */
export interface Setting {
  /** Smaller inputs and fewer rounds: to see that it works, not how fast. */
  readonly quick: boolean;
  /** Counted ones. */
  readonly rounds: number;
}

export type Part = (setting: Setting) => Promise<readonly Row[]> | readonly Row[];

/** Where the bundled probes are. */
export const probeFolder = join(root, 'out', 'bench');
export const commandFile = join(root, 'dist', 'segur-trace.js');
/** The catalogues that ship. */
export const catalogsFile = join(root, 'dist', 'builtin-catalogs.json');
export const MARKER = '@segur';
/** As near to what the scan does as ripgrep comes: it names each line that holds the marker, and goes by the ignore files and by nothing else. */
export const RIPGREP_ARGS = ['--no-config', '-n', MARKER];

/** The command as a user runs it; `dist` holds its production bundle. */
export function segurTrace(...args: readonly string[]): ReturnType<typeof run> {
  return run(process.execPath, [commandFile, ...args]);
}

export function ripgrep(...args: readonly string[]): ReturnType<typeof run> {
  return run(rgPath, [...RIPGREP_ARGS, ...args]);
}

/** Node with nothing to do: a part of every command. */
export function bareNode(): number {
  return run(process.execPath, ['-e', '0']).wall;
}

export interface ProbedScan {
  /** From the start of the scan, in a process of its own, to its end. */
  readonly milliseconds: number;
  /** How many annotations each file holds. */
  readonly counts: Readonly<Record<string, number>>;
  readonly stats: { readonly files: number; readonly bytes: number };
}

/** @param rules `--all`: no ignore rule counts */
export function probeScan(folder: string, rules?: '--all'): ProbedScan {
  return JSON.parse(run(process.execPath, scanProbe(folder, rules)).stdout) as ProbedScan;
}

/** What Node runs for {@link probeScan}. */
export function scanProbe(folder: string, rules?: '--all'): string[] {
  const worker = join(root, 'dist', 'scan-worker.js');
  const probe = [join(probeFolder, 'scan.js'), folder, worker, catalogsFile];
  return rules === undefined ? probe : [...probe, rules];
}

/** Parts tell on standard error what they are at: the table alone is on standard output. */
export function say(text: string): void {
  console.error(`… ${text}`);
}
