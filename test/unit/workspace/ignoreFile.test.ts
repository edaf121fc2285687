import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { PathFilter } from '../../../src/workspace/pathFilter';
import { outerIgnoreFiles, walkFolder } from '../../../src/workspace/folderWalk.node';
import { temporaryFolder } from './temporaryFolder';

type Files = Readonly<Record<string, string>>;

function walked(root: string, outer = true): string[] {
  const rules = {
    filter: new PathFilter([], []),
    respectIgnoreFiles: true,
    outerIgnoreFiles: outer ? outerIgnoreFiles(root) : [],
  };
  return [...walkFolder(root, rules)]
    .flatMap(({ folder, names }) => names.map((name) => (folder === '' ? name : `${folder}/${name}`)))
    .sort();
}

/** What git itself would take into account. */
function gitListed(root: string): string[] {
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  const output = execFileSync('git', ['-c', 'core.excludesFile=', 'ls-files', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return output
    .split('\0')
    .filter((path) => path !== '')
    .sort();
}

// @segur ST.SCN.02
describe('ignore files', () => {
  const cases: Readonly<Record<string, Files>> = {
    'leave out names at any depth': {
      '.gitignore': '*.log\ncache\n',
      'a.log': '',
      'd/b.log': '',
      'd/cache/x': '',
      'd/y': '',
    },
    'know folders from files': { '.gitignore': 'build/\n', 'build/x': '', 'd/build': '', 'e/build/x': '' },
    'are anchored by a slash': {
      '.gitignore': '/top\ndoc/*.txt\n',
      top: '',
      'd/top': '',
      'doc/a.txt': '',
      'd/doc/a.txt': '',
    },
    'take in again what a later rule names': {
      '.gitignore': '*.log\n!keep.log\n',
      'a.log': '',
      'keep.log': '',
      'd/keep.log': '',
    },
    'cannot take in again what lies in a left-out folder': { '.gitignore': 'out/\n!out/keep\n', 'out/keep': '', x: '' },
    'hold in their own folder and below': {
      'd/.gitignore': '*.tmp\n/only\n',
      'a.tmp': '',
      'd/a.tmp': '',
      'd/e/b.tmp': '',
      'd/only': '',
      'd/e/only': '',
    },
    'give the innermost the last word': {
      '.gitignore': '*.gen\n',
      'd/.gitignore': '!*.gen\n',
      'a.gen': '',
      'd/a.gen': '',
      'd/e/.gitignore': '*.gen\n',
      'd/e/a.gen': '',
    },
    'let an inner file take a whole folder in again': {
      '.gitignore': 'lib\n*.o\n',
      'p/.gitignore': '!lib\n',
      'p/lib/a.c': '',
      'p/lib/a.o': '',
      'lib/b.c': '',
    },
    'know double stars': {
      '.gitignore': '**/gen/**\na/**/z\n',
      'gen/x': '',
      'd/gen/e/x': '',
      'a/z': '',
      'a/b/c/z': '',
      'b/z': '',
    },
    'know classes, escapes and spaces': {
      '.gitignore': '*.py[cod]\n\\#note\n\\!bang\nname with space\ntrailing   \n',
      'a.pyc': '',
      'a.py': '',
      '#note': '',
      '!bang': '',
      'name with space': '',
      trailing: '',
    },
    'are case sensitive': {
      '.gitignore': 'README\n[Bb]in/\n',
      README: '',
      readme: '',
      'Bin/x': '',
      'bin/y': '',
      'BIN/z': '',
    },
    'may have CRLF line ends, comments and a byte order mark': {
      '.gitignore': '\uFEFF*.a\r\n# *.b\r\n\r\n*.c\r\n',
      'x.a': '',
      'x.b': '',
      'x.c': '',
    },
    'can name everything but': { '.gitignore': '*\n!*/\n!*.keep\n', 'a.keep': '', 'd/b.keep': '', 'd/c': '' },
    'match accents, quotes and brackets': {
      '.gitignore': "preuves générées/\nl'autre\n[[]x]\n",
      'preuves générées/x': '',
      "l'autre": '',
      'd/été': '',
      '[x]': '',
    },
  };
  for (const [behaviour, files] of Object.entries(cases)) {
    it(`${behaviour}, as git has it`, () => {
      const root = temporaryFolder(files);
      assert.deepEqual(walked(root, false), gitListed(root));
    });
  }

  it('of the folders above count up to the root of the repository', () => {
    const root = temporaryFolder({
      '.gitignore': '*.log\n/packages/app/secret\n',
      'packages/.gitignore': 'app/dist\n',
      'packages/app/a.log': '',
      'packages/app/secret': '',
      'packages/app/dist/x': '',
      'packages/app/src/a.ts': '',
    });
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    assert.deepEqual(walked(`${root}/packages/app`), ['src/a.ts']);
  });

  it('above a folder that is in no repository do not count', () => {
    const root = temporaryFolder({ '.gitignore': '*\n', 'd/a.ts': '' });
    assert.deepEqual(walked(`${root}/d`), ['a.ts']);
  });
});

describe('PathFilter', () => {
  function taken(paths: readonly string[], include: readonly string[], exclude: readonly string[]): string[] {
    const root = temporaryFolder(Object.fromEntries(paths.map((path) => [path, ''])));
    const rules = { filter: new PathFilter(include, exclude), respectIgnoreFiles: false, outerIgnoreFiles: [] };
    return [...walkFolder(root, rules)]
      .flatMap(({ folder, names }) => names.map((name) => (folder === '' ? name : `${folder}/${name}`)))
      .sort();
  }

  it('never enters .git, and node_modules only when asked to', () => {
    const paths = ['.git/x', '.svn/x', 'node_modules/p/x', 'a/node_modules/q/x', 'b'];
    assert.deepEqual(taken(paths, ['**'], []), ['b']);
    assert.deepEqual(taken(paths, ['**', 'node_modules/**'], []), ['a/node_modules/q/x', 'b', 'node_modules/p/x']);
  });

  it('reads files that start with a dot', () => {
    assert.deepEqual(taken(['.env', '.github/x.yml'], ['**'], []), ['.env', '.github/x.yml']);
  });

  it('reads only what is included', () => {
    assert.deepEqual(taken(['src/a.ts', 'src/d/b.ts', 'src/c.js', 'x.ts'], ['src/**/*.ts'], []), [
      'src/a.ts',
      'src/d/b.ts',
    ]);
    assert.deepEqual(taken(['a/x.ts', 'b/y.ts', 'c/z.ts'], ['{a,b}/**'], []), ['a/x.ts', 'b/y.ts']);
  });

  it('leaves out what is excluded: folders with all they hold, and files', () => {
    const paths = ['dist/a', 'p/dist/b', 'p/c.min.js', 'p/c.js', 'distant'];
    assert.deepEqual(taken(paths, ['**'], ['**/dist/**', '**/*.min.js']), ['distant', 'p/c.js']);
    assert.deepEqual(taken(paths, ['**'], ['**/dist']), ['distant', 'p/c.js', 'p/c.min.js']);
    assert.deepEqual(taken(paths, ['**'], ['dist/']), ['distant', 'p/c.js', 'p/c.min.js', 'p/dist/b']);
    assert.deepEqual(taken(paths, ['**'], ['**']), []);
  });
});
