/** The REM that a file is, by its name as the ANS gives it (`REM-MDV-LGC-Va2.xlsx`); `undefined` for a name of another kind. */
export function remNamed(file: string): string | undefined {
  return /REM-[A-Z]{2,8}(?:-[A-Z0-9]{2,10}){1,3}(?:-Va\d)?/iu.exec(file)?.[0];
}

/** The day that the name of a file ends with, or holds: `2026-06-08`; `undefined` when it holds none. */
export function dayNamed(file: string): string | undefined {
  const match = /(?:^|\D)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:\D|$)/u.exec(file);
  return match === null ? undefined : match.slice(1, 4).join('-');
}
