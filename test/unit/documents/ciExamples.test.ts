import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../../scripts/host/paths';
import { builtCommand } from '../cli/builtCommand';
import { temporaryFolder } from '../workspace/temporaryFolder';

interface GithubWorkflow {
  readonly jobs: { readonly segur: { readonly steps: readonly { readonly run?: string }[] } };
}
interface GitlabPipeline {
  readonly segur: { readonly script: readonly string[] };
}

/** The YAML examples of a document that start with a comment naming their file. */
function example(document: string, file: string): unknown {
  const text = readFileSync(join(root, document), 'utf8');
  const found = [...text.matchAll(/^```yaml\n(# (\S+)\n[\s\S]*?)^```$/gmu)].find(([, , name]) => name === file);
  assert.ok(found?.[1], `${document} has no example for ${file}`);
  return parse(found[1]);
}

const github = (document: string) =>
  (example(document, '.github/workflows/segur.yml') as GithubWorkflow).jobs.segur.steps.flatMap(({ run }) => run ?? []);
const gitlab = (document: string) => (example(document, '.gitlab-ci.yml') as GitlabPipeline).segur.script;

/** The example as a repository with its main branch on a server, and a branch on which a proof was lost. */
function checkout(): string {
  const place = temporaryFolder({ 'global.gitconfig': '' });
  const work = join(place, 'work');
  cpSync(join(root, 'examples', 'dossier-patient'), work, { recursive: true });
  writeFileSync(join(work, '.gitignore'), 'segur/\n');
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: work,
        stdio: 'ignore',
      },
    );
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'main');
  git('clone', '-q', '--bare', work, join(place, 'server.git'));
  git('remote', 'add', 'origin', join(place, 'server.git'));
  git('fetch', '-q', 'origin');
  git('checkout', '-q', '-b', 'change');
  git('rm', '-q', '-r', 'preuves/IAM.91');
  git('commit', '-q', '-m', 'a proof is lost');
  return work;
}

/** As a CI job runs its steps: each in a shell that ends at the first failure. Those after a failed one run too, as `if: always()` has it. */
function runSteps(steps: readonly string[], work: string): number[] {
  const summary = join(work, '..', 'summary.md');
  writeFileSync(summary, '');
  const env = {
    ...process.env,
    // Relative, as in the examples: an absolute one may hold blanks.
    SEGUR_TRACE: 'node tools/segur-trace/dist/segur-trace.js',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_BASE_REF: 'main',
    CI_DEFAULT_BRANCH: 'main',
    LC_ALL: 'C',
  };
  return steps.map((step) => {
    const { status, stderr } = spawnSync('bash', ['-e', '-c', step], { cwd: work, env, encoding: 'utf8' });
    assert.ok(status === 0 || status === 1, `${step}\n${stderr}`);
    return status;
  });
}

describe('the CI examples', function () {
  this.timeout(180_000);

  before(() => void builtCommand());

  it('are the same in both languages', () => {
    assert.deepEqual(github('docs/ci.fr.md'), github('docs/ci.md'));
    assert.deepEqual(gitlab('docs/ci.fr.md'), gitlab('docs/ci.md'));
  });

  it('have the short one of the READMEs in them', () => {
    const whole = github('docs/ci.md').join('\n');
    for (const readme of ['README.md', 'README.fr.md']) {
      const [, short = ''] = /^```yaml\n- run: \|\n([^]*?)^```$/mu.exec(readFileSync(join(root, readme), 'utf8')) ?? [];
      const steps = short.split('\n').flatMap((line) => line.trim() || []);
      assert.ok(steps.length > 0, readme);
      assert.deepEqual(
        steps.filter((step) => !whole.includes(step)),
        [],
        readme,
      );
    }
  });

  for (const [name, steps] of [
    ['GitHub Actions', github('docs/ci.md')],
    ['GitLab CI', gitlab('docs/ci.md')],
  ] as const) {
    it(`${name}: the gate fails on the proof that was lost, and leaves the reports and a sound pack`, () => {
      const work = checkout();
      // Where the command is kept, under a path without blanks as the example has it.
      const tools = join(work, 'tools', 'segur-trace');
      cpSync(join(builtCommand(), '..', '..'), tools, { recursive: true });
      writeFileSync(join(work, '.gitignore'), 'segur/\ntools/\n');
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '-am', 'tools'], {
        cwd: work,
      });
      const statuses = runSteps(steps, work);
      const failed = steps.filter((_, index) => statuses[index] !== 0);
      assert.deepEqual(
        failed.map((step) => step.includes(' check ')),
        [true],
        failed.join('\n'),
      );
      assert.match(readFileSync(join(work, 'segur', 'gate.md'), 'utf8'), /IAM\.91/u);
      assert.ok(existsSync(join(work, 'segur', 'dossier.zip')));
      assert.ok(existsSync(join(work, 'segur', name === 'GitLab CI' ? 'gate.xml' : 'gate.sarif')));
    });
  }
});
