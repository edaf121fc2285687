import { escapeXml } from '../report/xmlText';
import { edited, type Edit } from './textEdits';
import { prefixOf, walkXml, type Span } from './xmlSpans';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The ids of a part of relations. */
export function relationIds(xml: string): ReadonlySet<string> {
  return new Set(relationsOf(xml).items.map(({ attributes }) => attributes['Id'] ?? ''));
}

/**
 * Relations with other links; all that are no links stay as they are.
 * @param xml the part; `undefined` where the sheet has none yet
 * @param namespace of relations, as the workbook writes it
 */
export function patchRelations(
  xml: string | undefined,
  added: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
  namespace: string,
): string | undefined {
  const relation = (prefix: string) =>
    [...added]
      .map(
        ([id, href]) =>
          `<${prefix}Relationship Id="${escapeXml(id)}" Type="${escapeXml(namespace)}/hyperlink" Target="${escapeXml(href)}" TargetMode="External"/>`,
      )
      .join('');
  if (xml === undefined) {
    return added.size === 0
      ? undefined
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${relation('')}</Relationships>`;
  }
  const { root, closeStart, items } = relationsOf(xml);
  const gone = items.filter(({ attributes: { Id = '', Type = '' } }) => removed.has(Id) && Type.endsWith('/hyperlink'));
  const prefix = prefixOf(root.rawName);
  const edits: Edit[] = gone.map(({ start, end }) => ({ start, end, text: '' }));
  if (added.size > 0) {
    edits.push(
      root.isSelfClosing
        ? {
            start: root.start,
            end: root.tagEnd,
            text: `${xml.slice(root.start, root.tagEnd).replace(/\s*\/>$/u, '>')}${relation(prefix)}</${root.rawName}>`,
          }
        : { start: closeStart, end: closeStart, text: relation(prefix) },
    );
  }
  return edited(xml, edits);
}

interface Relations {
  readonly root: Span;
  readonly closeStart: number;
  readonly items: readonly (Span & { readonly end: number })[];
}

function relationsOf(xml: string): Relations {
  const items: (Span & { readonly end: number })[] = [];
  const roots: Omit<Relations, 'items'>[] = [];
  walkXml(xml, {
    open: () => undefined,
    close(span, depth, closeStart, end) {
      if (depth === 1) {
        items.push({ ...span, end });
      } else if (depth === 0) {
        roots.push({ root: span, closeStart });
      }
    },
  });
  const [root] = roots;
  if (root === undefined) {
    throw new RangeError('No relations');
  }
  return { ...root, items };
}
