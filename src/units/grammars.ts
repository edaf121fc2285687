import type { Grammar } from './grammar';
import { cpp } from './grammars/cpp';
import { csharp } from './grammars/csharp';
import { go } from './grammars/go';
import { java } from './grammars/java';
import { tsx, typescript } from './grammars/javascript';
import { php } from './grammars/php';
import { python } from './grammars/python';
import { ruby } from './grammars/ruby';
import { rust } from './grammars/rust';
import { bash, powershell } from './grammars/shell';

const BY_LANGUAGE: Readonly<Record<string, Grammar>> = {
  typescript,
  // `.tsx` is a row of JavaScript, and the grammar of TSX reads all of JavaScript.
  javascript: tsx,
  java,
  c: cpp,
  cpp,
  csharp,
  go,
  rust,
  python,
  ruby,
  php,
  shellscript: bash,
  powershell,
};

/** Every grammar that is made use of. */
export const GRAMMARS: readonly Grammar[] = [...new Set(Object.values(BY_LANGUAGE))];

/** `undefined` for languages without one. */
export function grammarOf(languageId: string): Grammar | undefined {
  return BY_LANGUAGE[languageId];
}
