import type { CatalogInfo, Requirement } from '../catalog/model';

/**
 * Compares the revision that an annotation pins with the catalogue's: negative when the pin is older, positive when newer, 0 when they are
 * the same, when one is missing, or when nothing tells their order. Numbers inside count as numbers (`v9` before `v10`); dates in ISO order.
 */
export function compareRevisions(pinned: string | undefined, current: string | undefined): number {
  if (pinned === undefined || current === undefined) {
    return 0;
  }
  const a = pieces(pinned);
  const b = pieces(current);
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined || right === undefined) {
      return left === undefined ? -1 : 1;
    }
    if (left !== right) {
      return typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left) < String(right)
          ? -1
          : 1;
    }
  }
  return 0;
}

function pieces(revision: string): (string | number)[] {
  const parts =
    revision
      .trim()
      .toLowerCase()
      .match(/\d+|[^\d\s]+/gu) ?? [];
  return parts.map((part) => (/^\d/u.test(part) ? Number(part) : part));
}

/** The revision that pins are compared with: the requirement's own, else its catalogue's edition. */
export function revisionOf(
  requirement: Requirement,
  { catalogs }: { readonly catalogs: readonly CatalogInfo[] },
): string | undefined {
  return requirement.revision ?? catalogs.find(({ id }) => id === requirement.catalogId)?.edition;
}
