import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { commandPackage, extensionPackage } from '../../scripts/packaging/packages';
import { largestPackage } from '../../scripts/packaging/contents';

/** What each package is expected to hold, and of how many files; written apart from the list by which it is made. */
const everywhere: readonly (readonly [RegExp, number])[] = [
  [
    /^(LICENSE(\.txt)?|package\.json|readme\.md|README\.fr\.md|changelog\.md|SECURITY\.md|THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json)$/iu,
    8,
  ],
  [/^dist\/(segur-trace|scan-worker|unit-worker)\.js$/u, 3],
  [/^dist\/builtin-catalogs\.json$/u, 1],
  [/^dist\/grammars\/(tree-sitter(-[a-z-]+)?\.wasm|LICENSE)$/u, 14],
  [/^schemas\/[a-z-]+\.schema\.json$/u, 6],
];

const expected = {
  extension: [
    ...everywhere,
    [/^package\.nls(\.fr)?\.json$/u, 2],
    [/^dist\/(web\/)?extension\.js$/u, 2],
    [/^dist\/later\/\w+\.js$/u, 7],
    [/^l10n\/bundle\.l10n\.fr\.json$/u, 1],
    [/^media\/(icon\.png|segur-trace\.svg|(faqPage|pasteProof)\.(css|js))$/u, 6],
    [/^media\/walkthrough\/\w+(\.nls\.fr)?\.(md|svg)$/u, undefined],
    [/^requirements\/segur-v2(\.faq)?\.yaml$/u, 2],
    [/^docs\/problems(\.fr)?\.md$/u, 2],
    [/^examples\/dossier-patient\/(?!.*(build|__pycache__|node_modules)\/).+$/u, undefined],
  ],
  command: [...everywhere, [/^dist\/later\/(fillWork|formats|mcp)\.js$/u, 3]],
} as const;

function extensionFiles(): Record<string, Uint8Array> {
  const files = unzipSync(readFileSync(extensionPackage));
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, bytes]) =>
      path.startsWith('extension/') && !path.endsWith('/') ? [[path.slice('extension/'.length), bytes]] : [],
    ),
  );
}

/** Names and contents of the files of a tarball as npm makes it. */
function commandFiles(): Record<string, Uint8Array> {
  const tar = gunzipSync(readFileSync(commandPackage));
  const files: Record<string, Uint8Array> = {};
  const field = (at: number, length: number) => strFromU8(tar.subarray(at, at + length)).replace(/\0.*$/su, '');
  for (let at = 0; at < tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    files[field(at, 100).replace(/^package\//u, '')] = tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

for (const [kind, path, read] of [
  ['extension', extensionPackage, extensionFiles],
  ['command', commandPackage, commandFiles],
] as const) {
  // @segur ST.PKG.01
  describe(`the package of the ${kind}`, () => {
    let files: Record<string, Uint8Array>;
    before(() => {
      files = read();
    });

    it('is small', () => {
      assert.ok(statSync(path).size < largestPackage);
    });

    it('holds what is needed and nothing else', () => {
      const rest = new Set(Object.keys(files));
      for (const [pattern, count] of expected[kind]) {
        const matching = [...rest].filter((name) => pattern.test(name));
        assert.ok(
          count === undefined ? matching.length > 0 : matching.length === count,
          `${pattern}: ${matching.join(' ')}`,
        );
        matching.forEach((name) => rest.delete(name));
      }
      assert.deepEqual([...rest], []);
    });

    it('is of production bundles, without what is for developers', () => {
      const manifest = JSON.parse(strFromU8(files['package.json'] ?? new Uint8Array())) as Record<string, unknown>;
      assert.deepEqual(
        Object.keys(manifest).filter((key) => /^scripts$|dependencies$/iu.test(key)),
        [],
      );
      assert.equal(manifest['license'], 'MIT');
      const bundles = Object.entries(files).filter(([name]) => /^dist\/.*\.js$/u.test(name));
      for (const [name, bytes] of bundles) {
        const text = strFromU8(bytes);
        assert.doesNotMatch(text, /\/\/# sourceMappingURL/u, name);
        assert.ok(text.split('\n').length < text.length / 100, `${name} is not minified`);
      }
    });

    it('shows no picture that is not there, and leads to no file that is not', () => {
      const names = Object.keys(files).map((name) => name.toLowerCase());
      for (const [name, bytes] of Object.entries(files).filter(([each]) => /^readme/iu.test(each))) {
        const text = strFromU8(bytes).replaceAll(/^```[^]*?^```$/gmu, '');
        const targets = [...text.matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)[^)]*\)|<img[^>]+src="([^"]+)"/gu)];
        const missing = targets
          .map(([, link, image]) => link ?? image ?? '')
          .filter((to) => !names.includes(to.toLowerCase()));
        assert.deepEqual(missing, [], name);
      }
    });
  });
}
