/** What a line on a test that did not pass at once needs of it. */
interface Titled {
  fullTitle(): string;
}

/** A line on a test that did not pass at once, for the end of a long report. */
export function trouble(what: 'failed' | 'tried once more', test: Titled, error: unknown): string {
  // Errors that come out of another process are no instances of ours.
  const told = (error as { readonly message?: unknown } | null | undefined)?.message;
  const message = typeof told === 'string' ? told : String(error);
  return `${what}: ${test.fullTitle()} (${message.split('\n')[0] ?? ''})`;
}
