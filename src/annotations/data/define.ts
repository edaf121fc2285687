import { ruleSet } from '../lexing/ruleSet';
import type { Rule, RuleSet } from '../lexing/lexer';
import type { CommentTokens, Language } from './language';

interface Names {
  /** Each is a list separated by blanks. */
  readonly ids?: string;
  readonly extensions?: string;
  readonly filenames?: string;
  readonly interpreters?: string;
  readonly comment: CommentTokens;
  readonly prose?: boolean;
}

/** One row of the table; `build` gets the language's own rules, for code inside its strings. */
export function define(
  id: string,
  name: string,
  names: Names,
  build: (self: () => RuleSet) => readonly Rule[],
): Language {
  let built: RuleSet | undefined;
  const rules = (): RuleSet => (built ??= ruleSet(build(rules)));
  return {
    id,
    name,
    ids: words(names.ids),
    extensions: words(names.extensions),
    filenames: words(names.filenames),
    interpreters: words(names.interpreters),
    comment: names.comment,
    prose: names.prose ?? false,
    rules,
  };
}

function words(list: string | undefined): readonly string[] {
  return list === undefined || list === '' ? [] : list.split(' ');
}
