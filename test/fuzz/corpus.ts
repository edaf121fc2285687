import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from './reader';

/**
 * The files of the corpus of a reader, by name. Files end in `.txt` there, so that no tool takes them for its own; the rest of the name is what
 * the reader sees.
 */
export function corpusFiles(reader: string): Sample[] {
  const folder = join(__dirname, 'corpus', reader);
  return (existsSync(folder) ? readdirSync(folder) : [])
    .sort()
    .map((name) => ({ name: name.replace(/\.txt$/u, ''), bytes: readFileSync(join(folder, name)) }));
}
