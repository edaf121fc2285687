import type { WalkedFolder } from './folderRules';

/** How many files one thread takes at a time. */
const CHUNK = 64;
/** Every next segment is twice as long: the first results come soon, and a million files make less than ten. In files. */
const FIRST_SEGMENT = 3000;
/** More than any disk fills. */
const MAX_SEGMENTS = 64;

/** The files of one folder, in the order of the walk. */
export interface FolderNames {
  readonly folder: string;
  readonly names: readonly string[];
}

/** A stretch of the walk, to be read by one thread or by several. */
export interface Segment {
  readonly index: number;
  readonly folders: readonly FolderNames[];
}

/** Cuts a walk into segments; each is walked when it is asked for. @param onFolder gets what belongs to no file: what was left out, what could not be listed */
export function* segmentsOf(
  walk: Iterable<WalkedFolder>,
  onFolder: (walked: WalkedFolder) => void,
  firstSegment = FIRST_SEGMENT,
): Generator<Segment> {
  let folders: FolderNames[] = [];
  let files = 0;
  let index = 0;
  for (const walked of walk) {
    onFolder(walked);
    if (walked.names.length > 0) {
      folders.push({ folder: walked.folder, names: walked.names });
      files += walked.names.length;
    }
    if (files >= firstSegment * 2 ** index && index < MAX_SEGMENTS - 1) {
      yield { index, folders };
      folders = [];
      files = 0;
      index++;
    }
  }
  yield { index, folders };
}

/** Paths of a segment's files, chunk by chunk; every thread that makes them gets the same ones. */
export class SegmentChunks {
  readonly #folders: readonly FolderNames[];
  /** By chunk: the folder it starts in, and the file in that folder. */
  readonly #starts: { readonly folder: number; readonly name: number }[] = [];

  constructor({ folders }: Segment) {
    this.#folders = folders;
    let at = 0;
    folders.forEach(({ names }, folder) => {
      for (let name = 0; name < names.length; name++) {
        if (at++ % CHUNK === 0) {
          this.#starts.push({ folder, name });
        }
      }
    });
  }

  get count(): number {
    return this.#starts.length;
  }

  forEachPath(chunk: number, visit: (path: string) => void): void {
    const start = this.#starts[chunk];
    let left = CHUNK;
    for (let at = start?.folder ?? this.#folders.length; left > 0 && at < this.#folders.length; at++) {
      const { folder, names } = this.#folders[at] ?? { folder: '', names: [] };
      const prefix = folder === '' ? '' : `${folder}/`;
      for (let name = at === start?.folder ? start.name : 0; left > 0 && name < names.length; name++, left--) {
        visit(prefix + (names[name] ?? ''));
      }
    }
  }
}

/** Which chunks of the segments are taken: threads share it, and whoever is faster takes more. */
export class ChunkClaims {
  readonly memory: SharedArrayBuffer;
  readonly #next: Int32Array;

  constructor(memory = new SharedArrayBuffer(4 * MAX_SEGMENTS)) {
    this.memory = memory;
    this.#next = new Int32Array(memory);
  }

  /** The next chunk of a segment that nobody has taken; it may lie behind the last one. */
  take(segment: number): number {
    return Atomics.add(this.#next, segment, 1);
  }
}
