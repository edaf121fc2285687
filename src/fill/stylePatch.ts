import type { RequirementState } from '../trace/model';
import { styles } from '../report/xlsx/styles';
import { edited, type Edit } from './textEdits';
import { prefixOf, walkXml, withAttribute, type Span } from './xmlSpans';
import { requirementStates } from '../trace/stateNames';

/** What our cells look like in somebody's workbook: a ground for each state, in the workbook's own font. */
export type FillStyle = 'text' | 'link' | RequirementState;

export interface PatchedStyles {
  readonly xml: string;
  /** The numbers by which cells name their styles. */
  readonly numbers: ReadonlyMap<FillStyle, number>;
}

interface List {
  readonly span: Span;
  readonly closeStart: number;
  readonly items: readonly string[];
}

/** Adds our styles behind those that are there, unless they are from before; `undefined` where the part has no lists to add to. */
export function patchStyles(xml: string): PatchedStyles | undefined {
  const lists = listsOf(xml, ['fonts', 'fills', 'cellXfs']);
  const [fills, formats] = [lists.get('fills'), lists.get('cellXfs')];
  if (fills === undefined || formats === undefined) {
    return undefined;
  }
  const prefix = prefixOf(fills.span.rawName);
  const newFills = new Additions(fills.items);
  const newFormats = new Additions(formats.items);
  const fonts = lists.get('fonts');
  const newFonts = new Additions(fonts?.items ?? []);
  const format = (fill: number, font = 0): number =>
    newFormats.indexOf(
      `<${prefix}xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"${font === 0 ? '' : ' applyFont="1"'} applyFill="1" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`,
    );
  const numbers = new Map<FillStyle, number>([['text', format(0)]]);
  if (fonts !== undefined) {
    numbers.set('link', format(0, newFonts.indexOf(linkFont(fonts.items[0] ?? '', prefix))));
  }
  for (const state of requirementStates) {
    const fill = newFills.indexOf(
      `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${styles[state].fill}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
    );
    numbers.set(state, format(fill));
  }
  const edits = [
    ...(fonts === undefined ? [] : added(xml, fonts, newFonts)),
    ...added(xml, fills, newFills),
    ...added(xml, formats, newFormats),
  ];
  return { xml: edited(xml, edits), numbers };
}

/** The workbook's own font, underlined and in the colour of links. @param usual its first font, as written */
function linkFont(usual: string, prefix: string): string {
  const element = (name: string) => new RegExp(`<${prefix}${name}\\b[^>]*(?:/>|></${prefix}${name}>)`, 'u');
  const inner = usual.replace(/^<[^>]*>/u, '').replace(/<\/[^<>]*>$/u, '');
  const plain = inner.replace(element('u'), '').replace(element('color'), '');
  const color = `<${prefix}color rgb="FF${styles.link.color}"/>`;
  const size = element('sz').exec(plain);
  return size === null
    ? `<${prefix}font><${prefix}u/>${color}${plain}</${prefix}font>`
    : `<${prefix}font>${plain.slice(0, size.index)}<${prefix}u/>${size[0]}${color}${plain.slice(size.index + size[0].length)}</${prefix}font>`;
}

/** Items of a list, with those that come to it. */
class Additions {
  readonly #before: readonly string[];
  readonly added: string[] = [];

  constructor(before: readonly string[]) {
    this.#before = before;
  }

  get length(): number {
    return this.#before.length + this.added.length;
  }

  indexOf(item: string): number {
    const there = this.#before.indexOf(item);
    if (there !== -1) {
      return there;
    }
    const known = this.added.indexOf(item);
    return this.#before.length + (known === -1 ? this.added.push(item) - 1 : known);
  }
}

function added(xml: string, { span, closeStart }: List, additions: Additions): readonly Edit[] {
  if (additions.added.length === 0) {
    return [];
  }
  const tag = withAttribute(xml.slice(span.start, span.tagEnd), 'count', String(additions.length));
  return [
    { start: span.start, end: span.tagEnd, text: tag },
    { start: closeStart, end: closeStart, text: additions.added.join('') },
  ];
}

function listsOf(xml: string, names: readonly string[]): ReadonlyMap<string, List> {
  const lists = new Map<string, List>();
  let items: string[] = [];
  walkXml(xml, {
    open(_, depth) {
      if (depth === 1) {
        items = [];
      }
    },
    close(span, depth, closeStart, end) {
      if (depth === 2) {
        items.push(xml.slice(span.start, end));
      } else if (depth === 1 && names.includes(span.name) && !span.isSelfClosing) {
        lists.set(span.name, { span, closeStart, items });
      }
    },
  });
  return lists;
}
