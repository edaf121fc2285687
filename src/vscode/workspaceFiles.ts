import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { compileGlob } from '../base/glob';
import type { FileStat, FileSystem } from '../base/ports';
import type { FolderEntry } from '../workspace/folderRules';
import { listFilesOf, type ListedFolder } from '../workspace/listedFolder';

/** Longer files are none that this program has a use for in memory. In bytes. */
const MAX_SIZE = 256 * 1024 * 1024;

/**
 * A workspace folder of any file system that VS Code knows: on the other side of a network, in a repository, in memory. Nothing outside it can be
 * reached: `..` is refused, and so are symbolic links, since nobody here can tell where they lead.
 */
export class WorkspaceFiles implements FileSystem, ListedFolder {
  readonly #root: Uri;
  /** Listings that are under way: questions asked at the same time share them. */
  readonly #listings = new Map<string, Promise<readonly string[]>>();

  constructor(root: Uri) {
    this.#root = root;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const found = await this.#locate(path);
    if (found?.type !== FileType.File) {
      return undefined;
    }
    if (found.size > MAX_SIZE) {
      throw Object.assign(new Error(`${path} is too large`), { code: 'EFBIG' });
    }
    return this.bytesOf(path);
  }

  /** SHA-256 of a file's bytes; VS Code gives a file as a whole. See `HashFile`. */
  async sha256(path: string): Promise<string | undefined> {
    const bytes = await this.read(path);
    if (bytes === undefined) {
      return undefined;
    }
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const found = await this.#locate(path);
    return found === undefined ? undefined : { size: found.size, modified: found.mtime };
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

  async list(folder: string): Promise<readonly FolderEntry[] | undefined> {
    const entries = await unlessGone(workspace.fs.readDirectory(this.#uri(folder)));
    return entries?.map(([name, type]) => new Entry(name, type)).filter(({ name }) => isName(name));
  }

  async sizeOf(path: string): Promise<number | undefined> {
    return (await unlessGone(workspace.fs.stat(this.#uri(path))))?.size;
  }

  bytesOf(path: string): Promise<Uint8Array | undefined> {
    return unlessGone(workspace.fs.readFile(this.#uri(path)));
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
    return isFolder((await this.#locate(folder))?.type) ? listFilesOf(this, folder) : [];
  }

  /** What VS Code says of a path, every folder on the way to it having been asked whether it is one; `undefined` when there is nothing or a link. */
  async #locate(path: string) {
    const names = path === '' ? [] : path.split('/');
    if (!names.every(isName)) {
      return undefined;
    }
    const way = names.map((_, at) => names.slice(0, at + 1).join('/'));
    const stats = await Promise.all((way.length === 0 ? [''] : way).map((each) => this.#ask(each)));
    const found = stats.pop();
    const straight = stats.every((folder) => folder?.type === FileType.Directory);
    // The workspace folder may itself be a link: the user opened it.
    return straight && (path === '' || !isLink(found?.type)) ? found : undefined;
  }

  #ask(path: string) {
    return unlessGone(workspace.fs.stat(this.#uri(path)));
  }

  #uri(path: string): Uri {
    return path === '' ? this.#root : Uri.joinPath(this.#root, path);
  }
}

class Entry implements FolderEntry {
  readonly name: string;
  readonly #type: FileType;

  constructor(name: string, type: FileType) {
    this.name = name;
    this.#type = type;
  }

  isFile(): boolean {
    return this.#type === FileType.File;
  }

  isDirectory(): boolean {
    return this.#type === FileType.Directory;
  }
}

/** One step down. A file system that is asked for a folder may answer anything: names that are paths are none. */
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/u.test(name);
}

function isFolder(type: FileType | undefined): boolean {
  return type !== undefined && (type & FileType.Directory) !== 0;
}

function isLink(type: FileType | undefined): boolean {
  return type !== undefined && (type & FileType.SymbolicLink) !== 0;
}

/** `undefined` when there is nothing at that path. */
async function unlessGone<T>(answer: Thenable<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}
