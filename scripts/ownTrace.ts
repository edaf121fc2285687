/* npm run trace:publish: the traceability matrix of this project, written into its documents. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './host/paths';
import { run } from './host/processes';

/** Where the matrix is published. */
export const publishedMatrix = join(root, 'docs', 'trace', 'matrix.md');

const PARTS = ['segur.yaml', join('docs', 'trace'), 'src', 'test', 'scripts'];

/**
 * What `segur-trace matrix` says of this project, in English.
 * Of a copy without the results of an earlier run of the tests: those of a part of them would leave the others open.
 * @param command the bundle of `segur-trace`
 * @throws when the command fails
 */
export async function ownMatrix(format: 'md' | 'json', command: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'segur-own-'));
  try {
    for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
    const args = [command, 'matrix', '--format', format, '--lang', 'en', folder];
    const { status, output } = await run(process.execPath, args);
    if (status !== 0) throw new Error(`segur-trace matrix ended with status ${status}:\n${output}`);
    return output;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module) {
  void ownMatrix('md', join(root, 'dist', 'segur-trace.js')).then((matrix) => writeFileSync(publishedMatrix, matrix));
}
