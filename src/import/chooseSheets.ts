import { message, type Message } from '../base/message';
import { SpreadsheetRefusal } from '../xlsx/refusal';
import type { Grid } from './grid';
import type { Mapping } from './mapping';
import { recognize, type Recognized } from './recognize';

export interface ChosenSheet {
  readonly grid: Grid;
  readonly recognized: Recognized;
}

export interface PassedSheet {
  readonly grid: Grid;
  readonly reason: Message;
}

export interface SheetChoice {
  readonly chosen: readonly ChosenSheet[];
  readonly passedOver: readonly PassedSheet[];
}

/**
 * The sheets to read: those that the user names, else those that are seen and have the header of a table of requirements. Of several, those with
 * clearly fewer of its columns are passed over: lists of changes and summaries.
 * @param wanted names of sheets, or their numbers from 1. @throws SpreadsheetRefusal when there is no such sheet
 */
export function chooseSheets(grids: readonly Grid[], mapping: Mapping, wanted: readonly string[] = []): SheetChoice {
  const named = wanted.map((name) => sheetNamed(grids, name));
  const chosen: ChosenSheet[] = [];
  const passedOver: PassedSheet[] = [];
  for (const grid of grids) {
    const recognized = recognize(grid, mapping);
    if (named.length > 0 && !named.includes(grid)) {
      passedOver.push({ grid, reason: message('it was not asked for') });
    } else if (grid.sheet.rows.length === 0) {
      passedOver.push({ grid, reason: message('it is empty') });
    } else if (recognized === undefined) {
      passedOver.push({ grid, reason: message('no header of a table of requirements was found in it') });
    } else {
      chosen.push({ grid, recognized });
    }
  }
  return named.length > 0 ? { chosen, passedOver } : best(chosen, passedOver);
}

function best(found: readonly ChosenSheet[], passedOver: readonly PassedSheet[]): SheetChoice {
  const visible = found.some(({ grid }) => !grid.sheet.isHidden);
  const most = Math.max(
    0,
    ...found.filter(({ grid }) => !visible || !grid.sheet.isHidden).map(({ recognized }) => recognized.score),
  );
  const chosen: ChosenSheet[] = [];
  const passed: PassedSheet[] = [...passedOver];
  for (const sheet of found) {
    const { grid, recognized } = sheet;
    if (visible && grid.sheet.isHidden) {
      passed.push({ grid, reason: message('it is hidden') });
    } else if (recognized.score < most * 0.6) {
      passed.push({ grid, reason: message('another sheet has more of the columns') });
    } else {
      chosen.push(sheet);
    }
  }
  return { chosen, passedOver: passed };
}

function sheetNamed(grids: readonly Grid[], name: string): Grid {
  const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();
  const found =
    grids.find(({ sheet }) => fold(sheet.name) === fold(name)) ??
    (/^\d+$/u.test(name) ? grids[Number(name) - 1] : undefined);
  if (found === undefined) {
    throw new SpreadsheetRefusal(
      message('There is no sheet “{0}”', name),
      message(
        'Its sheets are: {0}',
        grids
          .map(({ sheet }) => sheet.name)
          .slice(0, 30)
          .join(', '),
      ),
    );
  }
  return found;
}
