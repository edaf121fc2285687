/*
 * npm run build:tests: what the launch configuration that debugs the tests inside VS Code needs: the tests, bundled, and
 * a copy of the demonstration that they may change.
 */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildVscodeTests } from './host/buildTests';
import { exampleFolder, root } from './host/paths';

async function main(): Promise<void> {
  await buildVscodeTests();
  const copy = join(root, 'out', 'test', 'dossier-patient');
  await rm(copy, { recursive: true, force: true });
  await cp(exampleFolder, copy, { recursive: true });
}

void main();
