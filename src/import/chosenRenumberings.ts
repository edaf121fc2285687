import { message, type Message } from '../base/message';
import { IdIndex } from '../catalog/idIndex';
import { foldId } from '../catalog/requirementId';
import type { Renumbered } from './keepEdits';
import type { EditionChange } from './succession';

/**
 * The renumbered requirements that somebody confirmed, in the spelling of the catalogues; a fault when one of them cannot be.
 * @param written pairs of a former id and that of today: `FIC/A.02=FIC/A.03`
 * @param all takes whatever is proposed
 */
export function chosenRenumberings(
  written: readonly string[],
  all: boolean,
  change: EditionChange | undefined,
): { readonly chosen: readonly Renumbered[] } | { readonly fault: Message } {
  const gone = indexOf(change?.gone ?? []);
  const ids = indexOf(change?.ids ?? []);
  const chosen = new Map<string, Renumbered>();
  for (const text of written) {
    const [old = '', today = '', ...rest] = text.split('=').map((part) => part.trim());
    if (old === '' || today === '' || rest.length > 0) {
      return { fault: message('{0} is no pair of ids. Write: {1}', text, '--renumbered SC.FIC/A.02=SC.FIC/A.03') };
    }
    const before = gone.find(foldId(old));
    if (before === undefined) {
      return { fault: message('{0} is in no earlier edition, or is still there: it has no other number.', old) };
    }
    const after = ids.find(foldId(today));
    if (after === undefined) {
      return { fault: message('{0} is not in the new edition: {1} cannot be renumbered to it.', today, old) };
    }
    chosen.set(before, { before, after });
  }
  if (all) {
    const proposed = (change?.proposed ?? []).filter(({ before }) => !chosen.has(before));
    proposed.forEach(({ before, after }) => chosen.set(before, { before, after }));
  }
  return { chosen: [...chosen.values()] };
}

function indexOf(ids: readonly string[]): IdIndex<string> {
  const index = new IdIndex<string>();
  ids.forEach((id) => index.add(foldId(id), id));
  return index;
}
