/* leasot over a list of files: `leasot LIST TAG` prints how many comments it found. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { isExtensionSupported, parse } from 'leasot';

const [list = '', tag = 'segur'] = process.argv.slice(2);
let found = 0;
for (const filename of readFileSync(list, 'utf8').split('\n')) {
  const extension = extname(filename);
  if (isExtensionSupported(extension)) {
    const comments = await parse(readFileSync(filename, 'utf8'), { extension, filename, customTags: [tag] });
    found += comments.filter((comment) => comment.tag.toLowerCase() === tag).length;
  }
}
process.stdout.write(String(found));
