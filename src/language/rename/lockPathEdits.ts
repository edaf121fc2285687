import { LineMap } from '../../base/text';
import type { TextEdit } from '../../base/textEdit';
import { jsonFields } from './jsonFields';

/** What a new name of files changes in `segur.lock.json`: what was accepted stays accepted. */
export function lockPathEdits(text: string, renames: readonly FileRename[]): readonly TextEdit[] {
  const lines = new LineMap(text);
  const byName = new Map(renames.map(({ from, to }) => [from.normalize('NFC'), to.normalize('NFC')]));
  const edits: TextEdit[] = [];
  for (const { key, value, start, end } of jsonFields(text)) {
    const to = key === 'file' ? byName.get(value.normalize('NFC')) : undefined;
    if (to !== undefined) {
      edits.push({ range: lines.rangeOf(start, end), newText: JSON.stringify(to) });
    }
  }
  return edits;
}

/** Paths relative to the workspace folder. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}
