import { isAlias, isMap, isScalar, isSeq, visit, type Document, type Node, type Scalar } from 'yaml';
import { pushTo } from '../base/pushTo';
import { contains, LineMap, type Position, type Range } from '../base/text';
import { parseYaml, type YamlPath } from '../base/yaml';
import { longestId } from '../catalog/requirementId';

export type YamlFileKind = 'project' | 'catalog';

/**
 * What an id of a YAML file does there. `alias` is a requirement's former id (`aliases:`), `expected-proof` a proof that a requirement or a
 * scenario asks for, `faq-reference` the requirement that an answer concerns.
 */
export type YamlIdRole =
  'proof-for' | 'decision-for' | 'definition' | 'scenario' | 'expected-proof' | 'alias' | 'faq-reference';

/** Whether an id of that role names something of the catalogue that stands right there. */
export function isDefinition(role: YamlIdRole): role is 'definition' | 'scenario' | 'expected-proof' {
  return role === 'definition' || role === 'scenario' || role === 'expected-proof';
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

/** One id in the text of a project or catalogue file. */
export interface YamlId {
  /** The id as the reader of the file gets it: without quotes, escapes resolved. */
  readonly raw: string;
  /** Inside the quotes. */
  readonly range: Range;
  /** The text at `range`: another than `raw` only where the file escapes or folds it. */
  readonly source: string;
  readonly style: ScalarStyle;
  /** Inside `[…]` or `{…}`, where plain text may hold neither commas nor brackets. */
  readonly inFlow: boolean;
  readonly role: YamlIdRole;
  /** Of the id. */
  readonly path: YamlPath;
  /** Of what the id belongs to: the proof, the decision, the requirement, the scenario, the expected proof, the answer. */
  readonly entry: YamlPath;
}

/**
 * Every id of a project file or a catalogue file, in the order of the text. Never throws: of a half-written file it gives what can be
 * read. What several entries share through an anchor (`for: *ids`) is given once, where it is written.
 * @param kind seen from the file's keys when absent
 */
export function yamlIds(text: string, kind?: YamlFileKind): readonly YamlId[] {
  const { document } = parseYaml(text, '');
  const collector = new Collector(text, document);
  if ((kind ?? kindOf(document)) === 'catalog') {
    collector.readCatalog();
  } else {
    collector.readProject();
  }
  return collector.ids();
}

/** The id at a place, of those that were found before; both its ends are part of it. */
export function idAt(ids: readonly YamlId[], position: Position): YamlId | undefined {
  return ids.find(({ range }) => contains(range, position));
}

const catalogKeys = new Set(['requirements', 'faq', 'catalog', 'facets', 'feedback']);

function kindOf(document: Document): YamlFileKind {
  const { contents } = document;
  const isCatalog = isMap(contents) && contents.items.some(({ key }) => catalogKeys.has(keyText(key)));
  return isCatalog ? 'catalog' : 'project';
}

class Collector {
  readonly #text: string;
  readonly #root: unknown;
  readonly #lines: LineMap;
  readonly #anchors: ReadonlyMap<string, readonly Node[]>;
  /** By offset: what is written once is one id, however often it is shared. */
  readonly #found = new Map<number, YamlId>();

  constructor(text: string, document: Document) {
    this.#text = text;
    this.#root = document.contents;
    this.#lines = new LineMap(text);
    this.#anchors = text.includes('*') ? anchorsOf(document) : new Map();
  }

  ids(): readonly YamlId[] {
    return [...this.#found].sort(([a], [b]) => a - b).map(([, id]) => id);
  }

  readProject(): void {
    for (const [key, role] of [
      ['proofs', 'proof-for'],
      ['decisions', 'decision-for'],
    ] as const) {
      for (const [entry, path] of this.#items(this.#root, [], key)) {
        this.#addAll(entry, path, 'for', role);
      }
    }
  }

  readCatalog(): void {
    for (const [requirement, path] of this.#items(this.#root, [], 'requirements')) {
      this.#addAll(requirement, path, 'id', 'definition');
      this.#addAll(requirement, path, 'aliases', 'alias');
      this.#addProofs(requirement, path);
      for (const [scenario, scenarioPath] of this.#items(requirement, path, 'scenarios')) {
        this.#addAll(scenario, scenarioPath, 'id', 'scenario');
        this.#addProofs(scenario, scenarioPath);
      }
    }
    for (const [answer, path] of this.#items(this.#root, [], 'faq')) {
      for (const [match, matchPath] of this.#items(answer, path, 'requirements')) {
        this.#addAll(match, matchPath, 'id', 'faq-reference', path);
      }
    }
  }

  #addProofs(owner: unknown, path: YamlPath): void {
    for (const [proof, proofPath] of this.#items(owner, path, 'proofs')) {
      this.#addAll(proof, proofPath, 'id', 'expected-proof');
    }
  }

  /** The members of the list under a key. */
  #items(owner: unknown, path: YamlPath, key: string): [Node, YamlPath][] {
    return this.#values(owner, key).flatMap((value) =>
      isSeq(value) ? value.items.map((item, i): [Node, YamlPath] => [item as Node, [...path, key, i]]) : [],
    );
  }

  /** The id or the list of ids under a key. */
  #addAll(owner: unknown, entry: YamlPath, key: string, role: YamlIdRole, of: YamlPath = entry): void {
    for (const value of this.#values(owner, key)) {
      if (isSeq(value)) {
        value.items.forEach((item, i) => {
          const inFlow = value.flow === true || this.#isFlow(owner);
          this.#add(this.#follow(item), { inFlow, role, path: [...entry, key, i], entry: of });
        });
      } else {
        this.#add(value, { inFlow: this.#isFlow(owner), role, path: [...entry, key], entry: of });
      }
    }
  }

  /** More than one value where a key is written twice. */
  #values(owner: unknown, key: string): unknown[] {
    const map = this.#follow(owner);
    return isMap(map)
      ? map.items.filter((pair) => keyText(pair.key) === key).map(({ value }) => this.#follow(value))
      : [];
  }

  #isFlow(owner: unknown): boolean {
    const map = this.#follow(owner);
    return isMap(map) && map.flow === true;
  }

  #follow(node: unknown): unknown {
    if (!isAlias(node)) {
      return node;
    }
    const start = node.range?.[0] ?? 0;
    return this.#anchors.get(node.source)?.findLast((anchored) => (anchored.range?.[0] ?? 0) < start);
  }

  #add(node: unknown, rest: Pick<YamlId, 'inFlow' | 'role' | 'path' | 'entry'>): void {
    if (!isScalar(node) || !node.range || typeof node.value === 'boolean' || node.value === null) {
      return;
    }
    const { start, end, style, whole } = extentOf(node, this.#text);
    const source = this.#text.slice(start, end);
    if (source === '' || source.length > longestId || this.#found.has(start)) {
      return;
    }
    const raw = whole && typeof node.value === 'string' ? node.value.trim() : source;
    this.#found.set(start, { raw, range: this.#lines.rangeOf(start, end), source, style, ...rest });
  }
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Every anchored node, in the order of the text: a later anchor of the same name counts from there on. */
function anchorsOf(document: Document): Map<string, Node[]> {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor !== undefined) {
        pushTo(anchors, node.anchor, node);
      }
    },
  });
  return anchors;
}

interface Extent {
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  /** `false` for quotes that nobody closed yet: the value is all that follows, the id ends with the line. */
  readonly whole: boolean;
}

/** Where the words of a scalar stand: without quotes, without the header of a block, without the blank around. */
function extentOf(node: Scalar, text: string): Extent {
  const [nodeStart, nodeEnd] = node.range ?? [0, 0];
  const quote = text.charAt(nodeStart);
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    const style = node.type === 'QUOTE_DOUBLE' ? 'double-quoted' : 'single-quoted';
    const start = nodeStart + 1;
    const closed = nodeEnd > start && text.charAt(nodeEnd - 1) === quote;
    const lineEnd = /[\r\n]|$/.exec(text.slice(start, nodeEnd))?.index ?? 0;
    return { ...trimmed(text, start, closed ? nodeEnd - 1 : start + lineEnd), style, whole: closed };
  }
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    const header = /[\r\n]|$/.exec(text.slice(nodeStart, nodeEnd))?.index ?? 0;
    return { ...trimmed(text, nodeStart + header, nodeEnd), style: 'block', whole: true };
  }
  return { ...trimmed(text, nodeStart, nodeEnd), style: 'plain', whole: true };
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}
