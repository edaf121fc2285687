import { QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { fieldWords } from '../../import/fieldWords';
import { fieldNames, type ImportField } from '../../import/fields';
import type { Mapping } from '../../import/mapping';
import type { Spreadsheet } from '../../import/openSpreadsheet';
import { previewOf, type SheetPreview } from '../../import/preview';
import { columnLetters } from '../../xlsx/model';
import { t } from '../support/translate';
import { pickColumn } from './columnPick';

/** What the user decided before an import. */
export interface Choices {
  readonly mapping: Mapping;
  readonly sheets?: readonly string[];
  readonly rem?: string;
  readonly edition?: string;
  /** The edition of an earlier import, proposed where the file says none. */
  readonly earlier?: string;
}

/** What the columns are asked for. */
export interface Task {
  /** Heads every question. */
  readonly name: string;
  /** On the line that ends them. */
  readonly go: string;
  /** Those of interest, and neither REM nor edition; all of them when absent. */
  readonly fields?: readonly ImportField[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

type Step =
  | { readonly kind: 'import' }
  | { readonly kind: 'sheets' }
  | { readonly kind: 'rem' }
  | { readonly kind: 'edition' }
  | { readonly kind: 'field'; readonly field: ImportField };

interface HubItem extends QuickPickItem {
  readonly step?: Step;
}

/**
 * Shows what columns were recognised, with their first texts, and lets the user change each of them until he imports; `undefined` when he gives up.
 * Every change is tried at once, so that the number of rows with an id says whether it was right.
 */
export async function chooseColumns(
  spreadsheet: Spreadsheet,
  start: Choices,
  task: Task = { name: t('Import a REM'), go: t('Import') },
): Promise<Choices | undefined> {
  let choices = start;
  for (;;) {
    const preview = previewOf(spreadsheet, choices.mapping, choices.sheets);
    if (preview === undefined) {
      return choices;
    }
    const step = await pickStep(spreadsheet, preview, choices, task);
    switch (step?.kind) {
      case undefined:
        return undefined;
      case 'import':
        return choices;
      case 'sheets':
        choices = await withSheets(spreadsheet, preview, choices, task);
        break;
      case 'rem':
        choices = await withRem(choices);
        break;
      case 'edition':
        choices = await withEdition(choices, start.edition);
        break;
      case 'field':
        choices = await withField(step.field, preview, choices, task);
        break;
    }
  }
}

async function pickStep(
  spreadsheet: Spreadsheet,
  preview: SheetPreview,
  choices: Choices,
  task: Task,
): Promise<Step | undefined> {
  const ready = preview.read.length > 0;
  const items: HubItem[] = [
    ...(ready
      ? [
          {
            label: `$(check) ${task.go}`,
            description: t('{0} rows with an id', preview.rowsWithId),
            step: { kind: 'import' } as const,
          },
        ]
      : []),
    {
      label: `$(table) ${t('Sheets')}`,
      description: ready ? preview.read.join(', ') : t('{0} (no header recognised)', preview.sheet),
      step: { kind: 'sheets' },
    },
    ...(task.fields === undefined ? aboutRem(choices) : []),
    { label: t('Columns'), kind: QuickPickItemKind.Separator },
    ...(task.fields ?? offered(preview)).map((field) => fieldItem(field, preview)),
  ];
  const chosen = await window.showQuickPick(items, {
    title: t('{0}: {1}', task.name, spreadsheet.file),
    placeHolder: ready
      ? t('Check the columns; choose one to change it, or go on')
      : t('Say which columns hold the ids and the statements'),
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.step;
}

function aboutRem({ rem, edition }: Choices): readonly HubItem[] {
  return [
    {
      label: `$(tag) ${t('Which REM')}`,
      description: rem ?? t('not known: its profils count for every dispositif'),
      step: { kind: 'rem' },
    },
    {
      label: `$(calendar) ${t('Edition')}`,
      description: edition ?? t('not known: annotations and proofs cannot be held against it'),
      step: { kind: 'edition' },
    },
  ];
}

/** Of the ten pairs of proofs, those that were found and the first. */
function offered({ fields }: SheetPreview): readonly ImportField[] {
  return fieldNames.filter(
    (field) => !field.startsWith('proof') || fields.has(field) || /^proof(?:Id)?1$/u.test(field),
  );
}

function fieldItem(field: ImportField, { fields, columns, samples }: SheetPreview): HubItem {
  const column = fields.get(field);
  const isWanted = field === 'id' || field === 'statement';
  const step: Step = { kind: 'field', field };
  if (column === undefined) {
    const label = `${isWanted ? '$(warning) ' : ''}${fieldWords(field, t)}`;
    return { label, description: t('no column'), step };
  }
  const header = columns.find((one) => one.column === column)?.header ?? '';
  return {
    label: fieldWords(field, t),
    description: `${columnLetters(column)} — ${header === '' ? t('(no header)') : header}`,
    detail: samples(column).join(' · '),
    step,
  };
}

async function withField(
  field: ImportField,
  preview: SheetPreview,
  choices: Choices,
  { name }: Task,
): Promise<Choices> {
  const title = t('{0}: {1}', name, t('which column holds “{0}”?', fieldWords(field, t)));
  const column = await pickColumn(field, title, preview);
  if (column === undefined) {
    return choices;
  }
  const header = preview.columns.find((one) => one.column === column)?.header ?? '';
  const isAlone = preview.columns.filter((one) => one.header === header).length === 1;
  return {
    ...choices,
    mapping: { ...choices.mapping, [field]: header !== '' && isAlone ? header : columnLetters(column) },
  };
}

async function withSheets(
  spreadsheet: Spreadsheet,
  preview: SheetPreview,
  choices: Choices,
  { name }: Task,
): Promise<Choices> {
  const items = spreadsheet.grids.map(({ sheet }) => ({
    label: sheet.name,
    description: [t('{0} rows with a text', sheet.rows.length), ...(sheet.isHidden ? [t('hidden')] : [])].join(' · '),
    picked: preview.read.includes(sheet.name),
  }));
  const chosen = await window.showQuickPick(items, {
    title: t('{0}: {1}', name, t('which sheets?')),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen === undefined || chosen.length === 0
    ? choices
    : { ...choices, sheets: chosen.map(({ label }) => label) };
}

async function withRem(choices: Choices): Promise<Choices> {
  const rem = await window.showInputBox({
    title: t('Import a REM: which REM is it?'),
    prompt: t('Its name, as in REM-MDV-LGC-Va2: the part in the middle says for which dispositif its profils count'),
    value: choices.rem ?? '',
    ignoreFocusOut: true,
  });
  if (rem === undefined) {
    return choices;
  }
  const changed: Writable<Choices> = { ...choices, rem: rem.trim() };
  if (changed.rem === '') {
    delete changed.rem;
  }
  return changed;
}

/** @param known what the file says itself */
async function withEdition(choices: Choices, known: string | undefined): Promise<Choices> {
  const edition = await window.showInputBox({
    title: t('Import a REM: which edition is it?'),
    prompt: t(
      'Its day or its name, as 2026-06-08: proofs made for another edition are told. Empty: what the file says of it',
    ),
    value: choices.edition ?? choices.earlier ?? '',
    ignoreFocusOut: true,
  });
  if (edition === undefined) {
    return choices;
  }
  const changed: Writable<Choices> = { ...choices, edition: edition.trim() || (known ?? '') };
  if (changed.edition === '') {
    delete changed.edition;
  }
  return changed;
}
