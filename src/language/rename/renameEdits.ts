import type { FileAnnotations } from '../../annotations/model';
import { type Range } from '../../base/text';
import { applyEdits, type TextEdit } from '../../base/textEdit';
import type { Catalog } from '../../catalog/model';
import { rewritten, type Renaming } from './subject';

/** What an edit is about: edits of one kind are shown together, and taken or left out together. */
export type EditGroup = 'annotation' | 'list' | 'mention' | 'project' | 'catalog' | 'former-id' | 'lock';

export interface RenameEdit extends TextEdit {
  readonly group: EditGroup;
}

/** Reads the annotations of a text in the same way as the one that is edited. */
export type ReadAnnotations = (text: string) => FileAnnotations | undefined;

/**
 * What a renaming changes in the annotations and mentions of a text. Revisions, verbs and notes stay; of a range that is written out each id gets the
 * revision. `undefined` when the edited text would not be read as it is meant: then nothing of it may be changed.
 */
export function annotationEdits(
  text: string,
  read: ReadAnnotations,
  renaming: Renaming,
  catalog: Catalog,
): readonly RenameEdit[] | undefined {
  const file = read(text);
  if (file === undefined) {
    return [];
  }
  const edits: RenameEdit[] = [];
  const expected: string[] = [];
  for (const { raw, range, revision } of file.annotations.flatMap(({ ids }) => ids)) {
    const ids = rewritten(raw, renaming, catalog) ?? [raw];
    const pinned = ids.map((id, at) => (revision === undefined || at === ids.length - 1 ? id : `${id}~${revision}`));
    push(edits, raw, range, pinned.join(', '), ids.length > 1 ? 'list' : 'annotation');
    expected.push(...ids.map((id) => `${id}~${revision ?? ''}`));
  }
  if (!isReadAs(expected, read(applyEdits(text, edits)))) {
    return undefined;
  }
  for (const { raw, range } of file.mentions) {
    const ids = rewritten(raw, renaming, catalog) ?? [raw];
    push(edits, raw, range, ids.join(', '), 'mention');
  }
  return edits;
}

function push(edits: RenameEdit[], raw: string, range: Range, newText: string, group: EditGroup): void {
  if (newText !== raw) {
    edits.push({ range, newText, group });
  }
}

function isReadAs(expected: readonly string[], file: FileAnnotations | undefined): boolean {
  const ids = (file?.annotations ?? []).flatMap((annotation) => annotation.ids);
  return expected.join('\n') === ids.map(({ raw, revision = '' }) => `${raw}~${revision}`).join('\n');
}
