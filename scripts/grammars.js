/* The parsers that go along: the runtime and the grammars of `src/units/grammars.ts`, from the package to `dist/grammars/`. */
const { copyFileSync, mkdirSync, readdirSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Without `.wasm`; a test holds them against the grammars that the source names. */
const grammarFiles = [
  'tree-sitter',
  ...['bash', 'c-sharp', 'cpp', 'go', 'java', 'php', 'powershell', 'python', 'ruby', 'rust', 'tsx', 'typescript'].map(
    (name) => `tree-sitter-${name}`,
  ),
];

function copyGrammars() {
  const source = dirname(require.resolve('@vscode/tree-sitter-wasm'));
  const target = join(__dirname, '..', 'dist', 'grammars');
  mkdirSync(target, { recursive: true });
  const wanted = new Set(grammarFiles.map((name) => `${name}.wasm`));
  readdirSync(target)
    .filter((file) => !wanted.has(file))
    .forEach((file) => rmSync(join(target, file)));
  wanted.forEach((file) => copyFileSync(join(source, file), join(target, file)));
  // Its terms ask for this.
  copyFileSync(join(source, '..', 'LICENSE'), join(target, 'LICENSE'));
}

module.exports = { copyGrammars, grammarFiles };
