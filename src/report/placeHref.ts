import { fileHref } from './href';
import type { MatrixOptions } from './matrixFormat';
import { repositoryHref } from './repositoryHref';

/**
 * Where a reader finds a place in the code: in the repository, where its address and commit are known, else beside the document.
 * @param line from 1
 */
export function placeHref(
  { repository, baseHref }: Pick<MatrixOptions, 'repository' | 'baseHref'>,
  path: string,
  line?: number,
): string | undefined {
  if (repository !== undefined) {
    return repositoryHref(repository, path, line);
  }
  return baseHref === undefined ? undefined : fileHref(baseHref, path);
}

/** For files that no repository has: links lead beside the document alone. */
export function besideOnly({ t, language, baseHref, inEditor = false }: MatrixOptions): MatrixOptions {
  return { t, language, inEditor, ...(baseHref === undefined ? {} : { baseHref }) };
}
