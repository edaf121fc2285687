// Keeps l10n/bundle.l10n.fr.json in step with the code.
//   node scripts/l10n.mjs check           lists templates without French, French without template, and placeholder mismatches
//   node scripts/l10n.mjs add < x.json    merges {"English template": "French"} entries into the bundle, sorted, in French typography
//   node scripts/l10n.mjs tidy            sets the typography of every French text right
import { readFileSync, writeFileSync, renameSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { tidyFrench } from './frenchTypography.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const bundlePath = join(root, 'l10n', 'bundle.l10n.fr.json');

export function readBundle() {
  return existsSync(bundlePath) ? JSON.parse(readFileSync(bundlePath, 'utf8')) : {};
}

/** The formats that users write describe themselves; completion shows it. */
const describedFormats = /(?:projectSchema|catalogSchema)\.ts$/;
const describing = new Set(['described', 'text', 'optionalText', 'optionalList', 'oneOrMore', 'globs', 'date']);

/** Every literal given to `message(…)`, `t(…)` or `l10n.t(…)` in src, and the descriptions of those formats, with the places that use it. */
export function templatesInSource() {
  const found = new Map();
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const literals = (node) => {
      if (ts.isStringLiteralLike(node)) return [node.text];
      if (ts.isParenthesizedExpression(node)) return literals(node.expression);
      if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
      return [];
    };
    const visit = (node) => {
      if (ts.isCallExpression(node) && node.arguments.length > 0) {
        const callee = ts.isPropertyAccessExpression(node.expression)
          ? node.expression.name.text
          : node.expression.getText();
        const isText = callee === 'message' || callee === 't';
        if (isText || (describedFormats.test(file) && describing.has(callee))) {
          for (const text of literals(isText ? node.arguments[0] : node.arguments.at(-1))) {
            const { line } = source.getLineAndCharacterOfPosition(node.getStart());
            found.set(text, [...(found.get(text) ?? []), `${file.slice(root.length + 1)}:${line + 1}`]);
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

const placeholders = (text) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join();

export function check() {
  const bundle = readBundle();
  const used = templatesInSource();
  const faults = [];
  for (const [template, places] of used) {
    if (!(template in bundle)) faults.push(`no French for ${JSON.stringify(template)} (${places[0]})`);
    else if (placeholders(template) !== placeholders(bundle[template]))
      faults.push(`placeholders differ in ${JSON.stringify(template)}`);
  }
  for (const template of Object.keys(bundle)) {
    if (!used.has(template)) faults.push(`French that no code uses: ${JSON.stringify(template)}`);
  }
  return faults;
}

/** Every file of French that people read, the catalogue that ships aside: that is the ANS's own text. */
export function frenchTexts() {
  const markdown = ['.', 'docs', join('media', 'walkthrough')].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.fr.md'))
      .map((name) => join(root, folder, name)),
  );
  return [bundlePath, join(root, 'package.nls.fr.json'), ...markdown];
}

const tidyAll = (texts) => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, tidyFrench(text)]));

const writeJson = (path, value) => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);

function writeWhole(path, text) {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'add') {
    const merged = { ...readBundle(), ...tidyAll(JSON.parse(readFileSync(0, 'utf8'))) };
    writeJson(bundlePath, Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1))));
  } else if (process.argv[2] === 'tidy') {
    for (const file of frenchTexts()) {
      const text = readFileSync(file, 'utf8');
      if (file.endsWith('.json')) writeJson(file, tidyAll(JSON.parse(text)));
      else writeWhole(file, tidyFrench(text));
    }
  } else {
    const faults = check();
    for (const fault of faults) console.log(fault);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
