import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { root } from '../../../scripts/host/paths';

export interface Heading {
  readonly level: number;
  readonly text: string;
}
export interface Fence {
  readonly language: string;
  readonly content: string;
}
/** What there is in a document, in its order. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly fences: readonly Fence[];
  /** Rows by cells, each cell as it is written. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Targets of links and pictures. */
  readonly links: readonly string[];
  readonly pictures: readonly string[];
  /** Code within text. */
  readonly code: readonly string[];
  /** What is emphasised: names of commands and views among it. */
  readonly emphasised: readonly string[];
  /** Text without code, addresses and tags. */
  readonly prose: readonly string[];
}

const markdown = new MarkdownIt({ html: true });

function folder(path: string): string[] {
  return readdirSync(join(root, path))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (path === '' ? name : `${path}/${name}`));
}

/** Everything that is written for readers of the project. */
export const documentPaths: readonly string[] = [
  ...folder(''),
  ...folder('docs'),
  'examples/dossier-patient/README.md',
];

/** English documents with their French twins. */
export const twins: readonly (readonly [english: string, french: string])[] = documentPaths
  .filter((path) => path.endsWith('.fr.md'))
  .map((path) => [path.replace(/\.fr\.md$/u, '.md'), path]);

export function readDocument(path: string): Document {
  const text = readFileSync(join(root, path), 'utf8');
  const tokens = markdown.parse(text, {});
  const headings: Heading[] = [];
  const fences: Fence[] = [];
  const tables: string[][][] = [];
  const links: string[] = [];
  const pictures: string[] = [];
  const code: string[] = [];
  const prose: string[] = [];
  const emphasised: string[] = [];
  const inline = (token: Token) => {
    let words: string | undefined;
    for (const child of token.children ?? []) {
      if (/^(?:em|strong)_open$/u.test(child.type)) words = '';
      else if (/^(?:em|strong)_close$/u.test(child.type) && words !== undefined) {
        emphasised.push(words);
        words = undefined;
      } else if (words !== undefined) words += child.content;
      if (child.type === 'code_inline') code.push(child.content);
      if (child.type === 'text') prose.push(child.content);
      if (child.type === 'link_open') links.push(attribute(child, 'href'));
      if (child.type === 'image') pictures.push(attribute(child, 'src'));
    }
  };
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token.type === 'heading_open') headings.push({ level: Number(token.tag.slice(1)), text: plain(next) });
    if (token.type === 'fence') fences.push({ language: token.info.trim(), content: token.content });
    if (token.type === 'table_open') tables.push([]);
    if (token.type === 'tr_open') tables.at(-1)?.push([]);
    if (token.type === 'td_open' || token.type === 'th_open')
      tables
        .at(-1)
        ?.at(-1)
        ?.push(next?.content ?? '');
    if (token.type === 'inline') inline(token);
    if (token.type === 'html_block') {
      for (const [, source = ''] of token.content.matchAll(/(?:srcset|src)="([^"]+)"/gu)) pictures.push(source);
      for (const [, words = ''] of token.content.matchAll(/alt="([^"]+)"/gu)) prose.push(words);
    }
  });
  return { path, text, headings, fences, tables, links, pictures, code, emphasised, prose };
}

const attribute = (token: Token, name: string) => String(token.attrGet(name) ?? '');

function plain(token: Token | undefined): string {
  return (token?.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

/** The anchors of a document as GitHub and VS Code make them. */
export function anchors({ headings }: Document): Set<string> {
  const found = new Set<string>();
  for (const { text } of headings) {
    const slug = text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let n = 1; found.has(anchor); n++) anchor = `${slug}-${n}`;
    found.add(anchor);
  }
  return found;
}
