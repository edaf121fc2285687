import type { Annotation, FileAnnotations, IdReference, Mention } from '../annotations/model';
import { contains, type Position } from '../base/text';

/** What stands at a place of a text, for every feature that answers about the place under the cursor or the pointer. */
export type Place =
  | { readonly kind: 'id'; readonly annotation: Annotation; readonly reference: IdReference }
  | { readonly kind: 'marker'; readonly annotation: Annotation }
  | { readonly kind: 'mention'; readonly mention: Mention };

/** `undefined` where nothing of ours stands: in code, in prose, in an annotation's note. */
export function placeAt(file: FileAnnotations, position: Position): Place | undefined {
  for (const annotation of file.annotations) {
    if (contains(annotation.markerRange, position)) {
      return { kind: 'marker', annotation };
    }
    const reference = annotation.ids.find((id) => contains(id.range, position));
    if (reference !== undefined) {
      return { kind: 'id', annotation, reference };
    }
  }
  const mention = file.mentions.find((candidate) => contains(candidate.range, position));
  return mention === undefined ? undefined : { kind: 'mention', mention };
}

/** The ids written at a place, as their author wrote them. */
export function idsAt(place: Place): readonly string[] {
  switch (place.kind) {
    case 'id':
      return [place.reference.raw];
    case 'marker':
      return place.annotation.ids.map((id) => id.raw);
    case 'mention':
      return [place.mention.raw];
  }
}
