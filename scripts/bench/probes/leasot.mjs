/* leasot over a list of files: `leasot LIST SECONDS` prints how many files it read in that time at most, and how many comments it found. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { isExtensionSupported, parse } from 'leasot';

const TAG = 'segur';
const [list = '', seconds = '60'] = process.argv.slice(2);
const deadline = performance.now() + Number(seconds) * 1000;
let found = 0;
let files = 0;
for (const filename of readFileSync(list, 'utf8').split('\n')) {
  if (performance.now() > deadline) {
    break;
  }
  files++;
  const extension = extname(filename);
  if (isExtensionSupported(extension)) {
    const comments = await parse(readFileSync(filename, 'utf8'), { extension, filename, customTags: [TAG] });
    found += comments.filter((comment) => comment.tag.toLowerCase() === TAG).length;
  }
}
process.stdout.write(JSON.stringify({ files, found }));
