import type { Proof } from '../../evidence/model';
import { lackingIn } from '../../trace/proofDocuments';
import type { RequirementTrace, Trace } from '../../trace/model';
import { proofKindLabel, proofName, proofStateLabel } from '../../trace/words';
import { isWebAddress, plainAddress } from '../href';
import { placeHref } from '../placeHref';
import type { MatrixOptions } from '../matrixFormat';
import { linked, proofStyle, requirementCells, rowsShown, type SheetContent } from './sheets';
import type { Cell } from '../xlsx/model';

const WIDTHS = [18, 30, 44, 16, 20, 12, 12, 18, 22, 12, 32];

/** Every file, value and address that proves something, one a row for each requirement that it was declared for. */
export function proofsSheet(trace: Trace, options: MatrixOptions): SheetContent {
  const { t } = options;
  return {
    headings: [
      t('Requirement'),
      t('Title'),
      t('Proof'),
      t('Kind'),
      t('State'),
      t('Date'),
      t('Expires on'),
      t('Author'),
      t('Edition'),
      t('Version'),
      t('Still to be written'),
    ],
    rows: rowsShown(trace).flatMap((row) =>
      row.proofs.flatMap((proof) =>
        namesOf(proof, row, options).map((own) => ({
          key: row.requirement.id,
          cells: [...requirementCells(row), own.name, ...factsOf(proof, options), own.lacking],
        })),
      ),
    ),
    widths: WIDTHS,
  };
}

function namesOf(
  { files, entry }: Proof,
  row: RequirementTrace,
  options: MatrixOptions,
): readonly { readonly name: Cell; readonly lacking: string }[] {
  if (files.length === 0) {
    const href = entry.link !== undefined && isWebAddress(entry.link) ? plainAddress(entry.link) : undefined;
    return [{ name: linked(proofName(entry), href), lacking: '' }];
  }
  return files.map(({ path }) => ({
    name: linked(path, placeHref(options, path)),
    lacking: [...new Set(lackingIn(row, path))].join(', '),
  }));
}

function factsOf({ entry, state, expires }: Proof, { t }: MatrixOptions): readonly Cell[] {
  return [
    proofKindLabel(t, entry.kind),
    { value: proofStateLabel(t, state), style: proofStyle(state) },
    entry.date ?? '',
    expires ?? '',
    entry.author ?? '',
    entry.edition ?? '',
    entry.version ?? '',
  ];
}
