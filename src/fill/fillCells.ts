import type { Translate } from '../base/message';
import type { Catalog } from '../catalog/model';
import type { Proof } from '../evidence/model';
import type { Link, RequirementTrace } from '../trace/model';
import { matrixCells, matrixRow } from '../report/matrixRows';
import { LONGEST_TEXT, piecesOf } from '../report/xlsx/cellText';
import { fillFields, type FillField } from './fillColumns';
import type { NewCell } from './sheetPatch';

/** What our columns say of a requirement, or of one scenario of it: the state is that of the whole requirement. */
export function fillCells(
  row: RequirementTrace,
  scenario: string | undefined,
  catalog: Catalog,
  t: Translate,
): ReadonlyMap<FillField, NewCell> {
  const own = scenario === undefined ? row : ofScenario(row, scenario, catalog);
  const [, , , , state = [], code = [], tests = [], proofs = [], , gaps = [], decision = []] = matrixCells(
    matrixRow(own, t),
  );
  const lists: Readonly<Record<FillField, readonly string[]>> = {
    state,
    code,
    tests,
    proofs,
    remarks: [...decision, ...gaps],
  };
  return new Map(
    fillFields.map((field) => [
      field,
      { text: fitting(lists[field].join('\n'), row.requirement.id, t), style: field === 'state' ? row.state : 'text' },
    ]),
  );
}

/** What our columns say where the catalogue does not know the id. */
export function unknownCells(t: Translate): ReadonlyMap<FillField, NewCell> {
  return new Map(
    fillFields.map((field) => [field, { text: field === 'state' ? t('not in the catalogue') : '', style: 'text' }]),
  );
}

/** Without what names another scenario; what names the requirement alone stands for each of them. */
function ofScenario(row: RequirementTrace, scenario: string, catalog: Catalog): RequirementTrace {
  const { id } = row.requirement;
  const isOf = (item: string | undefined): boolean =>
    item === undefined || item === id || item === scenario || scenarioOf(row, item) === scenario;
  const hasLink = (link: Link): boolean => isOf(link.item);
  const hasProof = ({ entry }: Proof): boolean => {
    const items = entry.for
      .flatMap((raw) => catalog.resolve(raw).targets)
      .filter(({ requirement }) => requirement === id);
    return items.length === 0 || items.some(({ item }) => isOf(item));
  };
  return { ...row, links: row.links.filter(hasLink), proofs: row.proofs.filter(hasProof) };
}

function scenarioOf({ requirement }: RequirementTrace, item: string): string | undefined {
  return requirement.scenarios.find(({ proofs }) => proofs.some(({ id }) => id === item))?.id;
}

/** The user's rows are not ours to add to, so a text longer than a cell says where the rest of it is. */
function fitting(text: string, id: string, t: Translate): string {
  if (text.length <= LONGEST_TEXT) {
    return text;
  }
  const note = t('… the rest: segur-trace show {0}', id);
  const [piece = ''] = piecesOf(text, LONGEST_TEXT - note.length - 1);
  return `${piece.trimEnd()}\n${note}`;
}
