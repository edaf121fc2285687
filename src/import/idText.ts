import { canonicalId } from '../catalog/requirementId';

/** No id that we know of is half as long. In UTF-16 units. */
const longest = 60;

/** The id that a cell holds, in its tidy spelling; `undefined` for what is none. */
export function idIn(cell: string): string | undefined {
  const id = canonicalId(cell);
  return isPlausibleId(id) ? id : undefined;
}

/** Ids of any grammar: short, on one line, with a number or parts joined by marks; thus no title and no sentence. */
export function isPlausibleId(text: string): boolean {
  const id = text.trim();
  return (
    id.length > 0 &&
    id.length <= longest &&
    !/[\r\n]/u.test(id) &&
    id.split(' ').length <= 5 &&
    (/\p{N}/u.test(id)
      ? /\p{L}/u.test(id) || /^\p{N}+(?:[.-]\p{N}+)*$/u.test(id)
      : /^\p{Lu}+(?:[./_-]\p{Lu}+)+$/u.test(id))
  );
}

/** `LGC.VSM/va2.XX`: a place that its author kept for an id to come. */
export function isPlaceholder(id: string): boolean {
  return /[./]X{1,3}$/u.test(id);
}
