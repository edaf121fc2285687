import { SaxesParser } from 'saxes';
import { message } from '../base/message';
import { SpreadsheetRefusal } from './refusal';
import type { ZipArchive } from './zipArchive';

/** What an element of a part says; names are local, without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Between two tags; long texts come whole. */
  text?(text: string): void;
  close?(name: string): void;
}

/** SpreadsheetML nests some ten levels deep. */
const DEEPEST = 200;

/** Thrown by a handler that has seen enough of a part. */
export class Enough extends Error {}

/**
 * Reads a part of a workbook as XML while it is unpacked, so that it is never in memory as a whole. Entities are never expanded, and a part that declares
 * some is refused. `false` when there is no such part. @throws SpreadsheetRefusal
 */
export async function readXml(
  archive: ZipArchive,
  name: string,
  handler: XmlHandler,
  breathe?: () => Promise<void>,
): Promise<boolean> {
  const parser = new SaxesParser();
  let depth = 0;
  let decoder: TextDecoder | undefined;
  parser.on('error', () => {
    throw malformed(name);
  });
  parser.on('doctype', () => {
    throw new SpreadsheetRefusal(
      message('“{0}” in this file has a DOCTYPE, which could declare entities: it is not read', name),
      message('Open the file in Excel or LibreOffice and save it under another name'),
    );
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) {
      throw malformed(name);
    }
    handler.open?.(localName(tag.name), localAttributes(tag.attributes));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => {
    depth--;
    handler.close?.(localName(tag.name));
  });
  /** Whether the handler has seen enough. */
  const guarded = (work: () => void): boolean => {
    try {
      work();
      return false;
    } catch (error) {
      if (error instanceof Enough) {
        return true;
      }
      throw error instanceof SpreadsheetRefusal ? error : malformed(name);
    }
  };
  const streamed = await archive.stream(
    name,
    (part) => {
      decoder ??= decoderFor(part);
      const text = decoder.decode(part, { stream: true });
      return guarded(() => parser.write(text));
    },
    breathe,
  );
  if (streamed === 'whole') {
    guarded(() => {
      parser.write(decoder?.decode() ?? '');
      parser.close();
    });
  }
  return streamed !== 'missing';
}

function decoderFor(start: Uint8Array): TextDecoder {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder('utf-16le');
  }
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let local = attributes;
  for (const name in attributes) {
    const bare = localName(name);
    if (bare !== name && attributes[bare] === undefined) {
      local = local === attributes ? Object.assign(Object.create(null) as Record<string, string>, attributes) : local;
      (local as Record<string, string>)[bare] = attributes[name] ?? '';
    }
  }
  return local;
}

function malformed(name: string): SpreadsheetRefusal {
  return new SpreadsheetRefusal(
    message('This file is damaged: “{0}” in it is no well-formed XML', name),
    message('Download it again, or open it in Excel or LibreOffice and save it under another name'),
  );
}
