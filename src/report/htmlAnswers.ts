import MarkdownIt from 'markdown-it';
import type { FaqEntry } from '../catalog/model';
import { html, Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import type { MatrixRow } from './matrixRows';

/** Answers and statements are Markdown; raw HTML in them is shown as text, and images, which would be fetched, are not made. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

/** Answers are joined to many requirements each: rendered once, as long as their catalogue lives. */
const rendered = new WeakMap<FaqEntry, Markup>();

export function answerMarkup(entry: FaqEntry): Markup {
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
    const all = new Set(rows.flatMap((row) => row.source.guidance.map(({ entry }) => entry)));
    this.#entries = [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    this.#anchors = new Map(this.#entries.map((entry, index) => [entry, `answer-${index + 1}`]));
  }

  /** Numbered, for an id may hold what no address can. */
  href(entry: FaqEntry): string {
    return `#${this.#anchors.get(entry) ?? 'answers'}`;
  }

  /** Whole families share an answer: it stands once at the end of the page, which saves many sheets of paper. */
  markup({ t }: MatrixOptions): Markup {
    if (this.#entries.length === 0) {
      return new Markup('');
    }
    return html`<section id="answers" aria-labelledby="answers-title">
      <h2 id="answers-title">${t('Answers of the FAQ')}</h2>
      ${this.#entries.map(
        (entry) =>
          html`<article id="${this.#anchors.get(entry)}">
            <h3>${answerTitle(entry)} <small>${entry.id}</small></h3>
            ${entry.question === undefined || entry.subject === undefined || entry.reconstructed === true ? undefined : html`<p><em>${entry.question}</em></p>`}
            ${answerMarkup(entry)}
          </article> `,
      )}
    </section>`;
  }
}
