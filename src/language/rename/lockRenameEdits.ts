import { LineMap } from '../../base/text';
import type { Catalog } from '../../catalog/model';
import { requirementFingerprint } from '../../evidence/requirementFingerprint';
import { renamedRequirement } from './renamedCatalog';
import type { RenameEdit } from './renameEdits';
import { rewritten, type Renaming } from './subject';

/**
 * What a renaming changes in `segur.lock.json`, and nothing else of it: what was accepted stays accepted. The ids of scenarios are part of the
 * fingerprint of a requirement; where the accepted one is today's, it becomes that of tomorrow.
 */
export function lockRenameEdits(text: string, renaming: Renaming, catalog: Catalog): readonly RenameEdit[] {
  const lines = new LineMap(text);
  const edits: RenameEdit[] = [];
  let accepted: string | undefined;
  for (const { key, value, start, end } of jsonFields(text)) {
    let after: string | undefined;
    if (key === 'id' || key === 'item') {
      accepted = key === 'id' ? value : accepted;
      [after] = rewritten(value, renaming, catalog) ?? [];
    } else if (key === 'text' && accepted !== undefined) {
      const requirement = catalog.requirement(accepted);
      const isToday = requirement !== undefined && requirementFingerprint(requirement) === value;
      after = isToday ? requirementFingerprint(renamedRequirement(requirement, renaming)) : undefined;
    }
    if (after !== undefined && after !== value) {
      edits.push({ range: lines.rangeOf(start, end), newText: JSON.stringify(after), group: 'lock' });
    }
  }
  return edits;
}

interface JsonField {
  readonly key: string;
  readonly value: string;
  /** Of the value, with its quotes. */
  readonly start: number;
  readonly end: number;
}

const STRING = /"(?:[^"\\\r\n]|\\.)*"/gu;
const NEXT_STRING = /\s*:\s*("(?:[^"\\\r\n]|\\.)*")/uy;

/** Every field of a JSON text whose value is a text, in order. */
function* jsonFields(text: string): Generator<JsonField> {
  STRING.lastIndex = 0;
  for (let key = STRING.exec(text); key !== null; key = STRING.exec(text)) {
    NEXT_STRING.lastIndex = STRING.lastIndex;
    const value = NEXT_STRING.exec(text)?.[1];
    if (value !== undefined) {
      const end = NEXT_STRING.lastIndex;
      STRING.lastIndex = end;
      yield { key: unquoted(key[0]), value: unquoted(value), start: end - value.length, end };
    }
  }
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return '';
  }
}
