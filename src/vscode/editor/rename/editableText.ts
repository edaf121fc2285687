import { FileSystemError, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { openDocument } from '../../support/openDocument';

/** A text that can be edited at places: VS Code reads it so, and writes back every other byte of the file as it was. */
export interface EditableText {
  readonly text: string;
  /** The editor's, where one holds it. */
  readonly languageId?: string;
}

const LOST = '\ufffd';

/**
 * The text of a file as VS Code has it or would read it: unsaved text first, then what is on disk now. `unsafe` when VS Code would read it in another
 * encoding than it was written in: places in it would be wrong, and saving it would spoil it.
 */
export async function editableText(uri: Uri): Promise<EditableText | 'unsafe' | 'gone'> {
  const open = openDocument(uri);
  if (open?.isDirty === true) {
    return { text: open.getText(), languageId: open.languageId };
  }
  const bytes = await bytesOf(uri);
  if (bytes === undefined) {
    return 'gone';
  }
  // Whoever chose an encoding for its editor sees the text as it is.
  if (open?.getText().includes(LOST) === false) {
    return { text: open.getText(), languageId: open.languageId };
  }
  const text = open?.getText() ?? withoutMark(await workspace.decode(bytes, { uri }));
  if (!(await isSame(bytes, text, uri))) {
    return 'unsafe';
  }
  return open === undefined ? { text } : { text, languageId: open.languageId };
}

/** Whether the text is written back as these bytes, a byte order mark aside, which VS Code keeps by itself. */
async function isSame(bytes: Uint8Array, text: string, uri: Uri): Promise<boolean> {
  const encoding = markedEncoding(bytes);
  const back = await (encoding === undefined ? workspace.encode(text, { uri }) : workspace.encode(text, { encoding }));
  return sameBytes(behindMark(back), behindMark(bytes));
}

/** What VS Code writes a file in that has a byte order mark, whatever the settings say. */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) {
    return 'utf16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf16be';
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf8' : undefined;
}

function behindMark(bytes: Uint8Array): Uint8Array {
  const encoding = markedEncoding(bytes);
  return encoding === undefined ? bytes : bytes.subarray(encoding === 'utf8' ? 3 : 2);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof FileSystemError) {
      return undefined;
    }
    throw error;
  }
}
