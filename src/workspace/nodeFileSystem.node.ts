import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compileGlob } from '../base/glob';
import type { FileStat, FileSystem } from '../base/ports';
import { isGone, listFiles } from './folderWalk.node';

/** Longer files are none that this program has a use for in memory. In bytes. */
const MAX_SIZE = 256 * 1024 * 1024;

/** Large enough that the way through the streams costs little beside the reading. In bytes. */
const CHUNK = 512 * 1024;

/** A workspace folder on disk. Nothing outside it can be reached: neither by `..` nor through symbolic links. */
// @segur ST.TRU.01
export class NodeFileSystem implements FileSystem {
  readonly #root: string;
  #realRoot: Promise<string> | undefined;
  /** Listings that are under way: questions asked at the same time share them. */
  readonly #listings = new Map<string, Promise<readonly string[]>>();

  /** @param root absolute path of the folder */
  constructor(root: string) {
    this.#root = resolve(root);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const real = await this.#locate(path);
    if (real === undefined) {
      return undefined;
    }
    const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      if (!found.isFile()) {
        return undefined;
      }
      if (found.size > MAX_SIZE) {
        throw Object.assign(new Error(`${path} is too large`), { code: 'EFBIG' });
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  }

  /**
   * A file's bytes as they come, however long it is; `undefined` when there is no such file. Whoever asks has to read or destroy the stream.
   * Rejects when the file exists and cannot be opened.
   */
  async openStream(path: string): Promise<{ readonly size: number; readonly stream: Readable } | undefined> {
    const real = await this.#locate(path);
    if (real === undefined) {
      return undefined;
    }
    const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await file.stat();
    if (!found.isFile()) {
      await file.close();
      return undefined;
    }
    return { size: found.size, stream: file.createReadStream({ highWaterMark: CHUNK }) };
  }

  /** SHA-256 of a file's bytes, read in pieces; see `HashFile`. */
  async sha256(path: string, signal?: AbortSignal): Promise<string | undefined> {
    const found = await this.openStream(path);
    if (found === undefined) {
      return undefined;
    }
    const hash = createHash('sha256');
    await pipeline(found.stream, hash, { ...(signal === undefined ? {} : { signal }) });
    return hash.digest('hex');
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const real = await this.#locate(path);
    if (real === undefined) {
      return undefined;
    }
    const { size, mtimeMs } = await stat(real);
    return { size, modified: mtimeMs };
  }

  /** Ignore files do not count here, since proofs are often kept out of git; `.git` and `node_modules` are never looked into. */
  async glob(pattern: string): Promise<readonly string[]> {
    const glob = compileGlob(pattern);
    if (typeof glob === 'string') {
      return [];
    }
    const files = await this.#list(glob.base);
    return files.filter((file) => glob.matches(file));
  }

  #list(folder: string): Promise<readonly string[]> {
    const known = this.#listings.get(folder);
    if (known !== undefined) {
      return known;
    }
    const listing = this.#listFresh(folder).finally(() => this.#listings.delete(folder));
    this.#listings.set(folder, listing);
    return listing;
  }

  async #listFresh(folder: string): Promise<readonly string[]> {
    if ((await this.#locate(folder)) === undefined) {
      return [];
    }
    const { files, links } = listFiles(this.#root, folder);
    const inside = await Promise.all(links.map(async (link) => ((await this.#isFileInside(link)) ? [link] : [])));
    return [...files, ...inside.flat()].sort();
  }

  async #isFileInside(path: string): Promise<boolean> {
    const real = await this.#locate(path).catch(() => undefined);
    return real !== undefined && (await stat(real)).isFile();
  }

  /** The real path, or `undefined` when there is nothing or it lies outside. */
  async #locate(path: string): Promise<string | undefined> {
    const absolute = resolve(this.#root, path);
    if (!isInside(absolute, this.#root) || path.includes('\0')) {
      return undefined;
    }
    try {
      this.#realRoot ??= realpath(this.#root);
      const [real, root] = await Promise.all([realpath(absolute), this.#realRoot]);
      return isInside(real, root) ? real : undefined;
    } catch (error) {
      if (isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
