import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { builtCommand } from '../cli/builtCommand';
import { temporaryFolder } from '../workspace/temporaryFolder';

/** The shell example of a README that starts with a comment of that text. */
function example(readme: string, name: string): string {
  const text = readFileSync(join(root, readme), 'utf8');
  const found = new RegExp(`^\`\`\`sh\\n(# ${name}\\n[^]*?)^\`\`\`$`, 'mu').exec(text);
  assert.ok(found?.[1], `${readme} has no example ${name}`);
  return found[1];
}

/** Runs a shell example in a copy of the demonstration, with the built command on the path. */
function run(script: string) {
  const place = temporaryFolder();
  const work = join(place, 'work');
  const bin = join(place, 'bin');
  cpSync(join(root, 'examples', 'dossier-patient'), work, { recursive: true });
  mkdirSync(bin);
  const command = `#!/bin/sh\nexec "${process.execPath}" "${builtCommand()}" "$@"\n`;
  writeFileSync(join(bin, 'segur-trace'), command, { mode: 0o755 });
  const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], { cwd: work, env, encoding: 'utf8' });
  return { status, stdout, stderr, work };
}

describe('the examples of stored traces in the README', function () {
  this.timeout(120_000);

  for (const name of ['history', 'trend', 'several repositories']) {
    it(`are the same in both languages: ${name}`, () => {
      assert.equal(example('README.fr.md', name), example('README.md', name));
    });
  }

  it('tell what a proof that is gone does to its requirement', () => {
    const { status, stdout, stderr, work } = run(example('README.md', 'history'));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /▼ SC\.SSI\/IAM\.91 /u);
    const markdown = readFileSync(join(work, 'changes.md'), 'utf8');
    assert.match(markdown, /▼ \*\*SC\.SSI\/IAM\.91\*\*/u);
    assert.ok(existsSync(join(work, 'before.json')));
  });

  it('show the trend in the matrix', () => {
    const { status, stderr, work } = run(example('README.md', 'trend'));
    assert.equal(status, 0, stderr);
    const page = readFileSync(join(work, 'matrix.html'), 'utf8');
    assert.match(page, /<small>segur\/traces\/4\.2\.0\.json<\/small>/u);
    assert.match(page, /<h4>Lost: no longer satisfied or decided \(1\)<\/h4>/u);
  });

  it('make one matrix of several repositories', () => {
    const { status, stdout, stderr, work } = run(example('README.md', 'several repositories'));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /No requirement is in another state/u);
    assert.match(readFileSync(join(work, 'produit', 'matrix.html'), 'utf8'), /comptes@1a2b3c4\/src\//u);
    const { repositories } = JSON.parse(readFileSync(join(work, 'produit', 'matrix.json'), 'utf8')) as {
      repositories: { name: string }[];
    };
    assert.deepEqual(
      repositories.map(({ name }) => name),
      ['comptes', 'dossier'],
    );
  });
});
