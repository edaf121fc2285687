import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporaryFolder';

/** A real repository that is gone after the tests. Git has to be there: without it the tests fail. */
export class TemporaryRepository {
  readonly root: string;

  constructor(root = temporaryFolder()) {
    this.root = root;
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    return this.#run(args, {});
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), content);
    }
  }

  /** Commits everything as of a day. @returns the commit's full hash */
  commit(day: string, files: Readonly<Record<string, string>> = {}): string {
    this.write(files);
    this.git('add', '--all');
    const at = `${day}T12:00:00+0000`;
    this.#run(['commit', '--quiet', '--allow-empty', '-m', day], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
    return this.git('rev-parse', 'HEAD').trim();
  }

  #run(args: readonly string[], env: Readonly<Record<string, string>>): string {
    const own = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgSign=false'];
    return execFileSync('git', [...own, '-C', this.root, ...args], {
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: join(this.root, 'none'), GIT_CONFIG_NOSYSTEM: '1', ...env },
    });
  }
}
