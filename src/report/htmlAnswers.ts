import MarkdownIt from 'markdown-it';
import type { FaqEntry } from '../catalog/model';
import { frenchIn } from './french';
import { isWebAddress } from './href';
import { html, Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import type { MatrixRow } from './matrixRows';

/**
 * Answers and statements are Markdown; raw HTML in them is shown as text, and images, which would be fetched, are not made. A link to
 * anything but a page of the web stays text. Tables have no alignment, which would be a style of its own that the page's policy refuses.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
markdown.validateLink = isWebAddress;
markdown.core.ruler.push('harmless', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type === 'th_open' || token.type === 'td_open') {
      token.attrs = null;
    }
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') {
        child.attrSet('rel', 'noreferrer');
      }
    }
  }
});

/** Rendered once, as long as their catalogue lives. */
const rendered = new WeakMap<FaqEntry, Markup>();

function answerMarkup(entry: FaqEntry): Markup {
  let found = rendered.get(entry);
  if (found === undefined) {
    found = renderMarkdown(entry.answer);
    rendered.set(entry, found);
  }
  return found;
}

export function renderMarkdown(text: string): Markup {
  return new Markup(markdown.render(text));
}

export function answerTitle(entry: FaqEntry): string {
  return entry.subject ?? entry.question ?? entry.id;
}

/** The answers that the rows of a page refer to, each of them once, with the address of its place in the page. */
export class Answers {
  readonly #entries: readonly FaqEntry[];
  readonly #anchors: ReadonlyMap<FaqEntry, string>;

  constructor(rows: readonly MatrixRow[]) {
    const all = new Set<FaqEntry>();
    for (const row of rows) {
      for (const { entry } of row.source.guidance) {
        all.add(entry);
      }
    }
    this.#entries = [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    // Numbered, for an id may hold what no address can.
    this.#anchors = new Map(this.#entries.map((entry, index) => [entry, `answer-${index + 1}`]));
  }

  /** The `id` of the answer's element. */
  anchor(entry: FaqEntry): string {
    return this.#anchors.get(entry) ?? 'answers';
  }

  /** Whole families share an answer: it stands once at the end of the page, which saves many sheets of paper. */
  markup(options: MatrixOptions): Markup | undefined {
    const { t } = options;
    return this.#entries.length === 0
      ? undefined
      : html`<section id="answers" aria-labelledby="answers-title">
          <h2 id="answers-title">${t('Answers of the FAQ')}</h2>
          ${this.#entries.map((entry) => this.#answer(entry, options))}
        </section>`;
  }

  #answer(entry: FaqEntry, options: MatrixOptions): Markup {
    const { subject, question, reconstructed } = entry;
    const asked = question === undefined || subject === undefined || reconstructed === true ? undefined : question;
    return html`<article id="${this.anchor(entry)}" ${frenchIn(options)}>
      <h3>${answerTitle(entry)} <small>${entry.id}</small></h3>
      ${asked === undefined ? undefined : html`<p><em>${asked}</em></p>`}
      <div>${answerMarkup(entry)}</div>
    </article> `;
  }
}
