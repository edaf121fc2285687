const BRINGS_IN =
  /^(?:import\b|export\s*(?:type\s*)?(?:\*|\{)|from\s+\S+\s+import\b|package\s+[\w.]+\s*;?$|(?:pub(?:\([a-z ]+\))?\s+)?(?:use|mod)\s+[^{;]+[;{]|global\s+using\b|using\s+(?:static\s+)?[\w.:]+(?:\s*=\s*[^;(]+)?;|#\s*(?:include|import|pragma)\b|@import\b|(?:require_once|require_relative|require)\s*\(?\s*['"]|include(?:_once)?\s*\(?\s*['"]|(?:const|let|var)\s+[^=]+=\s*require\s*\(|['"]use (?:strict|client|server)['"]|namespace\s+[\w.\\]+\s*;|<\?(?:php)?$|declare\s*\(\s*strict_types\b)/u;
/** Longer ones are code, or nobody's. In characters. */
const LONGEST = 400;
/** The list of an import is not longer. */
const MOST_LINES = 200;

/** Whether a line, trimmed and without comments, names what other files hold: it does nothing itself that a requirement could be about. */
export function isImport(line: string): boolean {
  return line.length <= LONGEST && BRINGS_IN.test(line);
}

/** Whether all lines of a text are blank or imports, those that go over several lines included. @param lines trimmed and without comments */
export function isOnlyImports(lines: Iterable<string>): boolean {
  let open = 0;
  let inside = 0;
  for (const line of lines) {
    if (open > 0 && inside < MOST_LINES) {
      inside++;
      open += balanceOf(line);
    } else if (isImport(line)) {
      inside = 0;
      open = balanceOf(line);
    } else if (line !== '') {
      return false;
    }
  }
  return true;
}

function balanceOf(line: string): number {
  let balance = 0;
  for (const character of line) {
    balance += '({'.includes(character) ? 1 : ')}'.includes(character) ? -1 : 0;
  }
  return balance;
}
