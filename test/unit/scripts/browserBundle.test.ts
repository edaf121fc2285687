import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { root } from '../../../scripts/host/paths';

const { builds } = createRequire(__filename)('../../../esbuild.js') as { readonly builds: readonly BuildOptions[] };

describe('the bundle for browsers', () => {
  it('asks for nothing but VS Code', async () => {
    const options = builds.find(({ platform }) => platform === 'browser');
    assert.ok(options, 'there is no build for browsers');
    const { outputFiles, metafile } = await build({
      ...options,
      absWorkingDir: root,
      outdir: join(root, 'out', 'never-written'),
      write: false,
      metafile: true,
      sourcemap: false,
      // Without comments, which may speak of other modules.
      minifyWhitespace: true,
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
    assert.deepEqual([...new Set(imports)], ['vscode']);
    const [bundle] = outputFiles;
    const required = [...(bundle?.text ?? '').matchAll(/\brequire\(\s*([^)]*)\)/gu)].map(([, name]) => name);
    assert.deepEqual([...new Set(required)], ['"vscode"']);
  });
});
