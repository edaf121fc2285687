import { compileGlob } from '../../../src/base/glob';
import type { FileStat, FileSystem } from '../../../src/base/ports';

/** A workspace folder in memory that writes down how it is used: `read a.ts`, `stat b.ts`, `glob **`. */
export class MemoryFileSystem implements FileSystem {
  readonly accesses: string[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #unreadable = new Set<string>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) {
      this.write(path, content);
    }
  }

  write(path: string, content: string | Uint8Array): void {
    this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  delete(path: string): void {
    this.#files.delete(path);
  }

  makeUnreadable(path: string): void {
    this.#unreadable.add(path);
  }

  paths(): string[] {
    return [...this.#files.keys()].sort();
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#files.get(path);
  }

  forgetAccesses(): void {
    this.accesses.length = 0;
  }

  read(path: string): Promise<Uint8Array | undefined> {
    this.accesses.push(`read ${path}`);
    if (this.#unreadable.has(path)) {
      return Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }));
    }
    return Promise.resolve(this.#files.get(path));
  }

  stat(path: string): Promise<FileStat | undefined> {
    this.accesses.push(`stat ${path}`);
    const bytes = this.#files.get(path);
    return Promise.resolve(bytes === undefined ? undefined : { size: bytes.length, modified: 0 });
  }

  glob(pattern: string): Promise<readonly string[]> {
    this.accesses.push(`glob ${pattern}`);
    const glob = compileGlob(pattern);
    if (typeof glob === 'string') {
      return Promise.reject(new Error(`bad glob: ${glob}`));
    }
    return Promise.resolve(this.paths().filter((path) => glob.matches(path)));
  }
}
