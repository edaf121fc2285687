import { MarkdownString } from 'vscode';
import type { ProofFile } from '../../evidence/model';
import { escapeMarkdown } from '../../language/markdown';
import type { FolderSession } from '../folderSession';

/** Pictures that show by themselves and can hold no script. */
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/iu;
/** Bigger ones are not loaded just because the pointer passes. In bytes. */
const BIGGEST = 10 * 1024 * 1024;
/** In pixels. */
const WIDTH = 320;
/** Where VS Code shows pictures from. */
const SCHEMES = ['file', 'vscode-remote'];

/** Where a proof's file is and what is said of it; a picture is shown. Names of files stay text: they open no link. */
export function proofTooltip(session: FolderSession, { path, size }: ProofFile, facts: string): MarkdownString {
  const text = new MarkdownString(`${escapeMarkdown(path)}\n\n${escapeMarkdown(facts)}`);
  text.isTrusted = false;
  text.supportHtml = false;
  const uri = session.uriOf(path);
  if (PICTURE.test(path) && size > 0 && size <= BIGGEST && SCHEMES.includes(uri.scheme)) {
    text.appendMarkdown(`\n\n![](${uri.toString()}|width=${WIDTH})`);
  }
  return text;
}
