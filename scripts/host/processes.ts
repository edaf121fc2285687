import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { rmSync } from 'node:fs';

const groups = new Set<ChildProcess>();
const folders = new Set<string>();
let watching = false;

/** Runs every clean-up when this process ends, however it ends short of SIGKILL. */
function cleanUpAtExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of groups) killGroup(child, 'SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => process.exit(status));
  }
  // npm passes a signal to its shell only, which dies and leaves us behind.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(143);
  }, 500).unref();
}

/** Has a folder deleted when this process ends. */
export function deleteAtExit(folder: string): void {
  cleanUpAtExit();
  folders.add(folder);
}

/** Starts a long-lived program in a process group of its own, ended with all its children when this process ends. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  cleanUpAtExit();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  groups.add(child);
  child.once('error', () => groups.delete(child));
  return child;
}

/** Ends a program started by {@link startGroup} and its children; resolves when it is gone. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    killGroup(child, 'SIGTERM');
    const insist = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
    await gone;
    clearTimeout(insist);
  }
  // The leader is gone; a child of it that ignored the signal may not be.
  killGroup(child, 'SIGKILL');
  groups.delete(child);
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // No such process: what was wanted.
  }
}

export interface RunResult {
  readonly status: number;
  readonly output: string;
}

/** Runs a program to its end and gathers what it prints; a program that cannot be started has status 127. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<RunResult> {
  const child = startGroup(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const status = await ended(child);
  groups.delete(child);
  return { status, output };
}

/** Runs a program to its end with this terminal as its own; the status it ends with, 127 if it cannot be started. */
export async function runHere(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  cleanUpAtExit();
  return ended(spawn(command, args, { ...options, stdio: 'inherit' }));
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (status) => resolve(status ?? 1));
  });
}
