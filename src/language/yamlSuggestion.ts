import type { Translate } from '../base/message';
import type { YamlPath } from '../base/yaml';
import type { Catalog } from '../catalog/model';
import type { Trace } from '../trace/model';
import type { CompletionItem, CompletionKind } from './completionItem';
import { withFolded } from './requirementItems';

/** A value that may be written at a place of a YAML file. */
export interface Suggestion extends Omit<Partial<CompletionItem>, 'kind' | 'label' | 'insertText'> {
  readonly kind?: CompletionKind;
  /** What the file is to say; it is quoted where YAML asks for it. */
  readonly value: string;
}

/** What values are suggested from. */
export interface ValueContext {
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly t: Translate;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What is typed so far. */
  readonly typed: string;
  /** What is written in the list already, but for the value itself. */
  readonly siblings: readonly string[];
  /** Plain data at a path of the file. */
  readonly dataAt: (path: YamlPath) => unknown;
  readonly path: YamlPath;
}

/** The keys of a path without the indexes of lists: `proofs.for`. */
export function namesOf(path: YamlPath): string {
  return path.filter((key) => typeof key === 'string').join('.');
}

/** A text or a list of texts, as `segur.yaml` allows either. */
export function textsOf(data: unknown): string[] {
  return (Array.isArray(data) ? data : [data]).filter((item): item is string => typeof item === 'string');
}

/** Plain values, found with or without their accents; those written already are left out. */
export function plainValues(
  values: Iterable<string>,
  { siblings }: ValueContext,
  about: (value: string) => Omit<Suggestion, 'value'> = () => ({}),
): Suggestion[] {
  return [...new Set(values)]
    .filter((value) => value !== '' && !/[\r\n]/u.test(value) && !siblings.includes(value))
    .map((value) => {
      const more = about(value);
      return { filterText: withFolded([value, more.description ?? ''].join(' ').trim()), ...more, value };
    });
}
