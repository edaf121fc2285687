import { braceExpand } from 'minimatch';

const MAX_ALTERNATIVES = 64;

/**
 * Tells in well under a microsecond that a file name cannot match any of some glob patterns, so that the exact test, which tries them one by one,
 * runs for few names only. It may say « maybe » wrongly, never « no » wrongly.
 */
export class NameHints {
  readonly #names = new Set<string>();
  readonly #extensions = new Set<string>();
  readonly #prefixes: string[] = [];
  readonly #suffixes: string[] = [];
  readonly #pieces: string[] = [];
  #always = false;

  /** The last path segments of the patterns, wildcards included, braces already expanded. */
  constructor(segments: Iterable<string>) {
    for (const segment of segments) {
      for (const alternative of withoutClasses(segment)) {
        this.#add(alternative);
      }
    }
  }

  mayMatch(name: string): boolean {
    if (this.#always || this.#names.has(name)) {
      return true;
    }
    const dot = name.lastIndexOf('.');
    if (dot !== -1 && this.#extensions.has(name.slice(dot))) {
      return true;
    }
    return (
      this.#prefixes.some((prefix) => name.startsWith(prefix)) ||
      this.#suffixes.some((suffix) => name.endsWith(suffix)) ||
      this.#pieces.some((piece) => name.includes(piece))
    );
  }

  #add(segment: string): void {
    // Names beyond ASCII have several Unicode forms, and parentheses, backslashes and braces have meanings best left to the exact test.
    if (segment === '' || /[^ -~]|[\\(){}]/u.test(segment)) {
      this.#always = true;
      return;
    }
    const first = segment.search(/[*?[]/u);
    if (first === -1) {
      this.#names.add(segment);
      return;
    }
    const prefix = segment.slice(0, first);
    const suffix = /[^*?\]]*$/u.exec(segment)?.[0] ?? '';
    const inner = longest(segment.split(/[*?]+|\[[^\]]*\]?|\]/u));
    if (suffix.lastIndexOf('.') === 0 && suffix.length > 1) {
      this.#extensions.add(suffix);
    } else if (suffix !== '' && suffix.length >= inner.length) {
      this.#suffixes.push(suffix);
    } else if (prefix !== '' && prefix.length >= inner.length) {
      this.#prefixes.push(prefix);
    } else if (inner !== '') {
      this.#pieces.push(inner);
    } else {
      this.#always = true;
    }
  }
}

function longest(pieces: readonly string[]): string {
  return pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}

/** `*.py[cod]` is `*.pyc`, `*.pyo` and `*.pyd`: ignore files are full of such classes. */
function withoutClasses(segment: string): readonly string[] {
  if (/[{}\\]/u.test(segment)) {
    return [segment];
  }
  let count = 1;
  const braced = segment.replace(/\[([A-Za-z0-9]+)\]/gu, (_, characters: string) => {
    count *= characters.length;
    return characters.length === 1 ? characters : `{${Array.from(characters).join(',')}}`;
  });
  return count > MAX_ALTERNATIVES ? [segment] : braceExpand(braced);
}
