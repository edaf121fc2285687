import type { UnitAnswer, UnitQuestion } from './unitReading';

/** What the worker of units is started with. */
export interface UnitWorkerData {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  /** Absolute path of the folder with the grammars. */
  readonly grammars: string;
}

/** Questions travel as the objects that they are, with the texts of editors; answers, many and small, as JSON. */
export type UnitRequest =
  | { readonly run: number; readonly questions: readonly UnitQuestion[]; readonly marker: string }
  | { readonly cancel: number };

export type UnitReply =
  | { readonly run: number; readonly answers: string }
  | { readonly run: number; readonly end: true; readonly failure?: string }
  /** A parser could not be loaded or failed; the answers come all the same. */
  | { readonly fault: string };

export function answersIn(answers: string): readonly UnitAnswer[] {
  return JSON.parse(answers) as readonly UnitAnswer[];
}
