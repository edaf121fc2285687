/* Where the time of `links --format json` goes: `phases ROOT CATALOGUES [--all]` does its steps one after the other and prints milliseconds of each. */
import { readFileSync } from 'node:fs';
import { links } from '../../../src/cli/commands/links';
import { createTerminal } from '../../../src/cli/terminal';
import { english } from '../../../src/base/message';
import { createAnnotator } from '../../../src/workspace/createAnnotator';
import { decodeText } from '../../../src/base/decodeText';
import { FileBytesReader, searchBuffer } from '../../../src/workspace/fileBytes.node';
import { scanOptionsOf } from '../../../src/workspace/folderSettings';
import { FolderInputsReader } from '../../../src/workspace/folderInputs';
import { walkFolder } from '../../../src/workspace/folderWalk.node';
import { InputPaths } from '../../../src/workspace/inputPaths';
import { localClock } from '../../../src/workspace/localClock';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { pathFilterOf } from '../../../src/workspace/pathFilter';
import { Tracer } from '../../../src/trace/tracer';
import type { FileAnnotations } from '../../../src/annotations/model';

async function main(root: string, catalogs: string, all: boolean): Promise<void> {
  const times: Record<string, number> = {};
  let since = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    times[name] = (times[name] ?? 0) + now - since;
    since = now;
  };
  const shipped = JSON.parse(readFileSync(catalogs, 'utf8')) as Record<string, { file: string; text: string }[]>;
  const reader = new FolderInputsReader(new NodeFileSystem(root), localClock, (name) => Promise.resolve(shipped[name]));
  const inputs = await reader.read();
  const options = scanOptionsOf(inputs, { respectIgnoreFiles: !all });
  lap('inputs');

  const rules = { filter: pathFilterOf(options), respectIgnoreFiles: !all, outerIgnoreFiles: [] };
  const paths = [...walkFolder(root, rules)].flatMap(({ folder, names }) =>
    names.map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
  lap('walk');

  const annotator = createAnnotator(options);
  const bytesReader = new FileBytesReader();
  const annotated: [string, FileAnnotations][] = [];
  let bytes = 0;
  lap('other');
  for (const path of paths) {
    const read = bytesReader.read(`${root}/${path}`, annotator.needles);
    lap('read');
    if (!('bytes' in read)) {
      continue;
    }
    bytes += read.bytes.length;
    const found = annotator.needles.foundIn(read.bytes, searchBuffer);
    lap('search');
    if (found) {
      const decoded = decodeText(read.bytes);
      lap('decode');
      const annotations = 'text' in decoded ? annotator.annotateText(path, decoded.text) : undefined;
      lap('lex');
      if (annotations !== undefined) {
        annotated.push([path, annotations]);
      }
    }
  }
  const { project, loaded, evidence } = inputs;
  const inputPaths = new InputPaths(inputs);
  lap('other');
  const tracer = new Tracer({
    catalog: loaded.catalog,
    project: { ...project, proofs: evidence.proofs, decisions: evidence.decisions },
    isTest: (path) => inputPaths.isTest(path),
    today: localClock.today(),
  });
  annotated.forEach(([path, annotations]) => tracer.update(path, annotations));
  const trace = tracer.trace();
  lap('trace');

  let printed = 0;
  const terminal = {
    ...createTerminal(english, 'en'),
    write: (text: string) => {
      printed += Buffer.byteLength(text);
      return Promise.resolve();
    },
  };
  const stats = { files: paths.length, bytes, matched: annotated.length, ignored: 0 };
  const lock = { problems: [], exists: false };
  await links(
    { root, catalog: loaded.catalog, trace, traces: [], stats, lock, hashOf: () => undefined },
    { format: 'json', file: [] },
    terminal,
  );
  lap('print');
  process.stdout.write(JSON.stringify({ times, printed, stats }));
}

const [root = '.', catalogs = '', rules] = process.argv.slice(2);
main(root, catalogs, rules === '--all').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
