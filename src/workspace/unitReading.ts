import type { CodeUnit } from '../annotations/model';
import type { Position } from '../base/text';
import type { CodeOutline } from '../units/codeOutline';

/** Which code some annotations of a file speak of is asked. Plain data: it travels to a worker thread. */
export interface UnitQuestion {
  readonly file: string;
  /** What an editor holds; without it the file on disk is read. */
  readonly buffer?: { readonly text: string; readonly languageId?: string };
  /** Where the annotations start; `lines`: every unit of the text is asked for, annotated or not, each once. */
  readonly places: readonly Position[] | 'lines';
  /** Given back with the answer, for who asks about several texts of one file. */
  readonly tag?: number;
}

export interface UnitAnswer {
  readonly file: string;
  readonly tag?: number;
  /** In the order of the places, `null` where there is no unit. Absent where the text is no longer the one that was asked about. */
  readonly units?: readonly (CodeUnit | null)[];
  /** Where every unit was asked for. */
  readonly outline?: Omit<CodeOutline, 'units'>;
}

/**
 * Answers questions in batches, in their order or not. Rejects with the signal's reason when it is aborted, and on faults of our own.
 * @param marker the word that stands at every place
 */
export type ReadUnits = (
  questions: readonly UnitQuestion[],
  marker: string,
  onAnswers: (answers: readonly UnitAnswer[]) => void,
  signal?: AbortSignal,
) => Promise<void>;
