import { packName } from '../base/fileNames';

/** No rule of the ANS for the names of proofs is known: this one is ours. */
export const DEFAULT_NAMING = '{id}_{kind}_{date}';

/** Longer rules are not names that anybody meant. */
const LONGEST_RULE = 100;
/** Of one part of a name. */
const LONGEST_PART = 60;
/** Windows' Explorer opens paths of up to 259 characters. */
const LONGEST_NAME = 120;

/** What a rule may ask for, and what of a proof stands there. */
export interface NamedProof {
  /** The first id that it is declared for. */
  readonly id: string;
  readonly kind: string;
  readonly date?: string;
  readonly version?: string;
  readonly author?: string;
  /** Of the product. */
  readonly product?: string;
  /** The file's name as it is, without its extension. */
  readonly name?: string;
}

const PARTS = ['id', 'kind', 'date', 'version', 'author', 'product', 'name'] as const;
type Part = (typeof PARTS)[number];

/** A rule for the names of proofs' files: what stands between the parts, and the parts. */
export interface NamingRule {
  readonly pieces: readonly (string | { readonly part: Part })[];
}

/** `undefined` for what is no rule: it names an unknown part, or none at all, or something that file names cannot hold. */
export function parseNaming(rule: string): NamingRule | undefined {
  if (rule.length > LONGEST_RULE) {
    return undefined;
  }
  const pieces: (string | { readonly part: Part })[] = [];
  for (const piece of rule.split(/(\{[^{}]*\})/u)) {
    const part = PARTS.find((one) => piece === `{${one}}`);
    if (part !== undefined) {
      pieces.push({ part });
    } else if (/[^A-Za-z0-9 ._+,()-]/u.test(piece)) {
      return undefined;
    } else if (piece !== '') {
      pieces.push(piece);
    }
  }
  return pieces.some((piece) => typeof piece !== 'string') ? { pieces } : undefined;
}

/**
 * The name that a rule gives to the file of a proof, without its extension: plain letters, which every file system keeps. What the proof does not
 * say goes, and what stood before it in the rule.
 */
export function namedBy({ pieces }: NamingRule, proof: NamedProof): string {
  const written: string[] = [];
  let between = '';
  for (const piece of pieces) {
    const value = typeof piece === 'string' ? piece : (proof[piece.part]?.trim() ?? '');
    if (typeof piece === 'string') {
      between = value;
    } else {
      if (value !== '') {
        // Nothing is separated from nothing; what the rule begins with stays.
        const isSeparator = written.length === 0 && between !== pieces[0];
        written.push(isSeparator ? '' : between, packName(value, LONGEST_PART));
      }
      between = '';
    }
  }
  const name = [...written, between].join('').slice(0, LONGEST_NAME);
  // A trailing dot is lost on Windows; a leading one hides the file elsewhere.
  return name.replaceAll(/^[-. ]+|[-. ]+$/gu, '') || '_';
}
