import { join } from 'node:path';
import { root } from '../host/paths';

/** The extension as `npm run package` makes it. */
export const extensionPackage = join(root, 'out', 'segur-trace.vsix');

/** What the bundles are made of, a CycloneDX document; the packages hold it too. */
export const billFile = join(root, 'out', 'sbom.cdx.json');

/** The command as `npm run package` makes it, for `npm install --global`. */
export const commandPackage = join(root, 'out', 'segur-trace.tgz');
