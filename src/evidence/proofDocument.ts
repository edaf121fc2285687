import type { ChecklistItem } from '../catalog/model';

/** A heading of a Markdown document with what stands below it, up to the next heading of any level. */
export interface DocumentSection {
  readonly heading: string;
  /** The checklist item that a comment below the heading names (`<!-- point: raci -->`), in lower case. */
  readonly item?: string;
  /** Zero-based. */
  readonly line: number;
  /** empty: nothing but comments; unfinished: holds a mark such as « À compléter ». */
  readonly state: 'filled' | 'unfinished' | 'empty';
}

/** Longer documents are not looked into. UTF-16 units. */
const LONGEST = 2 * 1024 * 1024;
/** Longer lines hold no heading. */
const LONGEST_HEADING = 500;

/** « Not written yet », as people and our own scaffolds write it. */
const UNFINISHED = /à compl[ée]ter|a completer|\bTODO\b|\bTBD\b|\bXXX\b/iu;

/** The sections of a Markdown document; code blocks hold no headings. Takes a time in proportion to the text. */
export function documentSections(markdown: string): readonly DocumentSection[] {
  const sections: { heading: string; item?: string; line: number; filled: boolean; unfinished: boolean }[] = [];
  let fence: string | undefined;
  let inComment = false;
  const lines = markdown.slice(0, LONGEST).split(/\r\n|\n|\r/u);
  lines.forEach((raw, line) => {
    const text = raw.trim();
    const current = sections.at(-1);
    if (fence !== undefined || (!inComment && /^(?:`{3,}|~{3,})/u.test(text))) {
      const mark = /^(?:`{3,}|~{3,})/u.exec(text)?.[0];
      if (fence === undefined) {
        fence = mark;
      } else if (mark !== undefined && text === mark && mark.startsWith(fence)) {
        fence = undefined;
      } else if (current !== undefined && text !== '') {
        current.filled = true;
      }
      return;
    }
    const heading = inComment || raw.length > LONGEST_HEADING ? undefined : headingOf(raw);
    if (heading !== undefined) {
      sections.push({ heading, line, filled: false, unfinished: UNFINISHED.test(heading) });
      return;
    }
    const { visible, comments, open } = withoutComments(text, inComment);
    inComment = open;
    if (current === undefined) {
      return;
    }
    const item = itemNamed(comments);
    if (item !== undefined) {
      current.item ??= item;
    }
    if (visible.trim() !== '') {
      current.filled = true;
      current.unfinished ||= UNFINISHED.test(visible);
    }
  });
  return sections.map(({ filled, unfinished, ...section }) => ({
    ...section,
    state: unfinished ? 'unfinished' : filled ? 'filled' : 'empty',
  }));
}

export interface ChecklistReading {
  /** Ids of the items that a section answers. */
  readonly answered: readonly string[];
  /** Those that have a section with nothing in it, or with a mark that says so. */
  readonly unfinished: readonly string[];
}

/**
 * Which items of a checklist a document answers. A section speaks of the item that its comment names; else of the one whose id, or whose whole
 * text, stands in its heading. Several sections may speak of one item: one that is filled in answers it, unless another one is unfinished.
 */
// @segur ST.PRF.04
export function readChecklist(
  sections: readonly DocumentSection[],
  checklist: readonly Pick<ChecklistItem, 'id' | 'text'>[],
): ChecklistReading {
  const answered: string[] = [];
  const unfinished: string[] = [];
  for (const item of checklist) {
    const own = sectionsOn(sections, item);
    if (own.length === 0) {
      continue;
    }
    const isAnswered = own.some(({ state }) => state === 'filled') && own.every(({ state }) => state !== 'unfinished');
    (isAnswered ? answered : unfinished).push(item.id);
  }
  return { answered, unfinished };
}

/** The sections that speak of an item, in the order of the document. */
export function sectionsOn(
  sections: readonly DocumentSection[],
  item: Pick<ChecklistItem, 'id' | 'text'>,
): readonly DocumentSection[] {
  return sections.filter((section) => speaksOf(section, item));
}

function speaksOf({ heading, item }: DocumentSection, { id, text }: Pick<ChecklistItem, 'id' | 'text'>): boolean {
  if (item !== undefined) {
    return item === id.toLowerCase();
  }
  const words = new Set(wordsOf(heading));
  const wanted = wordsOf(id);
  return (wanted.length > 0 && wanted.every((word) => words.has(word))) || folded(heading) === folded(text);
}

function wordsOf(text: string): string[] {
  return folded(text).split(' ').filter(Boolean);
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** ATX headings alone: the underlined ones are rare, and a line under a table looks like them. */
function headingOf(line: string): string | undefined {
  const match = /^ {0,3}#{1,6}[ \t]+(\S.*)$/u.exec(line);
  return match?.[1]?.replace(/[ \t]+#+[ \t]*$/u, '').trim();
}

function withoutComments(
  text: string,
  inComment: boolean,
): { readonly visible: string; readonly comments: string; readonly open: boolean } {
  let visible = '';
  let comments = '';
  let at = 0;
  let open = inComment;
  while (at < text.length) {
    const mark = open ? '-->' : '<!--';
    const next = text.indexOf(mark, at);
    const part = text.slice(at, next < 0 ? text.length : next);
    if (open) {
      comments += `${part}\n`;
    } else {
      visible += part;
    }
    if (next < 0) {
      break;
    }
    open = !open;
    at = next + mark.length;
  }
  return { visible, comments, open };
}

function itemNamed(comments: string): string | undefined {
  return /^\s*point\s*:\s*([\p{L}\p{N}._-]{1,80})/imu.exec(comments)?.[1]?.toLowerCase();
}
