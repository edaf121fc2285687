import type { Translate } from '../base/message';
import type { Catalog } from '../catalog/model';
import type { Proof } from '../evidence/model';
import type { Link, RequirementTrace } from '../trace/model';
import { isWebAddress } from '../report/href';
import type { MatrixOptions } from '../report/matrixFormat';
import { matrixCells, matrixRow, type MatrixPlace, type MatrixProof } from '../report/matrixRows';
import { placeHref } from '../report/placeHref';
import { LONGEST_TEXT, piecesOf } from '../report/xlsx/cellText';
import { fillFields, type FillField } from './fillColumns';
import type { CellLink } from './sheetLinks';
import type { NewCell } from './sheetPatch';

/** What our columns say of a requirement, or of one scenario of it: the state is that of the whole requirement. */
export function fillCells(
  row: RequirementTrace,
  scenario: string | undefined,
  catalog: Catalog,
  { t, ...places }: Pick<MatrixOptions, 't' | 'repository' | 'baseHref'>,
): ReadonlyMap<FillField, NewCell> {
  const own = scenario === undefined ? row : ofScenario(row, scenario, catalog);
  const words = matrixRow(own, t);
  const [, , , , state = [], code = [], tests = [], proofs = [], , gaps = [], decision = []] = matrixCells(words);
  const lists: Readonly<Record<FillField, readonly string[]>> = {
    state,
    code,
    tests,
    proofs,
    remarks: [...decision, ...gaps],
  };
  const links: Readonly<Partial<Record<FillField, CellLink | undefined>>> = {
    code: placeLink(words.code, places),
    tests: placeLink(words.tests, places),
    proofs: proofLink(words.proofs, places),
  };
  return new Map(
    fillFields.map((field) => {
      const link = links[field];
      return [
        field,
        {
          text: fitting(lists[field].join('\n'), row.requirement.id, t),
          style: field === 'state' ? row.state : link === undefined ? 'text' : 'link',
          ...(link === undefined ? {} : { link }),
        },
      ];
    }),
  );
}

type Places = Pick<MatrixOptions, 'repository' | 'baseHref'>;

/** A cell that names one place leads to it. One of several does not: LibreOffice shows a linked cell in one line, its places run together. */
function placeLink([first, ...others]: readonly MatrixPlace[], places: Places): CellLink | undefined {
  if (first === undefined || others.length > 0) {
    return undefined;
  }
  // Results of tests are in no repository.
  const reached = first.line === undefined ? withoutRepository(places) : places;
  return linkTo(placeHref(reached, first.file, first.line));
}

function proofLink([first, ...others]: readonly MatrixProof[], places: Places): CellLink | undefined {
  const { files = [], entry } = first?.proof ?? {};
  const [file, ...more] = files;
  if (others.length + more.length > 0) {
    return undefined;
  }
  return linkTo(
    file !== undefined
      ? placeHref(places, file.path)
      : entry?.link !== undefined && isWebAddress(entry.link)
        ? entry.link
        : undefined,
  );
}

function linkTo(href: string | undefined): CellLink | undefined {
  return href === undefined ? undefined : { href };
}

function withoutRepository({ baseHref }: Places): Places {
  return baseHref === undefined ? {} : { baseHref };
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
