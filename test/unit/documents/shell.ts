import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { inLayout, row2024 } from '../../support/remFixtures';
import { buildWorkbook } from '../../support/workbookBuilder';
import { builtCommand } from '../cli/builtCommand';
import { temporaryFolder } from '../workspace/temporaryFolder';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/**
 * Stands for `npm`: what starts a VS Code, packages or measures is run by CI in its own way; here it has to exist.
 * `npm run trace` is run for good.
 */
const NPM = `
const { spawnSync } = require('node:child_process');
const [command, ...args] = process.argv.slice(2);
const scripts = ${JSON.stringify(Object.keys(scripts))};
const fail = (why) => { console.error('npm ' + process.argv.slice(2).join(' ') + ': ' + why); process.exit(3); };
if (command === 'run' && args[0] === 'trace') {
  if (args[1] !== '--') fail('-- is missing');
  process.exit(spawnSync(process.execPath, [process.env.SEGUR_TRACE_JS, ...args.slice(2)], { stdio: 'inherit' }).status);
}
if (command === 'install' && args.join(' ') !== '--global out/segur-trace.tgz') fail('nothing makes that');
const script = command === 'run' ? args[0] : command;
if (!['ci', 'install', ...scripts].includes(script)) fail('package.json has no such script');
`;
/** Stands for VS Code: what it is asked to install is what \`npm run package\` makes. */
const CODE = `
const args = process.argv.slice(2).join(' ');
if (args !== '--install-extension out/segur-trace.vsix') { console.error('code ' + args); process.exit(3); }
`;

export interface ShellResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Where it ran. */
  readonly work: string;
}

/**
 * Runs a shell example of a document: beside a copy of the repository's example, or in it where nothing names the
 * repository. `segur-trace` is the built command; a made-up REM lies there as a vendor would have it.
 */
export function runExample(script: string): ShellResult {
  const place = temporaryFolder();
  const bin = join(place, 'bin');
  const repository = join(place, 'segur-trace');
  const example = join(repository, 'examples', 'dossier-patient');
  cpSync(join(root, 'examples', 'dossier-patient'), example, { recursive: true });
  const work = /\bnpm\b/u.test(script) ? repository : example;
  const rows = [row2024('SSI/GEN.21', { Exigence: 'Énoncé fictif' }), row2024('SC.FIC/A.01')];
  writeFileSync(
    join(work, 'REM-MDV-LGC-Va2.xlsx'),
    buildWorkbook([{ name: 'Exigences', rows: inLayout('rem-2024', rows) }]),
  );
  mkdirSync(bin);
  const program = (name: string, script: string, ...args: string[]) => {
    const words = [process.execPath, script, ...args].map((word) => `"${word}"`).join(' ');
    writeFileSync(join(bin, name), `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
  };
  const standIn = (name: string, code: string) => {
    const file = join(bin, `${name}.cjs`);
    writeFileSync(file, code);
    program(name, file);
  };
  program('segur-trace', builtCommand());
  standIn('npm', NPM);
  standIn('code', CODE);
  const env = {
    ...process.env,
    LC_ALL: 'C',
    NO_COLOR: '1',
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    SEGUR_TRACE_JS: builtCommand(),
  };
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], { cwd: work, env, encoding: 'utf8' });
  return { status, stdout, stderr, work };
}

/** The shell example of a document that starts with a comment of that text. */
export function namedExample(fences: readonly { language: string; content: string }[], name: string): string {
  const found = fences.find(({ language, content }) => language === 'sh' && content.startsWith(`# ${name}\n`));
  if (!found) throw new Error(`no example ${name}`);
  return found.content;
}
