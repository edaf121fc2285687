import { LineMap, touches, type Range } from '../../base/text';
import { applyEdits, editBetween } from '../../base/textEdit';
import { appendToList, YamlBroken } from '../../base/yamlEdit';
import { yamlScalar } from '../../base/yamlScalar';
import type { Catalog } from '../../catalog/model';
import { sameId } from '../occurrences/sameId';
import { yamlIds, type YamlFileKind, type YamlId } from '../yamlIds';
import type { RenameEdit } from './renameEdits';
import { rewritten, type Renaming } from './subject';

/**
 * What a renaming changes in a project file or a catalogue; quotes stay as they are, and are put where the new id needs them. A range that is written
 * out becomes a list. `undefined` when the edited text would not be read as it is meant: then nothing of it may be changed.
 * @param inCatalogs what the catalogue defines changes too, not only what names it
 */
export function yamlRenameEdits(
  text: string,
  kind: YamlFileKind,
  { renaming, catalog, inCatalogs }: { renaming: Renaming; catalog: Catalog; inCatalogs: boolean },
): readonly RenameEdit[] | undefined {
  const ids = yamlIds(text, kind);
  const edits: RenameEdit[] = [];
  const expected: string[] = [];
  for (const id of ids) {
    const after = afterRenaming(id, renaming, catalog, inCatalogs);
    expected.push(...after);
    if (after.length !== 1 || after[0] !== id.raw) {
      const edit = after.length === 1 ? single(id, after[0] ?? id.raw) : listed(text, id, after);
      if (edit === undefined) {
        return undefined;
      }
      edits.push({ ...edit, group: kind });
    }
  }
  const read = yamlIds(applyEdits(text, edits), kind).map(({ raw }) => raw);
  return read.join('\n') === expected.join('\n') ? edits : undefined;
}

/** The edit that keeps the id that a requirement had among its former ids; `undefined` where none can be made beside the others. */
export function formerIdEdit(
  text: string,
  { subject }: Renaming,
  others: readonly RenameEdit[],
): RenameEdit | undefined {
  if (subject.kind !== 'item' || subject.item !== subject.requirement) {
    return undefined;
  }
  const ids = yamlIds(text, 'catalog');
  const entry = ids.find(({ role, raw }) => role === 'definition' && sameId(raw, subject.item))?.entry;
  if (entry === undefined) {
    return undefined;
  }
  try {
    const edit = editBetween(text, appendToList(text, [...entry, 'aliases'], subject.item));
    return edit === undefined || others.some(({ range }) => touches(range, edit.range))
      ? undefined
      : { ...edit, group: 'former-id' };
  } catch (error) {
    if (error instanceof YamlBroken) {
      return undefined;
    }
    throw error;
  }
}

function afterRenaming(id: YamlId, renaming: Renaming, catalog: Catalog, inCatalogs: boolean): readonly string[] {
  const { subject, newId } = renaming;
  switch (id.role) {
    case 'alias':
      // A former id stays what it was, unless it is the one that is corrected.
      return inCatalogs && subject.kind === 'written' && sameId(id.raw, subject.raw) ? [newId] : [id.raw];
    case 'definition':
    case 'scenario':
    case 'expected-proof':
      return inCatalogs ? (rewritten(id.raw, renaming, catalog) ?? [id.raw]) : [id.raw];
    default:
      return rewritten(id.raw, renaming, catalog) ?? [id.raw];
  }
}

function single({ range, style, inFlow }: YamlId, newId: string): { range: Range; newText: string } {
  // An id holds no quotes and no backslash: nothing has to be escaped inside quotes.
  return { range, newText: style === 'plain' ? yamlScalar(newId, { quote: '', flow: inFlow }) : newId };
}

/** Several ids in the place of one: more items of the list that it stands in, or a list of their own. */
function listed(
  text: string,
  { range, style, inFlow, path, role }: YamlId,
  newIds: readonly string[],
): { range: Range; newText: string } | undefined {
  if (style === 'block' || (role !== 'proof-for' && role !== 'decision-for')) {
    return undefined;
  }
  const isItem = typeof path.at(-1) === 'number';
  const quotes = style === 'plain' ? 0 : 1;
  const whole: Range = {
    start: { ...range.start, character: range.start.character - quotes },
    end: { ...range.end, character: range.end.character + quotes },
  };
  const flow = newIds.map((id) => yamlScalar(id, { quote: '', flow: true })).join(', ');
  if (!isItem) {
    return { range: whole, newText: `[${flow}]` };
  }
  if (inFlow) {
    return { range: whole, newText: flow };
  }
  const lines = new LineMap(text);
  const before = text.slice(lines.lineStart(whole.start.line), lines.offsetAt(whole.start));
  if (!/^ *- +$/u.test(before)) {
    return undefined;
  }
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: whole,
    newText: newIds.map((id) => yamlScalar(id, { quote: '', flow: false })).join(lineEnd + before),
  };
}
