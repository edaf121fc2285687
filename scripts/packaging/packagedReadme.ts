/**
 * A README as a package holds it. Neither VS Code nor a marketplace shows a picture that is not on the web, and there is no public repository for
 * them to be in: they would only weigh. A link to what is not in the package becomes its text.
 * @param isPackaged whether the package holds the file of that path
 */
export function packagedReadme(text: string, isPackaged: (path: string) => boolean): string {
  return text
    .replaceAll(/^[ \t]*<picture>[^]*?<\/picture>[ \t]*\n/gmu, '')
    .replaceAll(/^[ \t]*<img\s[^>]*>[ \t]*\n/gmu, '')
    .replaceAll(/^[ \t]*!\[[^\]]*\]\((?!https:)[^)]*\)[ \t]*\n/gmu, '')
    .replaceAll(/(?<!!)\[([^\]]+)\]\((?![a-z]+:|#)([^)\s#]+)[^)]*\)/gu, (link, label: string, path: string) =>
      isPackaged(path) ? link : label,
    )
    .replaceAll(/\n{3,}/gu, '\n\n');
}
