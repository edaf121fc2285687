import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { buildProgram } from '../../../src/cli/program';
import type { Terminal } from '../../../src/cli/terminal';
import { builtCommand } from '../cli/builtCommand';
import { documentPaths, readDocument, type Document } from './documents';
import { namedExample, runExample, type ShellResult } from './shell';

const all = documentPaths.map(readDocument);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The grammar of the command line, without anything run. */
const program = buildProgram(
  { t: (text: string) => text, write: () => undefined } as unknown as Terminal,
  '0',
  () => undefined,
);
const subcommands = new Map(
  program.commands.map((command) => [command.name(), new Set(command.options.flatMap(({ long }) => long ?? []))]),
);

/** Of a shell example, what it is made of: a line each, comments aside. */
const lines = (script: string) =>
  script
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/u, '').trim())
    .filter((line) => line !== '');

// @segur ST.DOC.01
describe('the commands in the documents', function () {
  this.timeout(180_000);
  before(() => void builtCommand());

  const examples = new Map<string, string>();
  for (const { path, fences } of all) {
    for (const { language, content } of fences) {
      if (language === 'sh' && ![...examples].some(([script]) => lines(script).join() === lines(content).join())) {
        examples.set(content, path);
      }
    }
  }

  /** Examples that differ by comments alone run once. */
  const ran = new Map<string, ShellResult>();
  const run = (script: string): ShellResult => {
    const key = lines(script).join('\n');
    const result = ran.get(key) ?? runExample(script);
    ran.set(key, result);
    return result;
  };

  for (const [script, path] of examples) {
    it(`run: ${path}: ${lines(script)[0]} …`, () => {
      const { status, stderr } = run(script);
      assert.equal(status, 0, `${script}\n${stderr}`);
    });
  }

  it('stand in blocks that say their language, so that none is passed over', () => {
    for (const { path, fences } of all) {
      for (const { language, content } of fences) {
        const isCommand = /^\s*(?:\$ )?(?:npm|npx|node|git|code|bash|segur-trace) /mu.test(content);
        assert.ok(!isCommand || ['sh', 'yaml'].includes(language), `${path}: \`\`\`${language}\n${content}`);
      }
    }
  });

  it('name subcommands and options that there are', () => {
    for (const { path, code } of all) {
      for (const text of code.filter((one) => one.startsWith('segur-trace '))) {
        const [, name = '', ...words] = text.split(/\s+/u);
        if (program.options.some(({ long }) => long === name)) continue;
        const options = subcommands.get(name);
        assert.ok(options, `${path}: ${text}`);
        for (const word of words.filter((one) => one.startsWith('--'))) {
          assert.ok(options.has(word.replace(/=.*/u, '')), `${path}: ${text}: ${word}`);
        }
      }
    }
  });

  it('name scripts of npm that there are, and files that they run', () => {
    for (const { path, code } of all) {
      for (const text of code) {
        const [, script = ''] = /^npm run ([\w:]+)/u.exec(text) ?? /^npm (start|test)\b/u.exec(text) ?? [];
        assert.ok(script === '' || script in manifest.scripts, `${path}: ${text}`);
        const [, file] = /^(?:bash|node) (\S+\.mjs|\.ci\/\S+)/u.exec(text) ?? [];
        assert.ok(file === undefined || existsSync(join(root, file)), `${path}: ${text}`);
      }
    }
  });

  for (const page of ['docs/command-line.md', 'docs/command-line.fr.md']) {
    it(`are all in ${page}, with their options`, () => {
      const document = readDocument(page);
      const rows = document.tables[0]?.slice(1).map(([head = '']) => head.replaceAll('`', '')) ?? [];
      assert.deepEqual(rows.map((row) => row.split(' ')[0]).sort(), [...subcommands.keys()].sort());
      for (const [name, options] of subcommands) {
        for (const option of options) {
          if (['--lang', '--marker'].includes(option)) continue;
          const named = new RegExp(`${option}(?![\\w-])`, 'u');
          assert.ok(
            inLanguageOf(document).some(({ text }) => named.test(text)),
            `${page}: ${name} ${option}`,
          );
        }
      }
    });
  }

  it('keep their promises in what they print', () => {
    const { fences } = readDocument('docs/history.md');
    const history = run(namedExample(fences, 'history'));
    assert.match(history.stdout, /▼ SC\.SSI\/IAM\.91 /u);
    assert.match(readFileSync(join(history.work, 'changes.md'), 'utf8'), /▼ \*\*SC\.SSI\/IAM\.91\*\*/u);

    const trend = readFileSync(join(run(namedExample(fences, 'trend')).work, 'matrix.html'), 'utf8');
    assert.match(trend, /<small>segur\/traces\/4\.2\.0\.json<\/small>/u);
    assert.match(trend, /<h4>Lost: no longer satisfied or decided \(1\)<\/h4>/u);

    const several = run(namedExample(fences, 'several repositories'));
    assert.match(several.stdout, /No requirement is in another state/u);
    assert.match(readFileSync(join(several.work, 'produit', 'matrix.html'), 'utf8'), /comptes@1a2b3c4\/src\//u);
    const { repositories } = JSON.parse(readFileSync(join(several.work, 'produit', 'matrix.json'), 'utf8')) as {
      repositories: { name: string }[];
    };
    assert.deepEqual(
      repositories.map(({ name }) => name),
      ['comptes', 'dossier'],
    );
  });
});

function inLanguageOf({ path }: Document): readonly Document[] {
  return all.filter((one) => one.path.endsWith('.fr.md') === path.endsWith('.fr.md'));
}
