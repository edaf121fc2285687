/** The scripts of a component or a page, and the language that they are in. */
export interface ScriptParts {
  readonly language: 'typescript' | 'javascript';
  /** Offsets, first to last. */
  readonly parts: readonly (readonly [from: number, to: number])[];
}

const EMBEDDING = new Set(['vue', 'svelte', 'html']);
const SCRIPT = /<script\b(?<attributes>[^>]*)>(?<content>[\s\S]*?)<\/script\s*>/giu;
const DATA =
  /\btype\s*=\s*["']?(?!module\b|(?:text|application)\/(?:java|ecma)script\b|text\/typescript\b|text\/babel\b)/iu;
const TYPESCRIPT = /\blang\s*=\s*["']?tsx?\b|text\/typescript/iu;

/** `undefined` for languages that are wholly code, and for pages without scripts. Of scripts in two languages the first one's count. */
export function scriptParts(text: string, languageId: string): ScriptParts | undefined {
  if (!EMBEDDING.has(languageId)) {
    return undefined;
  }
  const found = [...text.matchAll(SCRIPT)]
    .map(({ index, groups }) => {
      const attributes = groups?.['attributes'] ?? '';
      const content = groups?.['content'] ?? '';
      const from = index + '<script'.length + attributes.length + 1;
      return { attributes, isTypescript: TYPESCRIPT.test(attributes), part: [from, from + content.length] as const };
    })
    .filter(({ attributes }) => !DATA.test(attributes));
  const first = found[0];
  return first === undefined
    ? undefined
    : {
        language: first.isTypescript ? 'typescript' : 'javascript',
        parts: found.filter(({ isTypescript }) => isTypescript === first.isTypescript).map(({ part }) => part),
      };
}
