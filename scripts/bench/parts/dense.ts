import { treeFolder, type TreeOptions } from '../generateTree';
import { inRounds } from '../runs';
import { ripgrep, say, segurTrace, type Setting } from '../setting';
import { pairedRatio } from '../statistics';
import type { Row } from '../table';
import { checkedTree } from './tree';

const DENSE: TreeOptions = { files: 1600, annotations: 10_000, seed: 4, share: 1, unknown: 1 };
const ALL = { most: 250 };

/** A code base in which most files hold annotations, of ids that no catalogue knows, as public ones are: nothing spares the reading, and each link is a problem. */
export function densePart({ rounds }: Setting): readonly Row[] {
  const folder = treeFolder(DENSE);
  say(`${DENSE.files} files, ${DENSE.annotations} annotations: ${folder}`);
  checkedTree(folder, DENSE);
  const found = inRounds(rounds, {
    links: () => segurTrace('links', '--format', 'json', folder).wall,
    status: () => segurTrace('status', folder).wall,
    ripgrep: () => ripgrep(folder).wall,
  });
  return [
    {
      what: {
        en: '1,600 files, 10,000 annotations, all of unknown ids: all of `links --format json`',
        fr: '1 600 fichiers, 10 000 annotations, toutes d’ids inconnus : tout `links --format json`',
      },
      values: found.links,
      ratio: pairedRatio(found.links, found.ripgrep),
      aim: ALL,
    },
    {
      what: { en: 'The same: all of `status`', fr: 'Les mêmes : tout `status`' },
      values: found.status,
      ratio: pairedRatio(found.status, found.ripgrep),
      aim: ALL,
    },
    { what: { en: 'The same: ripgrep', fr: 'Les mêmes : ripgrep' }, values: found.ripgrep },
  ];
}
