import { BraceBlocks } from './braceBlocks';
import { BraceNesting } from './braceNesting';
import { declarationIn, keyIn, ownDeclarations, sqlDeclarationIn, type Declaration } from './declarations';
import { IndentNesting } from './indentNesting';
import type { LexedText } from './lexedText';
import type { Nesting } from './nesting';
import { endOfSqlStatement } from './sqlStatement';

/** Languages whose blocks stand in braces; the others are read by their indentation. */
const BRACES = new Set(
  'typescript javascript java kotlin scala groovy c cpp csharp go rust swift dart dafny protobuf solidity zig css scss hcl d php perl powershell shellscript r tcl nginx vue svelte astro html jsp razor aspx objectscript'.split(
    ' ',
  ),
);
const SQL = new Set(['sql', 'plsql']);
const CONFIGURATION = new Set('yaml toml ini properties dotenv jsonc'.split(' '));

/** How a text's declarations stand in one another, by the look of its lines and blocks: for every language, and for broken texts too. */
export function roughNesting(code: LexedText): Nesting {
  const { lines, language } = code;
  const { id } = language;
  if (BRACES.has(id)) {
    const blocks = new BraceBlocks(code.text, code.notCode, id === 'c' || id === 'cpp');
    return new BraceNesting(lines, blocks, ownDeclarations(id) ?? declarationIn);
  }
  const indentOf = (line: number): number => indentation(code, lines.startOf(line), lines.startOf(line + 1));
  if (SQL.has(id)) {
    return new IndentNesting(lines, indentOf, sqlDeclarationIn, (line) => endOfSqlStatement(lines, line));
  }
  return new IndentNesting(lines, indentOf, CONFIGURATION.has(id) ? keyIn : reader(id));
}

function reader(languageId: string): (line: string) => Declaration | undefined {
  const own = ownDeclarations(languageId);
  return own === undefined ? declarationIn : (line) => own(line) ?? declarationIn(line);
}

/** Column of the first code on a line; -1 for blank lines, comments and lines that start inside a literal. */
function indentation({ text, comments, notCode }: LexedText, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) {
    at++;
  }
  const unit = text.charCodeAt(at);
  if (at >= to || unit === 10 || unit === 13) {
    return -1;
  }
  const span = notCode.firstEndingAfter(at);
  const isInside = notCode.startOf(span) < from && notCode.startOf(span) < at;
  return isInside || comments.covers(at) ? -1 : at - from;
}
