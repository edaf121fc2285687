/**
 * Makes plain text safe inside Markdown: what a catalogue or a comment says is shown as it is and can open no link, image, list or table.
 * Line ends become spaces; bidirectional controls, which could disguise a text, are dropped.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+\-!|<>~&$]/gu, '\\$&');
}

/**
 * Quotes a Markdown text of the catalogue (an answer, a statement). It stays Markdown, but what would be an image is shown as it is written,
 * so that showing a hover never fetches anything.
 */
export function quoteMarkdown(markdown: string): string {
  return withoutImages(markdown)
    .trimEnd()
    .split(/\r\n|\r|\n/u)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function withoutImages(markdown: string): string {
  return markdown.replace(/!\[/gu, '\\!\\[').replace(/<img/giu, '&lt;img');
}
