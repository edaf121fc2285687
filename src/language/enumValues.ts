import type { Translate } from '../base/message';
import type { MatchStrength, Nature, Need, Origin, ProofKind } from '../catalog/model';
import type { RequirementState } from '../trace/model';
import { matchLabel, natureLabel, needLabel, originLabel, proofKindLabel, stateLabel } from '../trace/words';

/**
 * A word of our formats in the reader's language, for `capture` or `accepted-gap`; empty for what speaks for itself.
 * @param key of the value in its file; the word is one that the schema takes there
 */
export function wordInWords(key: string, word: string, t: Translate): string {
  switch (key) {
    case 'kind':
      return proofKindLabel(t, word as ProofKind);
    case 'status':
      return stateLabel(t, word as RequirementState);
    case 'nature':
      return natureLabel(t, word as Nature);
    case 'needs':
      return needLabel(t, word as Need);
    case 'origin':
      return originLabel(t, word as Origin);
    case 'match':
      return matchLabel(t, word as MatchStrength);
    default:
      return '';
  }
}
