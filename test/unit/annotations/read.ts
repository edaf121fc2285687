import { languageForId } from '../../../src/annotations/languages';
import type { FileAnnotations } from '../../../src/annotations/model';
import { parseAnnotations, type ParseOptions } from '../../../src/annotations/parseAnnotations';
import type { Language } from '../../../src/annotations/data/language';

export function language(id: string): Language {
  const found = languageForId(id);
  if (found === undefined) {
    throw new Error(`no language ${id}`);
  }
  return found;
}

export function read(text: string, id = 'typescript', options: Partial<ParseOptions> = {}): FileAnnotations {
  return parseAnnotations(text, { language: language(id), marker: '@segur', ...options });
}

/** Every id of every annotation, `~revision` with it. */
export function idsIn(text: string, id = 'typescript', options: Partial<ParseOptions> = {}): string[] {
  return read(text, id, options).annotations.flatMap(({ ids }) =>
    ids.map(({ raw, revision }) => (revision === undefined ? raw : `${raw}~${revision}`)),
  );
}
