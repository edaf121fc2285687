import { extname } from 'node:path';
import { message, render } from '../../base/message';
import { diffCatalogs } from '../../catalog/diff/catalogDiff';
import { loadCatalogFile } from '../../catalog/loadCatalog';
import { mergeCatalogs } from '../../catalog/mergeCatalogs';
import type { Catalog } from '../../catalog/model';
import { catalogDiffDocument } from '../../report/compare/catalogDiffDocument';
import type { DiffDocument } from '../../report/compare/diffDocument';
import { catalogDiffJson, traceDiffJson } from '../../report/compare/diffJson';
import { diffMarkdown } from '../../report/compare/diffMarkdown';
import { diffText } from '../../report/compare/diffText';
import { readTrace } from '../../report/compare/readTrace';
import { diffTraces } from '../../report/compare/traceDiff';
import { traceDiffDocument } from '../../report/compare/traceDiffDocument';
import type { StoredMatrix } from '../../report/matrixSchema';
import { readInput } from '../readInput';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';

export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** `diff`: two stored traces, or two catalogues. That they differ is an answer and no failure. */
export async function diff(before: string, after: string, format: DiffFormat, terminal: Terminal): Promise<void> {
  const kinds = [before, after].map(kindOf);
  if (kinds[0] !== kinds[1]) {
    throw new UsageError(
      message('{0} and {1} cannot be compared: one is a trace, the other a catalogue.', before, after),
    );
  }
  await terminal.write(
    kinds[0] === 'trace'
      ? await ofTraces(before, after, format, terminal)
      : await ofCatalogs(before, after, format, terminal),
  );
}

function kindOf(path: string): 'trace' | 'catalog' {
  switch (extname(path).toLowerCase()) {
    case '.json':
      return 'trace';
    case '.yaml':
    case '.yml':
      return 'catalog';
    default:
      throw new UsageError(
        message('{0} is neither a stored trace (.json, from matrix --format json) nor a catalogue (.yaml).', path),
      );
  }
}

async function ofTraces(before: string, after: string, format: DiffFormat, terminal: Terminal): Promise<string> {
  const found = diffTraces(await storedTrace(before), await storedTrace(after));
  return format === 'json' ? traceDiffJson(found) : inWords(traceDiffDocument(found, terminal.t), format, terminal);
}

async function ofCatalogs(before: string, after: string, format: DiffFormat, terminal: Terminal): Promise<string> {
  const found = diffCatalogs(await catalogAt(before, terminal), await catalogAt(after, terminal));
  return format === 'json' ? catalogDiffJson(found) : inWords(catalogDiffDocument(found, terminal.t), format, terminal);
}

function inWords(document: DiffDocument, format: DiffFormat, terminal: Terminal): string {
  return format === 'markdown' ? diffMarkdown(document) : diffText(document, terminal.colors);
}

/** @throws UsageError when the file is no stored trace */
export async function storedTrace(path: string): Promise<StoredMatrix> {
  const read = readTrace(await readInput(path), path);
  if ('fault' in read) {
    throw new UsageError(read.fault);
  }
  return read;
}

/** Whatever in it does not fit is told and left out; a file with nothing in it that fits is refused. */
async function catalogAt(path: string, terminal: Terminal): Promise<Catalog> {
  const { catalog, problems } = loadCatalogFile(await readInput(path), path);
  for (const { file, range, message: text } of problems) {
    const place = range === undefined ? file : `${file}:${range.start.line + 1}:${range.start.character + 1}`;
    terminal.note(`${place}: ${render(terminal.t, text)}`);
  }
  if (catalog === undefined || catalog.requirements.length + catalog.faq.length === 0) {
    throw new UsageError(message('{0} is no catalogue: it has no requirement and no answer that can be read.', path));
  }
  return mergeCatalogs([catalog]).catalog;
}
