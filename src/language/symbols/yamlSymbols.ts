import type { Translate } from '../../base/message';
import { compare, type Range } from '../../base/text';
import { parseYaml, type ParsedYaml, type YamlPath } from '../../base/yaml';
import { proofKinds } from '../../catalog/catalogSchema';
import type { ProofKind } from '../../catalog/model';
import { inProfile } from '../../trace/scope';
import { proofKindLabel, scopeLabel, stateLabel } from '../../trace/words';
import type { Known } from '../annotatedRequirements';
import { shortTitle } from '../shortTitle';
import type { YamlFileKind } from '../yamlIds';
import { child, items, words, type YamlValue } from '../yamlWalk';
import type { SymbolKind, TextSymbol } from './textSymbol';

const LONGEST = 80;

/** What a project file or a catalogue file lists, as its outline shows it. Never throws: of a half-written file it gives what can be read. */
export function yamlSymbols(text: string, kind: YamlFileKind, known: Known, t: Translate): readonly TextSymbol[] {
  const outline = new Outline(parseYaml(text, ''), known, t);
  return kind === 'project' ? outline.ofProject() : outline.ofCatalog();
}

class Outline {
  readonly #parsed: ParsedYaml;
  readonly #known: Known;
  readonly #t: Translate;
  readonly #root: YamlValue;

  constructor(parsed: ParsedYaml, known: Known, t: Translate) {
    this.#parsed = parsed;
    this.#known = known;
    this.#t = t;
    this.#root = { value: parsed.value, path: [] };
  }

  ofProject(): TextSymbol[] {
    return [
      ...this.#group('proofs', this.#t('Proofs'), (proof) => this.#proof(proof)),
      ...this.#group('decisions', this.#t('Decisions'), (decision) => this.#decision(decision)),
    ];
  }

  ofCatalog(): TextSymbol[] {
    return [
      ...this.#group('requirements', this.#t('Requirements'), (requirement) => this.#requirement(requirement)),
      ...this.#group('faq', this.#t('FAQ'), (answer) => this.#answer(answer)),
    ];
  }

  /** A list of the file and its entries; nothing for a list that is empty or missing. */
  #group(key: string, name: string, symbolOf: (entry: YamlValue) => TextSymbol | undefined): TextSymbol[] {
    const list = child(this.#root, key);
    const children = items(list).flatMap((entry) => symbolOf(entry) ?? []);
    const value = this.#parsed.rangeOf(list.path);
    const head = this.#parsed.keyRangeOf(list.path);
    if (children.length === 0 || value === undefined || head === undefined) {
      return [];
    }
    const range = { start: head.start, end: value.end };
    return [{ name, detail: String(children.length), kind: 'group', range, selection: head, children }];
  }

  #proof(proof: YamlValue): TextSymbol | undefined {
    const given = ['files', 'value', 'link'].flatMap((key) => items(child(proof, key)).map(words));
    return this.#symbol('proof', proof, {
      name: this.#idsOf(proof),
      detail: [this.#proofKind(proof), given.join(', ')],
      at: 'for',
    });
  }

  #decision(decision: YamlValue): TextSymbol | undefined {
    const status = words(child(decision, 'status'));
    const label =
      status === 'not-applicable' || status === 'accepted-gap' ? stateLabel(this.#t, status).toLowerCase() : status;
    return this.#symbol('decision', decision, {
      name: this.#idsOf(decision),
      detail: [label, words(child(decision, 'reason'))],
      at: 'for',
    });
  }

  #requirement(requirement: YamlValue): TextSymbol | undefined {
    const id = words(child(requirement, 'id'));
    const row = this.#known.trace.requirement(id);
    const state =
      row === undefined
        ? ''
        : inProfile(row)
          ? stateLabel(this.#t, row.state).toLowerCase()
          : scopeLabel(this.#t, row.scope);
    const scenarios = items(child(requirement, 'scenarios')).flatMap((scenario) => this.#scenario(scenario) ?? []);
    return this.#symbol('requirement', requirement, {
      name: [id, words(child(requirement, 'title'))],
      detail: [state],
      at: 'id',
      children: [...scenarios, ...this.#expectedProofs(requirement)],
    });
  }

  #scenario(scenario: YamlValue): TextSymbol | undefined {
    return this.#symbol('scenario', scenario, {
      name: [words(child(scenario, 'id'))],
      detail: [words(child(scenario, 'text'))],
      at: 'id',
      children: this.#expectedProofs(scenario),
    });
  }

  #expectedProofs(owner: YamlValue): TextSymbol[] {
    return items(child(owner, 'proofs')).flatMap(
      (proof) =>
        this.#symbol('expected-proof', proof, {
          name: [words(child(proof, 'id')) || this.#proofKind(proof)],
          detail: [words(child(proof, 'text'))],
          at: 'id',
        }) ?? [],
    );
  }

  #answer(answer: YamlValue): TextSymbol | undefined {
    const concerned = items(child(answer, 'requirements')).map((match) => words(child(match, 'id')));
    return this.#symbol('answer', answer, {
      name: [words(child(answer, 'id')), words(child(answer, 'question')) || words(child(answer, 'subject'))],
      detail: [concerned.join(', ')],
      at: 'id',
    });
  }

  /** `undefined` for an entry without a name: nobody has written it yet. */
  #symbol(
    kind: SymbolKind,
    { path }: YamlValue,
    said: {
      readonly name: readonly string[];
      readonly detail: readonly string[];
      /** The key whose value the cursor goes to. */
      readonly at: string;
      readonly children?: readonly TextSymbol[];
    },
  ): TextSymbol | undefined {
    const range = this.#parsed.rangeOf(path);
    const name = clipped(said.name, ' ');
    return range === undefined || name === ''
      ? undefined
      : {
          name,
          detail: clipped(said.detail, ' · '),
          kind,
          range,
          selection: this.#selection([...path, said.at], range),
          children: said.children ?? [],
        };
  }

  /** What an alias stands for stands elsewhere. */
  #selection(path: YamlPath, range: Range): Range {
    const own = this.#parsed.rangeOf(path);
    return own !== undefined && compare(range.start, own.start) <= 0 && compare(own.end, range.end) <= 0
      ? own
      : { start: range.start, end: range.start };
  }

  #idsOf(entry: YamlValue): string[] {
    return [items(child(entry, 'for')).map(words).filter(Boolean).join(', ')];
  }

  #proofKind(proof: YamlValue): string {
    const kind = words(child(proof, 'kind'));
    return isProofKind(kind) ? proofKindLabel(this.#t, kind) : kind;
  }
}

function isProofKind(kind: string): kind is ProofKind {
  return (proofKinds as readonly string[]).includes(kind);
}

function clipped(parts: readonly string[], separator: string): string {
  return shortTitle(parts.filter(Boolean).join(separator), LONGEST);
}
