import { html, Markup } from './markup';
import { sha256 } from '../base/sha256';

export interface PageParts {
  readonly language: 'fr' | 'en';
  readonly title: string;
  readonly styles: readonly string[];
  /** The page's only one. */
  readonly script?: string;
  readonly body: Markup;
}

/** A page that stands alone: its policy allows its own styles and script by their digests, and nothing besides. */
// @segur ST.OUT.03
export function standalonePage({ language, title, styles, script, body }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${styles.map(source).join(' ')}`,
    ...(script === undefined ? [] : [`script-src ${source(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // Built apart from the template: the digests are of these very characters, and a formatter must not add blanks.
  const head = styles.map((style) => new Markup(`<style>${style}</style>`));
  const foot = script === undefined ? undefined : new Markup(`<script>${script}</script>`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${head}
      </head>
      <body>
        ${body} ${foot}
      </body>
    </html> `;
  return page.text;
}

/** As a content security policy names a text that it allows. */
function source(text: string): string {
  const digest = sha256(text).replace(/../gu, (byte) => String.fromCharCode(parseInt(byte, 16)));
  return `'sha256-${btoa(digest)}'`;
}
