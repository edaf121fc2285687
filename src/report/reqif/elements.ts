import { sha256 } from '../../base/sha256';
import { escapeXml } from '../xmlText';

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** An element with what is in it, which is XML already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const tag = `${name}${written.join('')}`;
  const inside = children.join('');
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>`;
}

/** An element that groups others; nothing where there are none. */
export function group(name: string, ...children: readonly string[]): string {
  return children.length === 0 ? '' : element(name, {}, ...children);
}

/** An element with a text. */
export function textElement(name: string, text: string): string {
  return element(name, {}, wellFormed(text));
}

/** Lines of text as XHTML. */
export function xhtml(text: string): string {
  const lines = text.replaceAll(/\r\n?/gu, '\n').split('\n').map(wellFormed);
  return element('xhtml:div', {}, lines.join('<xhtml:br/>'));
}

/** An id of XML that stands for the same thing in every export. */
export function idOf(kind: string, ...key: readonly string[]): string {
  return `_${sha256(JSON.stringify([kind, ...key])).slice(0, 32)}`;
}

function attributeText(text: string): string {
  return wellFormed(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function wellFormed(text: string): string {
  return escapeXml(text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD'));
}
