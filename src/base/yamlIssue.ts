import type { BaseIssue } from 'valibot';
import { distance } from 'fastest-levenshtein';
import { message, type Message } from './message';
import { ProblemCode } from './problem';
import type { Told } from './yamlSyntax';

type Path = readonly (string | number)[];

/** Says in plain words what a schema has against a value: where, what was expected, what stands there, what to do. */
export function issueInWords(issue: BaseIssue<unknown>, path: Path, root: unknown): Told & { code?: ProblemCode } {
  const where = placeInWords(path, root);
  const last = path.at(-1) ?? '';
  if (path.length === 1 && last === 'version' && issue.type === 'literal') {
    return {
      code: ProblemCode.YamlVersion,
      message: message(
        'This file says version {0} of its format; version {1} is understood here',
        excerpt(issue.input),
        issue.expected ?? '',
      ),
      remedy: message('Update Ségur Trace, or write the file in version {0}', issue.expected ?? ''),
    };
  }
  if (issue.input === undefined && path.length > 0) {
    return { message: message('{0} is missing', where), remedy: message('Add “{0}:”', last) };
  }
  if (issue.input === null || issue.input === '') {
    return { message: message('{0} is empty', where), remedy: message('Fill it in or remove it') };
  }
  if (path.length === 0) {
    return {
      message: message('This file must hold “key: value” lines, not {0}', excerpt(issue.input)),
      remedy: message('Begin with “version: 1”'),
    };
  }
  return { message: expectation(issue, where), remedy: remedyOf(issue) };
}

/** A key that the schema does not know, with the nearest one that it does. */
export function unknownKeyInWords(path: Path, known: readonly string[], root: unknown): Told {
  const key = String(path.at(-1));
  const nearest = nearestOf(key, known);
  return {
    message: message('{0} is not known here and is passed over', placeInWords(path, root)),
    remedy:
      nearest === undefined
        ? message('Known here: {0}', known.join(', '))
        : message('Did you mean “{0}”? Known here: {1}', nearest, known.join(', ')),
  };
}

function expectation(issue: BaseIssue<unknown>, where: string): Message {
  const got = excerpt(issue.input);
  switch (issue.type) {
    case 'string':
      return message('{0}: a text is expected, not {1}', where, got);
    case 'number':
    case 'integer':
      return message('{0}: a number is expected, not {1}', where, got);
    case 'boolean':
      return message('{0}: true or false is expected, not {1}', where, got);
    case 'array':
      return message('{0}: a list is expected, not {1}', where, got);
    case 'object':
    case 'loose_object':
    case 'strict_object':
    case 'record':
      return message('{0}: keys and values are expected, not {1}', where, got);
    case 'picklist':
    case 'enum':
    case 'literal':
      return message('{0}: one of {1} is expected, not {2}', where, choicesOf(issue).join(', '), got);
    case 'iso_date':
      return message('{0}: a date such as 2026-09-01 is expected, not {1}', where, got);
    case 'url':
      return message('{0}: an address such as https://… is expected, not {1}', where, got);
    default:
      return message('{0}: {1} does not fit here', where, got);
  }
}

function remedyOf(issue: BaseIssue<unknown>): Message {
  switch (issue.type) {
    case 'array':
      return message('Write it as a list: [a, b], or a line with “- ” for each item');
    case 'object':
    case 'loose_object':
    case 'strict_object':
    case 'record':
      return message('Write “key: value” lines below it');
    case 'picklist':
    case 'enum': {
      const nearest = nearestOf(String(issue.input), choicesOf(issue));
      return nearest === undefined ? message('Choose one of these words') : message('Did you mean “{0}”?', nearest);
    }
    default:
      return message('Correct this value; what it belongs to is passed over until then');
  }
}

/** valibot writes the choices of a list as `("a" | "b")`. */
function choicesOf(issue: BaseIssue<unknown>): string[] {
  return (issue.expected ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((choice) => choice.replace(/^"|"$/g, ''));
}

/** `requirements › SC.SSI/GEN.18 › title`: list items are named by their id where they have one, else counted from 1. */
function placeInWords(path: Path, root: unknown): string {
  let here = root;
  const names = path.map((key) => {
    here =
      typeof here === 'object' && here !== null ? (here as Readonly<Record<string | number, unknown>>)[key] : undefined;
    const id: unknown = typeof here === 'object' && here !== null && 'id' in here ? here.id : undefined;
    return typeof key === 'string'
      ? shortened(key)
      : typeof id === 'string' && id !== ''
        ? shortened(id)
        : String(key + 1);
  });
  return names.join(' › ');
}

function excerpt(value: unknown): string {
  if (Array.isArray(value)) {
    return '[…]';
  }
  return typeof value === 'object' && value !== null
    ? '{…}'
    : shortened(typeof value === 'string' ? `“${value}”` : String(value));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function nearestOf(word: string, choices: readonly string[]): string | undefined {
  const folded = word.slice(0, 60).toLowerCase();
  const [nearest] = choices
    .map((choice) => ({ choice, far: distance(folded, choice.toLowerCase()) }))
    // Two letters changed places are two changes.
    .filter(({ choice, far }) => far <= (choice.length < 4 ? 1 : Math.max(2, Math.floor(choice.length / 3))))
    .sort((a, b) => a.far - b.far);
  return nearest?.choice;
}
