import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

let built: string | undefined;

after(() => {
  if (built !== undefined) {
    rmSync(built, { recursive: true, force: true });
    built = undefined;
  }
});

/** The path of the bundled command as it is published, built once a run and apart, so that nothing in dist/ changes meanwhile. */
export function builtCommand(): string {
  if (built === undefined) {
    built = mkdtempSync(join(tmpdir(), 'segur-command-'));
    execFileSync(process.execPath, [join(root, 'esbuild.js')], { cwd: root, stdio: 'ignore' });
    cpSync(join(root, 'dist'), join(built, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') });
    cpSync(join(root, 'package.json'), join(built, 'package.json'));
  }
  return join(built, 'dist', 'segur-trace.js');
}
