import { DataTransferItem } from 'vscode';
import type { DataTransfer } from 'vscode';

/** What the tree hands to whatever requirements are dropped on. */
const mime = 'application/vnd.segur.requirements';

export const draggedMimes: readonly string[] = [mime, 'text/plain'];

/** Ids as an annotation and a list of `segur.yaml` have them; other places take them as text. */
export function putDragged(transfer: DataTransfer, ids: readonly string[]): void {
  if (ids.length > 0) {
    transfer.set(mime, new DataTransferItem(JSON.stringify(ids)));
    transfer.set('text/plain', new DataTransferItem(ids.join(', ')));
  }
}

/** The canonical ids that were dragged; none when something else was. */
export async function draggedIds(transfer: DataTransfer): Promise<string[]> {
  const text = await transfer.get(mime)?.asString();
  if (text === undefined || text === '') {
    return [];
  }
  // Another extension may use the name for what it likes.
  try {
    const ids: unknown = JSON.parse(text);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Requirements alone: their text is for places that nobody here knows of. */
export const droppedMimes: readonly string[] = [mime];
