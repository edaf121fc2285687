import type { FileAnnotations } from '../../annotations/model';
import type { Range } from '../../base/text';
import type { Catalog } from '../../catalog/model';
import { isDefinition, type YamlId } from '../yamlIds';
import { isNamed, type AskedId } from './askedId';

export interface Highlight {
  readonly range: Range;
  /** A mention is no link: it is only a text that says the same. */
  readonly kind: 'definition' | 'link' | 'mention';
}

/** What of one text a file of ours says: its annotations, its ids where it is YAML of ours. */
export interface TextIds {
  readonly annotations: FileAnnotations | undefined;
  readonly yaml: readonly YamlId[];
}

/** Every place of a text that names a requirement that is asked for, in whatever spelling, alone, in a list or in a range. */
export function highlightsIn({ annotations, yaml }: TextIds, asked: AskedId, catalog: Catalog): Highlight[] {
  const isAsked = ({ raw }: { readonly raw: string }): boolean => isNamed(asked, raw, catalog);
  const links = (annotations?.annotations ?? []).flatMap(({ ids }) => ids).filter(isAsked);
  const mentions = (annotations?.mentions ?? []).filter(isAsked);
  return [
    ...yaml
      .filter(isAsked)
      .map(({ range, role }): Highlight => ({ range, kind: isDefinition(role) ? 'definition' : 'link' })),
    ...links.map(({ range }): Highlight => ({ range, kind: 'link' })),
    ...mentions.map(({ range }): Highlight => ({ range, kind: 'mention' })),
  ];
}
