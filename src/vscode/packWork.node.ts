import { packedBytes, packEntries, packManifestEntry } from '../report/pack/packContent';
import { packName } from '../report/pack/packNames';
import { planPack } from '../report/pack/packPlan';
import { gitCommitOf } from '../workspace/gitCommit.node';
import { NodeFileSystem } from '../workspace/nodeFileSystem.node';
import { checkPack } from '../workspace/packCheck.node';
import { isSound } from '../workspace/packCheckResult';
import { pathIn } from '../workspace/pathIn.node';
import { EntryLost, writeZip } from '../workspace/zipWriter.node';
import type { PackOrder, PackWork, WrittenPack } from './platform';

/** Writes and checks evidence packs on the disk of the extension host. */
export const packWork: PackWork = {
  nameOf({ product }, chapter) {
    const words = [product.name, product.version, chapter].filter((part) => part !== undefined && part !== '');
    return `${['dossier', ...words.map((part) => packName(part ?? ''))].join('-')}.zip`;
  },
  write,
  async check(file, options) {
    const found = await checkPack(file, options);
    return 'kind' in found ? found : { kind: 'checked', sound: isSound(found), check: found };
  },
};

async function write(order: PackOrder): Promise<WrittenPack> {
  const { root, trace, catalog, out, chapter, t, language, version, signal } = order;
  const own = pathIn(root, out);
  const commit = order.asksGit ? await gitCommitOf(root, own) : undefined;
  signal.throwIfAborted();
  const plan = planPack(trace, catalog, {
    t,
    language,
    version,
    ...(commit === undefined ? {} : { commit }),
    ...(own === undefined ? {} : { own }),
    ...(chapter === undefined ? {} : { chapter }),
  });
  const total = packedBytes(plan);
  try {
    const { entries, size } = await writeZip(new NodeFileSystem(root), out, {
      entries: packEntries(plan),
      last: (written) => packManifestEntry(plan, written),
      onProgress: (done) => order.onProgress(done, total),
      signal,
    });
    return { kind: 'written', files: entries.length, bytes: size, fingerprint: entries.at(-1)?.sha256 ?? '' };
  } catch (error) {
    if (error instanceof EntryLost) {
      return { kind: 'lost', file: error.file };
    }
    throw error;
  }
}
