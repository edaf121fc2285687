/** A size in megabytes, with one decimal, as the language writes numbers: `1,234.5` or `1 234,5`. */
export function megabytes(bytes: number, language: string): string {
  const written = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  // Many terminals lack the narrow no-break space: counts and texts have the wide one too.
  return written.format(bytes / 1e6).replaceAll('\u202f', '\u00a0');
}
