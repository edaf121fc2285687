import { Composer, Document, isAlias, isMap, isScalar, isSeq, Parser, type Node, type Pair } from 'yaml';
import type { GenericSchema, InferOutput } from 'valibot';
import { message } from './message';
import { ProblemCode, type Problem, type Severity } from './problem';
import { LineMap, type Range } from './text';
import { mostLevels, offsetTooDeep } from './yamlDepth';
import { fitToSchema } from './yamlFit';
import { issueInWords, unknownKeyInWords } from './yamlIssue';
import { syntaxErrorInWords, thrownInWords, type Told } from './yamlSyntax';
import { unknownKeysOf } from './yamlShape';

/** Keys and places in lists, from the root on. */
export type YamlPath = readonly (string | number)[];

export interface ParsedYaml {
  /** For editing: comments, order and style survive in it. */
  readonly document: Document;
  /** Plain data; `undefined` for an empty file or one of which nothing could be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands, without the blank around it. `[]` is the whole document. */
  readonly rangeOf: (path: YamlPath) => Range | undefined;
  /** Where the last key of a path stands. */
  readonly keyRangeOf: (path: YamlPath) => Range | undefined;
  /** The node at a path, aliases followed. */
  readonly nodeAt: (path: YamlPath) => Node | undefined;
}

const MEGABYTE = 1024 * 1024;
/** UTF-16 units; some ten times the largest catalogue we know of. */
const longestText = 16 * MEGABYTE;
/** How often anchors may be expanded, against files that grow when read ("billion laughs"). */
const mostAliases = 100;
/** One mistake can make the parser stumble at every line that follows. */
const mostErrors = 20;

/**
 * Reads one YAML 1.2 document. Never throws: whatever is wrong becomes a problem with its place and what to do, and what could still
 * be read is given. Only the first document of a stream counts.
 */
// @segur ST.TRU.02
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineMap(text);
  const problems: Problem[] = [];
  const report = (
    code: ProblemCode,
    severity: Severity,
    at: readonly [number, number] | undefined,
    told: Told,
  ): void => {
    const range = at === undefined ? {} : { range: lines.rangeOf(at[0], Math.max(at[1], at[0])) };
    problems.push({ code, severity, file, ...range, ...told });
  };
  if (text.length > longestText) {
    report(ProblemCode.FileTooLarge, 'error', undefined, {
      message: message(
        'This file is too large to be read: {0} MB, at most {1} MB',
        // Rounded up: of 16.2 it would say that 16 are too many where 16 are allowed.
        Math.ceil(text.length / MEGABYTE),
        longestText / MEGABYTE,
      ),
      remedy: message('Split it into several files'),
    });
    return view(emptyDocument(), undefined, problems, text, lines);
  }
  let document: Document = emptyDocument();
  let value: unknown;
  try {
    const tokens = [...new Parser().parse(text)];
    const tooDeep = offsetTooDeep(tokens, mostLevels);
    if (tooDeep !== undefined) {
      report(ProblemCode.YamlSyntax, 'error', [tooDeep, tooDeep], {
        message: message('This file is nested more than {0} levels deep', mostLevels),
        remedy: message('Close what is open before this place'),
      });
      return view(document, undefined, problems, text, lines);
    }
    // Pretty errors would copy source lines into each message; ours carry a range instead.
    const composer = new Composer({ prettyErrors: false, logLevel: 'error' });
    const documents = [...composer.compose(tokens, true, text.length)];
    document = documents[0] ?? document;
    const second = documents[1];
    if (second !== undefined) {
      report(ProblemCode.YamlSyntax, 'warning', [second.range[0], second.range[0]], {
        message: message('Only the first document of this file is read'),
        remedy: message('Remove the line “---” or move what follows it to another file'),
      });
    }
    for (const error of document.errors.slice(0, mostErrors)) {
      report(ProblemCode.YamlSyntax, 'error', error.pos, syntaxErrorInWords(error));
    }
    for (const warning of document.warnings.slice(0, mostErrors)) {
      report(ProblemCode.YamlSyntax, 'warning', warning.pos, syntaxErrorInWords(warning));
    }
    value = document.toJS({ maxAliasCount: mostAliases }) ?? undefined;
  } catch (error) {
    report(ProblemCode.YamlSyntax, 'error', undefined, thrownInWords(error, mostAliases));
  }
  return view(document, value, problems, text, lines);
}

export interface ValidatedYaml<T> {
  /** What fits the schema; `undefined` when nothing of the file does. */
  readonly output?: T;
  readonly problems: readonly Problem[];
  /** Where a value of `output` stands in the text: list items that did not fit are gone from `output`, so its indexes may differ. */
  readonly rangeOf: (path: YamlPath) => Range | undefined;
}

/** A file of the wrong kind would otherwise complain at each of its lines. */
const mostProblems = 100;

/**
 * Checks a parsed file against a schema. What does not fit costs the smallest part that may be missing (a list item, an optional key),
 * never the rest of the file; numbers where a text is asked for are taken as they are written (`edition: 2026.10`), and empty
 * optional keys are as good as absent. Keys that the schema does not know are warnings. After a syntax error nothing more is
 * reported: it would be its consequence.
 */
export function validateYaml<S extends GenericSchema>(
  schema: S,
  parsed: ParsedYaml,
  file: string,
): ValidatedYaml<InferOutput<S>> {
  const fit = fitToSchema(schema, parsed.value, (path) => sourceOf(parsed.nodeAt(path)));
  const broken = parsed.problems.some(({ severity }) => severity === 'error');
  const problems: Problem[] = [];
  const report = (severity: Severity, path: YamlPath, told: Told & { code?: ProblemCode }, range?: Range): void => {
    if (problems.length < mostProblems) {
      const place = range ?? nearestRange(parsed, path);
      problems.push({
        code: ProblemCode.YamlSchema,
        severity,
        file,
        ...(place === undefined ? {} : { range: place }),
        ...told,
      });
    }
  };
  if (!broken) {
    for (const { issue, path, serious } of fit.issues) {
      report(serious ? 'error' : 'warning', path, issueInWords(issue, path, parsed.value));
    }
    for (const { path, known } of unknownKeysOf(schema, parsed.value)) {
      report('warning', path, unknownKeyInWords(path, known, parsed.value), parsed.keyRangeOf(path));
    }
  }
  const rangeOf = (path: YamlPath): Range | undefined => parsed.rangeOf(fit.sourcePath(path));
  return fit.output === undefined ? { problems, rangeOf } : { output: fit.output, problems, rangeOf };
}

/** A scalar as it is written, for the texts that YAML takes for numbers. */
function sourceOf(node: Node | undefined): string | undefined {
  return isScalar(node) ? node.source : undefined;
}

/** The place of a value; of a missing one, the key or the first line of what lacks it. */
function nearestRange(parsed: ParsedYaml, path: YamlPath): Range | undefined {
  const own = parsed.rangeOf(path);
  if (own !== undefined) {
    return own;
  }
  for (let length = path.length - 1; length >= 0; length--) {
    const above = path.slice(0, length);
    const node = parsed.nodeAt(above);
    const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
    const range = parsed.keyRangeOf(above) ?? parsed.rangeOf([...above, String(first)]) ?? parsed.rangeOf(above);
    if (range !== undefined) {
      return range;
    }
  }
  return undefined;
}

function view(document: Document, value: unknown, problems: Problem[], text: string, lines: LineMap): ParsedYaml {
  const rangeOfNode = (node: Node | null | undefined): Range | undefined => {
    if (!node?.range) {
      return undefined;
    }
    const [start, valueEnd] = node.range;
    let end = valueEnd;
    while (end > start && isBlank(text.charCodeAt(end - 1))) {
      end--;
    }
    return lines.rangeOf(start, end);
  };
  return {
    document,
    value,
    problems,
    nodeAt: (path) => nodeAt(document, path),
    rangeOf: (path) => rangeOfNode(path.length === 0 ? document.contents : childOf(document, path)?.value),
    keyRangeOf: (path) => rangeOfNode(childOf(document, path)?.key),
  };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

function nodeAt(document: Document, path: YamlPath): Node | undefined {
  const node = path.length === 0 ? document.contents : childOf(document, path)?.value;
  return (isAlias(node) ? node.resolve(document) : node) ?? undefined;
}

function childOf(document: Document, path: YamlPath): { key?: Node; value?: Node } | undefined {
  const last = path.at(-1);
  const parent = last === undefined ? undefined : nodeAt(document, path.slice(0, -1));
  if (isSeq(parent) && typeof last === 'number') {
    const value = parent.items[last] as Node | undefined;
    return value === undefined ? undefined : { value };
  }
  if (isMap(parent)) {
    // The last of duplicate keys is the one whose value is read.
    const pair = parent.items.findLast(({ key }) => String(isScalar(key) ? key.value : key) === String(last)) as
      Pair<Node, Node | null> | undefined;
    return pair === undefined ? undefined : { key: pair.key, ...(pair.value === null ? {} : { value: pair.value }) };
  }
  return undefined;
}

function emptyDocument(): Document {
  return new Document(null);
}
