import { mkdtempSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deleteAtExit } from './processes';

/** A new empty folder, deleted when this process ends. Short: sockets with a long path do not open. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segur-'));
  deleteAtExit(folder);
  return folder;
}

/** A copy of a workspace that a test may change as it likes, in a folder of the same name. */
export async function copyOfWorkspace(folder: string): Promise<string> {
  const copy = join(scratchFolder(), basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}
