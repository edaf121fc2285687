import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import type { Range } from '../base/text';
import { parseYaml, validateYaml, type ValidatedYaml } from '../base/yaml';
import { catalogSchema, type CatalogDocument, type FaqDocument, type RequirementDocument } from './catalogSchema';
import { IdIndex } from './idIndex';
import type { CatalogInfo, Facet, SourceLocation } from './model';
import { foldId } from './requirementId';

/** One requirement as one file writes it: only the fields that are written there. */
export interface FileRequirement {
  readonly fields: RequirementDocument;
  readonly location: SourceLocation;
}

export interface FileFaqEntry {
  readonly fields: FaqDocument;
  readonly location: SourceLocation;
  /** Where each of `fields.requirements` stands. */
  readonly matchRanges: readonly Range[];
}

/** What one catalogue file says, before it is merged with the others. Plain data. */
export interface CatalogFile {
  readonly info: CatalogInfo;
  readonly requirements: readonly FileRequirement[];
  readonly faq: readonly FileFaqEntry[];
  readonly facets: readonly Facet[];
  readonly feedbackQuestion?: string;
}

/**
 * Reads a catalogue file. Whatever does not fit is left out alone and becomes a problem with its place; `catalog` is absent only when
 * the file is no catalogue at all or is written for another version of the format. The first of two entries with one id counts.
 * `file` is relative to the workspace folder, or `builtin:<name>`.
 */
// @segur ST.CAT.03
export function loadCatalogFile(text: string, file: string): { catalog?: CatalogFile; problems: Problem[] } {
  const parsed = parseYaml(text, file);
  if (parsed.value === undefined) {
    const empty: Problem = {
      code: ProblemCode.YamlSchema,
      severity: 'warning',
      file,
      message: message('This catalogue is empty'),
      remedy: message('Begin with “version: 1”, then “requirements:”'),
    };
    return { problems: parsed.problems.length === 0 ? [empty] : [...parsed.problems] };
  }
  const valid = validateYaml(catalogSchema, parsed, file);
  const problems = [...parsed.problems, ...valid.problems];
  if (valid.output === undefined) {
    return { problems };
  }
  const reader = new FileReader(valid, valid.output, file);
  const catalog = reader.read();
  return { catalog, problems: [...problems, ...reader.problems] };
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

class FileReader {
  readonly problems: Problem[] = [];
  readonly #valid: ValidatedYaml<CatalogDocument>;
  readonly #document: CatalogDocument;
  readonly #file: string;

  constructor(valid: ValidatedYaml<CatalogDocument>, document: CatalogDocument, file: string) {
    this.#valid = valid;
    this.#document = document;
    this.#file = file;
  }

  read(): CatalogFile {
    const { catalog, facets = [], feedback, faq = [], requirements = [] } = this.#document;
    return {
      info: { ...(catalog ?? namedAfter(this.#file)), file: this.#file },
      requirements: this.#firstOfEach('requirements', requirements).map(([i, fields]) => ({
        fields,
        location: this.#locationOf(['requirements', i]),
      })),
      faq: this.#firstOfEach('faq', faq).map(([i, fields]) => ({
        fields,
        location: this.#locationOf(['faq', i]),
        matchRanges: (fields.requirements ?? []).map((_, j) => this.#rangeOf(['faq', i, 'requirements', j, 'id'])),
      })),
      facets: facets.map(({ id, question, values = [] }) => ({ id, question, values })),
      ...(feedback === undefined ? {} : { feedbackQuestion: feedback }),
    };
  }

  #firstOfEach<T extends { readonly id: string }>(list: 'requirements' | 'faq', entries: readonly T[]): [number, T][] {
    const ids = new IdIndex<number>();
    return [...entries.entries()].filter(([i, { id }]) => {
      const folded = foldId(id);
      const earlier = ids.find(folded);
      if (earlier !== undefined) {
        this.problems.push({
          code: ProblemCode.CatalogDuplicateId,
          severity: 'error',
          file: this.#file,
          range: this.#rangeOf([list, i, 'id']),
          message: message(
            '{0} is already in this file, at line {1}; this entry is passed over',
            id,
            this.#rangeOf([list, earlier]).start.line + 1,
          ),
          remedy: message('Join both entries, or correct the id'),
        });
        return false;
      }
      ids.add(folded, i);
      return true;
    });
  }

  #locationOf(path: readonly (string | number)[]): SourceLocation {
    return { file: this.#file, range: this.#rangeOf(path) };
  }

  #rangeOf(path: readonly (string | number)[]): Range {
    return this.#valid.rangeOf(path) ?? nowhere;
  }
}

function namedAfter(file: string): { id: string; title: string } {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf(':')) + 1).replace(/\.ya?ml$/i, '');
  return { id: name, title: name };
}
