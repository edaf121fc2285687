import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths';
import { bundledPackages, type BundledPackage } from './bundledPackages';
import { productionBundles } from './productionBundles';

/** The committed file of the licences of what is bundled. */
export const noticesFile = join(root, 'THIRD-PARTY-NOTICES.txt');

const line = '-'.repeat(80);

/** The licences of what is bundled; packages of the same text share it. */
export function noticesText(packages: readonly BundledPackage[]): string {
  const byText = new Map<string, BundledPackage[]>();
  for (const each of packages) {
    const text = tidy(each.licenceText);
    byText.set(text, [...(byText.get(text) ?? []), each]);
  }
  const parts = [...byText].map(([text, those]) => `${line}\n\n${those.map(titleOf).join('\n')}\n\n${text}\n`);
  return `Ségur Trace holds these works of others, in whole or in part, under their licences. Made by \`npm run notices\`.\n\n${parts.join('\n')}`;
}

function titleOf({ name, version, licence, within }: BundledPackage): string {
  return [name, version, within === undefined ? undefined : `compiled in ${within}`, `(${licence})`]
    .filter((part) => part !== undefined)
    .join(' ');
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gmu, '')
    .trim();
}

if (require.main === module) {
  void productionBundles().then((bundles) => writeFileSync(noticesFile, noticesText(bundledPackages(bundles))));
}
