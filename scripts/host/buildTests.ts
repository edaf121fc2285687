import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths';

/** Bundles the tests that run inside VS Code, one file for each, into `out/test/vscode`; returns the entry file. */
export async function buildVscodeTests(): Promise<string> {
  const source = join(root, 'test', 'vscode');
  const target = join(root, 'out', 'test', 'vscode');
  await rm(target, { recursive: true, force: true });
  const files = readdirSync(source).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await build({
    entryPoints: files.map((name) => join(source, name)),
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(target, 'index.js');
}
