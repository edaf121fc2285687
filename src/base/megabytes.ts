/** A size in megabytes, with one decimal, as the language writes numbers: `1,234.5` or `1 234,5`. */
export function megabytes(bytes: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
}
