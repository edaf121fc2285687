/** Exit statuses of `segur-trace`; documented in the README and in `--help`. */
export const ExitStatus = {
  Done: 0,
  /** Gaps or problems that the caller asked to fail on. */
  Failed: 1,
  /** Wrong usage or unreadable input. */
  Unusable: 2,
} as const;

export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];
