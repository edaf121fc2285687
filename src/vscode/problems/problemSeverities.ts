import { workspace } from 'vscode';
import type { ConfigurationScope } from 'vscode';
import { ProblemCode } from '../../base/problem';
import type { Severity } from '../../base/problem';
import { Setting } from '../ids';
import type { Severities } from './shownProblems';

/** What the setting says, for a folder. Settings are text that people type: what it does not know is passed over. */
export function problemSeverities(scope: ConfigurationScope): Severities {
  const written = workspace.getConfiguration(undefined, scope).get<unknown>(Setting.ProblemSeverity);
  const known = Object.entries(typeof written === 'object' && written !== null ? written : {}).flatMap(
    ([code, severity]: [string, unknown]) => (isCode(code) && isSeverity(severity) ? [[code, severity] as const] : []),
  );
  return new Map(known);
}

const codes: ReadonlySet<string> = new Set(Object.values(ProblemCode));
const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

function isCode(text: string): text is ProblemCode {
  return codes.has(text);
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return severities.has(value);
}
