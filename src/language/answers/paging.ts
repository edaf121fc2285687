import type { Translate } from '../../base/message';

/** A part of a list that is too long to be told at once. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** How to ask for the next part; absent at the end. */
  readonly nextOffset?: number;
}

export function pageOf<T>(all: readonly T[], offset: number, limit: number): Page<T> {
  const items = all.slice(offset, offset + limit);
  const end = offset + items.length;
  const hasMore = items.length > 0 && end < all.length;
  return { items, total: all.length, ...(hasMore ? { nextOffset: end } : {}) };
}

/** What the page leaves out, in words; empty at the end. */
export function restOf(t: Translate, { total, nextOffset }: Page<unknown>): string[] {
  return nextOffset === undefined ? [] : [t('({0} more: ask again with offset {1})', total - nextOffset, nextOffset)];
}
