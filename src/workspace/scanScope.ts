import type { FileSystem } from '../base/ports';
import { decodeText } from '../base/decodeText';
import { IGNORE_FILE } from './folderRules';
import { IgnoreLevels } from './ignoreFile';
import { pathFilterOf, type PathFilter } from './pathFilter';
import type { ScanOptions } from './scanOptions';

/** Tells of one path whether a scan would read it, by the same rules. Ignore files are read once each. */
export class ScanScope {
  readonly #fs: FileSystem;
  readonly #options: ScanOptions;
  readonly #filter: PathFilter;
  readonly #levels = new Map<string, Promise<IgnoreLevels | undefined>>();

  constructor(fs: FileSystem, options: ScanOptions) {
    this.#fs = fs;
    this.#options = options;
    this.#filter = pathFilterOf(options);
  }

  async includes(path: string): Promise<boolean> {
    const { folder, name } = split(path);
    const levels = await this.#levelsOf(folder);
    return levels !== undefined && this.#filter.takesFile(path, name) && !levels.ignoresFile(path, name);
  }

  /** `undefined` for a folder that a scan would not enter. */
  #levelsOf(folder: string): Promise<IgnoreLevels | undefined> {
    const known = this.#levels.get(folder);
    if (known !== undefined) {
      return known;
    }
    const levels = this.#readLevels(folder);
    this.#levels.set(folder, levels);
    return levels;
  }

  async #readLevels(folder: string): Promise<IgnoreLevels | undefined> {
    const { respectIgnoreFiles, outerIgnoreFiles } = this.#options;
    const outside = folder === '' ? IgnoreLevels.outer(outerIgnoreFiles) : await this.#enter(folder);
    if (outside === undefined || !respectIgnoreFiles) {
      return outside === undefined ? undefined : IgnoreLevels.none;
    }
    const text = await this.#ignoreFileOf(folder);
    return text === undefined ? outside : outside.with(folder, text);
  }

  async #enter(path: string): Promise<IgnoreLevels | undefined> {
    const { folder, name } = split(path);
    const levels = await this.#levelsOf(folder);
    return levels !== undefined && this.#filter.entersFolder(path, name) ? levels.enter(path, name) : undefined;
  }

  async #ignoreFileOf(folder: string): Promise<string | undefined> {
    try {
      const bytes = await this.#fs.read(folder === '' ? IGNORE_FILE : `${folder}/${IGNORE_FILE}`);
      const decoded = bytes === undefined ? undefined : decodeText(bytes);
      return decoded !== undefined && 'text' in decoded ? decoded.text : undefined;
    } catch {
      // An ignore file that cannot be read ignores nothing, as in a scan.
      return undefined;
    }
  }
}

function split(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}
