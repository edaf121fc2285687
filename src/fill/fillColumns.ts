/** What the columns that we add hold, in their order. */
export const fillFields = ['state', 'code', 'tests', 'proofs', 'remarks'] as const;

export type FillField = (typeof fillFields)[number];

/**
 * The headings by which our columns are found again, in whichever language they were written: they are a part of the user's file from then on, and
 * no text of ours to translate.
 */
export const fillHeadings: Readonly<Record<FillField, Readonly<Record<'fr' | 'en', string>>>> = {
  state: { fr: 'Ségur Trace : état', en: 'Ségur Trace: state' },
  code: { fr: 'Ségur Trace : code', en: 'Ségur Trace: code' },
  tests: { fr: 'Ségur Trace : tests', en: 'Ségur Trace: tests' },
  proofs: { fr: 'Ségur Trace : preuves', en: 'Ségur Trace: proofs' },
  remarks: { fr: 'Ségur Trace : décision ou écarts', en: 'Ségur Trace: decision or gaps' },
};

/** In characters. */
export const fillWidths: Readonly<Record<FillField, number>> = {
  state: 16,
  code: 40,
  tests: 40,
  proofs: 40,
  remarks: 44,
};

/** The field that a heading names; blanks and case do not matter. */
export function fieldOfHeading(heading: string): FillField | undefined {
  const wanted = folded(heading);
  return fillFields.find((field) => Object.values(fillHeadings[field]).some((known) => folded(known) === wanted));
}

function folded(text: string): string {
  return text.normalize('NFC').replaceAll(/\s/gu, '').toLowerCase();
}
