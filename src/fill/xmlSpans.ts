import { SaxesParser } from 'saxes';

/** An element of a part, by where it stands in the text. */
export interface Span {
  readonly name: string;
  /** With its prefix, as written. */
  readonly rawName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
  /** Of its first tag. */
  readonly start: number;
  readonly tagEnd: number;
}

export interface SpanHandler {
  open(span: Span, depth: number): void;
  /** @param closeStart where its last tag starts; that of the first one for `<a/>` */
  close(span: Span, depth: number, closeStart: number, end: number): void;
}

/** Says where the elements of a well-formed text stand. Throws on any other. */
export function walkXml(text: string, handler: SpanHandler): void {
  const parser = new SaxesParser();
  const path: Span[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const tagEnd = parser.position;
    // No attribute holds a `<`.
    const start = text.lastIndexOf('<', tagEnd - 1);
    const span = { name: localName(name), rawName: name, attributes, isSelfClosing, start, tagEnd };
    handler.open(span, path.length);
    path.push(span);
  });
  parser.on('closetag', () => {
    const end = parser.position;
    const span = path.pop();
    if (span !== undefined) {
      handler.close(span, path.length, span.isSelfClosing ? span.start : text.lastIndexOf('<', end - 1), end);
    }
  });
  parser.write(text).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `x:` of `x:row`. */
export function prefixOf(rawName: string): string {
  return rawName.slice(0, rawName.indexOf(':') + 1);
}

/** A first tag with another value of one attribute, which stays where it is; without it where the value is `undefined`. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const written = new RegExp(`(\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'u');
  return tag.replace(written, value === undefined ? '' : `$1${name}="${value}"`);
}
