/** Names of the JUnit properties whose value is ids of requirements, in small letters. */
const NAMES: ReadonlySet<string> = new Set(['segur', 'requirement', 'requirements', 'exigence', 'exigences']);

export function isRequirementProperty(name: string): boolean {
  return NAMES.has(name.trim().toLowerCase());
}

/** The ids of a property's value: separated by commas, semicolons or line breaks, for an id may hold blanks. */
export function splitIds(value: string): string[] {
  return value
    .split(/[,;\r\n]/u)
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
