import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { billOfMaterials } from '../../../scripts/packaging/billOfMaterials';
import { bundledPackages } from '../../../scripts/packaging/bundledPackages';
import { noticesFile, noticesText } from '../../../scripts/packaging/notices';
import { productionBundles, type Bundle } from '../../../scripts/packaging/productionBundles';

interface Bill {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly group?: string;
    readonly name: string;
    readonly version?: string;
    readonly purl?: string;
    readonly hashes?: readonly { readonly content: string }[];
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
  }[];
  readonly dependencies: readonly { readonly dependsOn: readonly string[] }[];
}

/** Globals that reach a network, or make code out of text. */
const forbidden = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'sendBeacon'],
  ...['eval', 'Function', 'importScripts'],
]);
const globals = new Set(['globalThis', 'self', 'window', 'global', 'navigator']);

/** Modules of Node that a bundle may ask for: none of them reaches a network. */
const allowed = new Set(
  [
    ...[
      'assert',
      'buffer',
      'child_process',
      'crypto',
      'events',
      'fs',
      'fs/promises',
      'module',
      'os',
      'path',
      'process',
    ],
    ...['perf_hooks', 'readline', 'stream', 'stream/promises', 'string_decoder', 'timers', 'timers/promises', 'tty'],
    ...['url', 'util', 'v8', 'worker_threads', 'zlib'],
  ].flatMap((name) => [name, `node:${name}`]),
);

/** Uses of the forbidden globals in a script; to ask for their type is none, nor are properties of other things. */
function forbiddenUses(text: string): string[] {
  const file = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const uses: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && forbidden.has(node.text) && isUse(node)) {
      uses.push(`${node.text}: …${text.slice(Math.max(0, node.pos - 60), node.end + 40)}…`);
    }
    if (ts.isStringLiteralLike(node) && forbidden.has(node.text) && ts.isElementAccessExpression(node.parent)) {
      uses.push(`[${node.text}]`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

function isUse(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) {
    return ts.isIdentifier(parent.expression) && globals.has(parent.expression.text);
  }
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) {
    return parent.name !== name;
  }
  const isInstance = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return !ts.isTypeOfExpression(parent) && !isInstance;
}

/** Names that are asked for by `require` and `import`, and `?` for one that is computed. */
function required(text: string): string[] {
  return [...text.matchAll(/(?<![.\w$])(?:require|import)\(\s*(?:"([^"]*)"|'([^']*)'|[^)]+)\)/gu)].map(
    ([, double, single]) => double ?? single ?? '?',
  );
}

/** Starts of a program, and its name where it stands there. */
const starts = /(?:\.(?:execFile|spawn|fork|execFileSync|spawnSync|execSync)|\(0,[\w$]+\.exec)\)?\(("[^"]*")?/gu;

// @segur ST.TRU.04
describe('the bundles', function () {
  this.timeout(120_000);
  let bundles: readonly Bundle[];
  before(async () => {
    bundles = await productionBundles();
  });

  it('are looked into: what is forbidden would be found', () => {
    const text =
      'fetch("x");globalThis.fetch;new Function("a");eval(b);let C=XMLHttpRequest;typeof fetch;self["WebSocket"];navigator.sendBeacon(a)';
    assert.equal(forbiddenUses(text).length, 7);
    assert.deepEqual(forbiddenUses('class A{fetch(){}};a.fetch(b);a={eval:1};b instanceof Function'), []);
    assert.deepEqual(required('require("a");import("b");x.require(c);require(d)'), ['a', 'b', '?']);
  });

  it('reach no network and make no code', () => {
    const found = bundles.flatMap(({ name, text }) => forbiddenUses(text).map((use) => `${name}: ${use}`));
    assert.deepEqual(found, []);
  });

  it('ask Node for no module that reaches a network', () => {
    assert.ok(bundles.some(({ imports }) => imports.includes('node:child_process')));
    const asked = bundles.flatMap(({ name, text, imports }) =>
      [...imports, ...required(text)].map((path) => ({ name, path })),
    );
    const foreign = asked.filter(
      ({ path }) => !(allowed.has(path) || path === 'vscode' || /^\.\/later\/\w+\.js$/u.test(path)),
    );
    assert.deepEqual(foreign, []);
  });

  it('start one program alone: git', () => {
    const starters = bundles.flatMap(({ name, text }) =>
      [...text.matchAll(starts)].map(([, program]) => `${name}: ${program ?? '?'}`),
    );
    assert.deepEqual(starters, ['extension.js: "git"', 'later/packWork.js: "git"', 'segur-trace.js: "git"']);
  });

  it('hold works of others whose licences are allowed, and told of', () => {
    const packages = bundledPackages(bundles);
    assert.ok(packages.some(({ name }) => name === 'yaml') && packages.some(({ name }) => name === 'tree-sitter-java'));
    assert.equal(readFileSync(noticesFile, 'utf8'), noticesText(packages), 'npm run notices');
    const other = { name: 'dist/x.js', text: '', imports: [], platform: 'node' } as const;
    const sources = ['node_modules/axe-core/axe.js'];
    assert.throws(() => bundledPackages([{ ...other, sources }]), /axe-core \(MPL-2\.0\)/u);
  });

  it('have a bill of materials, the same at each build', () => {
    const packages = bundledPackages(bundles);
    const bill = JSON.parse(billOfMaterials(packages)) as Bill;
    assert.equal(billOfMaterials([...packages]), billOfMaterials(packages));
    assert.deepEqual(
      bill.components.map(
        ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version ?? ''}`,
      ),
      packages.map(({ name, version = '' }) => `${name} ${version}`),
    );
    assert.deepEqual(
      [...(bill.dependencies[0]?.dependsOn ?? [])].sort(),
      bill.components.map((each) => each['bom-ref']).sort(),
    );
    for (const { purl, hashes, licenses } of bill.components) {
      assert.ok(purl === undefined || (hashes?.[0]?.content.length === 128 && /^pkg:npm\/[^@]+@\d/u.test(purl)), purl);
      assert.ok((licenses[0]?.license.id ?? '') !== '');
    }
  });

  it('for browsers ask for nothing but VS Code', () => {
    const browser = bundles.filter(({ platform }) => platform === 'browser');
    assert.equal(browser.length, 1);
    for (const { text, imports } of browser) {
      assert.deepEqual([...new Set(imports)], ['vscode']);
      assert.deepEqual([...new Set(required(text))], ['vscode']);
    }
  });
});
