/**
 * The part of the guide to problems that speaks of one code, as a page of its own: from `### CODE` to the next heading.
 * @returns `undefined` when the guide does not speak of it
 */
export function problemSection(guide: string, code: string): string | undefined {
  const heading = `### ${code}\n`;
  const sections = guide.replaceAll('\r\n', '\n').split(/^(?=#{2,3} )/mu);
  const section = sections.find((one) => one.startsWith(heading));
  return section === undefined ? undefined : `# ${code}\n${section.slice(heading.length).trimEnd()}\n`;
}
