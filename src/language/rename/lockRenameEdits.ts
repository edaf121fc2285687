import { LineMap } from '../../base/text';
import type { Catalog } from '../../catalog/model';
import { requirementFingerprint } from '../../evidence/requirementFingerprint';
import { jsonFields } from './jsonFields';
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
