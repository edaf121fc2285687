/** The scripts of a component or a page, and the language that they are in. */
export interface ScriptParts {
  readonly language: 'typescript' | 'javascript';
  /** Offsets, first to last. */
  readonly parts: readonly (readonly [from: number, to: number])[];
}

const EMBEDDING = new Set(['vue', 'svelte', 'html']);
const OPENER = /<script\b(?<attributes>[^>]*)(?:>|$)/giu;
const CLOSER = /<\/script\s*>/giu;
const TYPE = /(?:^|\s)type\s*=\s*["']?(?<type>[^"'\s>]+)/iu;
/** Of scripts that are code: any other type is a template or data. */
const CODE = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:typescript|babel|jsx))$/iu;
const TYPESCRIPT = /(?:^|\s)lang\s*=\s*["']?(?:tsx?|typescript)\b|text\/typescript/iu;

/** `undefined` for languages that are wholly code, and for pages without scripts. Of scripts in two languages the first one's count. */
export function scriptParts(text: string, languageId: string): ScriptParts | undefined {
  const found = EMBEDDING.has(languageId) ? [...scriptsIn(text)].filter(({ attributes }) => isCode(attributes)) : [];
  const [first] = found;
  if (first === undefined) {
    return undefined;
  }
  const isTypescript = TYPESCRIPT.test(first.attributes);
  return {
    language: isTypescript ? 'typescript' : 'javascript',
    parts: found.filter(({ attributes }) => TYPESCRIPT.test(attributes) === isTypescript).map(({ part }) => part),
  };
}

function isCode(attributes: string): boolean {
  const type = TYPE.exec(attributes)?.groups?.['type'];
  return type === undefined || CODE.test(type);
}

interface Script {
  readonly attributes: string;
  readonly part: readonly [from: number, to: number];
}

/** Each stretch of the text is walked once: a page of openers that nothing closes must not be searched from each of them. */
function* scriptsIn(text: string): Generator<Script> {
  let at = 0;
  for (;;) {
    OPENER.lastIndex = at;
    const opener = OPENER.exec(text);
    if (opener === null) {
      return;
    }
    const from = OPENER.lastIndex;
    CLOSER.lastIndex = from;
    const closer = CLOSER.exec(text);
    if (closer === null) {
      return;
    }
    at = CLOSER.lastIndex;
    yield { attributes: opener.groups?.['attributes'] ?? '', part: [from, closer.index] };
  }
}
