import { Range, Uri } from 'vscode';
import type { Command, TextDocumentShowOptions } from 'vscode';
import type { Range as TextRange } from '../../base/text';
import { t } from '../support/translate';

export function toRange(range: TextRange): Range {
  return new Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** What a click on a node does: opens a file, at a range where there is one. Serves keyboards and screen readers alike. */
export function openCommand(uri: Uri, range?: TextRange): Command {
  const options: TextDocumentShowOptions = range === undefined ? {} : { selection: toRange(range) };
  return { command: 'vscode.open', title: t('Open'), arguments: [uri, options] };
}

/** A whole line, by its number from zero. */
export function lineRange(line: number): TextRange {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}

/** Opens an address of the Web outside; `undefined` for any other scheme, which data could abuse. */
export function openLinkCommand(link: string): Command | undefined {
  if (!/^https?:\/\//iu.test(link)) {
    return undefined;
  }
  return { command: 'vscode.open', title: t('Open'), arguments: [Uri.parse(link)] };
}
