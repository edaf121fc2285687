import { distance } from 'fastest-levenshtein';
import { message } from '../../base/message';
import { ProblemCode } from '../../base/problem';
import { PROJECT_FILE } from '../../base/projectFileName';
import { touches, type Range } from '../../base/text';
import { editBetween, type TextEdit } from '../../base/textEdit';
import { parseYaml, type ParsedYaml, type YamlPath } from '../../base/yaml';
import { removeAt, setText, YamlBroken } from '../../base/yamlEdit';
import type { Catalog } from '../../catalog/model';
import { daysBetween, EXPIRES_SOON_DAYS } from '../../evidence/calendar';
import type { ProofState } from '../../evidence/model';
import type { Trace } from '../../trace/model';
import type { Fix, Mended } from './fix';
import { listIn } from './projectEdits';
import { dayChange, proofEntryFixes } from './proofEntryFixes';
import { proposalsFor, shortened } from './unknownId';

export interface ProjectFixRequest {
  /** Of the project file, saved or not. */
  readonly text: string;
  readonly range: Range;
  readonly catalog: Catalog;
  readonly trace: Trace;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const MOST_ITEMS = 3;

/** What can be done about the proofs and decisions at a place of the project file. */
export function projectFixesAt(request: ProjectFixRequest): Fix[] {
  const parsed = parseYaml(request.text, PROJECT_FILE);
  return (['proofs', 'decisions'] as const).flatMap((key) =>
    listIn(parsed.value, key).flatMap((entry, index) => {
      const range = parsed.rangeOf([key, index]);
      const isHere = range !== undefined && touches(range, request.range);
      return isHere ? new EntryFixes(request, parsed, key, index, entry, range).all() : [];
    }),
  );
}

class EntryFixes {
  readonly #request: ProjectFixRequest;
  readonly #parsed: ParsedYaml;
  readonly #key: 'proofs' | 'decisions';
  readonly #index: number;
  readonly #entry: Readonly<Record<string, unknown>>;
  readonly #range: Range;

  constructor(
    request: ProjectFixRequest,
    parsed: ParsedYaml,
    key: 'proofs' | 'decisions',
    index: number,
    entry: Readonly<Record<string, unknown>>,
    range: Range,
  ) {
    this.#request = request;
    this.#parsed = parsed;
    this.#key = key;
    this.#index = index;
    this.#entry = entry;
    this.#range = range;
  }

  all(): Fix[] {
    const about = { ...this.#request, entry: this.#entry, index: this.#index, range: this.#range };
    return [
      ...this.#ids(),
      ...(this.#key === 'proofs'
        ? [...this.#items(), ...proofEntryFixes(about, this.#stateOfProof()), ...this.#missing()]
        : this.#decision()),
    ];
  }

  #ids(): Fix[] {
    return this.#texts('for').flatMap(({ value, path, range }) => {
      const { kind, targets } = this.#request.catalog.resolve(value);
      if (targets.length === 0) {
        const code = this.#key === 'proofs' ? ProblemCode.ProofUnknownId : ProblemCode.DecisionUnknownId;
        return proposalsFor(this.#request.catalog, value).flatMap(({ requirement, preferred }) =>
          this.#replacement(
            path,
            requirement.id,
            message('Change to {0}: {1}', requirement.id, shortened(requirement.title)),
            { preferred, problem: { code, range } },
          ),
        );
      }
      const [target] = targets;
      const isOne = targets.length === 1 && target !== undefined && (kind === 'short' || kind === 'alias');
      return isOne ? this.#replacement(path, target.item, message('Write {0} in full: {1}', value, target.item)) : [];
    });
  }

  /** Items of `covers` that no checklist of the requirements has. */
  #items(): Fix[] {
    const { catalog } = this.#request;
    const known = this.#texts('for', false).flatMap(({ value }) =>
      catalog
        .resolve(value)
        .targets.flatMap(({ requirement }) => catalog.requirement(requirement)?.checklist.map(({ id }) => id) ?? []),
    );
    return this.#texts('covers').flatMap(({ value, path, range }) =>
      known.length === 0 || known.includes(value)
        ? []
        : [...new Set(known)]
            .sort((a, b) => distance(value, a) - distance(value, b))
            .slice(0, MOST_ITEMS)
            .flatMap((item) =>
              this.#replacement(path, item, message('Change to {0}', item), {
                problem: { code: ProblemCode.ProofUnknownItem, range },
              }),
            ),
    );
  }

  #missing(): Fix[] {
    const problem = { code: ProblemCode.ProofMissing, range: this.#range };
    return this.#stateOfProof() === 'missing' ? this.#removal(message('Remove this proof'), problem) : [];
  }

  #decision(): Fix[] {
    const { expires } = this.#entry;
    if (this.#isContradicted()) {
      return this.#removal(message('Remove this decision'), { code: ProblemCode.DecisionConflict, range: this.#range });
    }
    const left = typeof expires === 'string' ? daysBetween(this.#request.today, expires) : undefined;
    if (left === undefined || left > EXPIRES_SOON_DAYS) {
      return [];
    }
    const code = left < 0 ? ProblemCode.DecisionExpired : ProblemCode.DecisionExpiresSoon;
    const problem = { code, range: this.#range };
    return [
      dayChange(['decisions', this.#index, 'expires'], problem, this.#request.today),
      ...this.#removal(message('Remove this decision'), problem),
    ];
  }

  /** Another decision that counts today says something else of one of its requirements. */
  #isContradicted(): boolean {
    const { catalog, today } = this.#request;
    const counts = ({ expires }: Readonly<Record<string, unknown>>): boolean =>
      typeof expires !== 'string' || (daysBetween(today, expires) ?? 0) >= 0;
    const aims = (entry: Readonly<Record<string, unknown>>): string[] =>
      [entry['for']]
        .flat()
        .flatMap((raw) => (typeof raw === 'string' ? catalog.resolve(raw).targets : []))
        .map(({ requirement }) => requirement);
    const own = new Set(aims(this.#entry));
    return (
      counts(this.#entry) &&
      listIn(this.#parsed.value, 'decisions').some(
        (other) => other['status'] !== this.#entry['status'] && counts(other) && aims(other).some((id) => own.has(id)),
      )
    );
  }

  #removal(title: Fix['title'], problem: Mended): Fix[] {
    const edits = this.#edited((text) => removeAt(text, [this.#key, this.#index]));
    return edits === undefined ? [] : [{ title, kind: 'quick-fix', preferred: false, problem, edits }];
  }

  #replacement(
    path: YamlPath,
    value: string,
    title: Fix['title'],
    more: { readonly preferred?: boolean; readonly problem?: Mended } = {},
  ): Fix[] {
    const edits = this.#edited((text) => setText(text, path, value));
    return edits === undefined ? [] : [{ title, kind: 'quick-fix', preferred: false, ...more, edits }];
  }

  #edited(edit: (text: string) => string): TextEdit[] | undefined {
    const { text } = this.#request;
    try {
      const change = editBetween(text, edit(text));
      return change === undefined ? undefined : [change];
    } catch (error) {
      if (error instanceof YamlBroken) {
        return undefined;
      }
      throw error;
    }
  }

  /** A text or each of a list of texts, with their places. */
  #texts(key: string, onlyHere = true): { value: string; path: YamlPath; range: Range }[] {
    const written = this.#entry[key];
    const path = [this.#key, this.#index, key];
    const all: [unknown, YamlPath][] = Array.isArray(written)
      ? written.map((value: unknown, at) => [value, [...path, at]])
      : [[written, path]];
    return all.flatMap(([value, place]) => {
      const range = this.#parsed.rangeOf(place);
      const isIn = range !== undefined && (!onlyHere || touches(range, this.#request.range));
      return typeof value === 'string' && isIn ? [{ value, path: place, range }] : [];
    });
  }

  /** As the last trace had it: the entry may stand elsewhere in the text of now. */
  #stateOfProof(): ProofState | undefined {
    const look = (ids: unknown, files: unknown): string => JSON.stringify([[ids].flat(), [files].flat()]);
    const wanted = look(this.#entry['for'], this.#entry['files']);
    // It may fit one of its requirements and not another.
    const states = this.#request.trace.requirements.flatMap(({ proofs }) =>
      proofs.filter(({ entry }) => look(entry.for, entry.files) === wanted).map(({ state }) => state),
    );
    return states.find((state) => state !== 'ok') ?? states[0];
  }
}
