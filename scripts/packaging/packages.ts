import { join } from 'node:path';
import { root } from '../host/paths';

/** The extension as `npm run package` makes it. */
export const extensionPackage = join(root, 'out', 'segur-trace.vsix');

/** The command as `npm run package` makes it, for `npm install --global`. */
export const commandPackage = join(root, 'out', 'segur-trace.tgz');
