import assert from 'node:assert/strict';
import { english } from '../../src/base/message';
import { writeJson } from '../../src/report/json';
import { FolderTrace, type FolderTraceInit } from '../../src/workspace/folderTrace';

/** Where a workspace's files are, as whoever works there changes them. */
export interface Disk {
  write(path: string, content: string): void;
  /** A file, or a folder with all that is in it. */
  delete(path: string): void;
  read(path: string): string | undefined;
  paths(): readonly string[];
}

/** The rest of what a trace is opened with, of its own for each. */
export type InitOf = () => Omit<FolderTraceInit, 'onError' | 'clock'>;

export const clock = { today: () => '2026-11-28' };

/** A trace that is kept while files, editors and settings change, and told of each change as VS Code tells of it. */
export class LiveFolder {
  readonly #disk: Disk;
  readonly #initOf: InitOf;
  readonly #errors: unknown[] = [];
  /** Texts in editors; those that are not saved differ from the disk. */
  readonly #editors = new Map<string, { text: string; dirty: boolean }>();
  readonly trace: FolderTrace;

  constructor(disk: Disk, initOf: InitOf) {
    this.#disk = disk;
    this.#initOf = initOf;
    this.trace = this.#open();
  }

  load(): Promise<void> {
    return this.trace.load();
  }

  write(path: string, content: string): void {
    this.#disk.write(path, content);
    void this.trace.fileChanged(path);
    this.#followDisk(path);
  }

  delete(path: string): void {
    this.#disk.delete(path);
    void this.trace.fileDeleted(path);
    for (const open of [...this.#editors.keys()]) {
      if (open === path || open.startsWith(`${path}/`)) {
        this.#followDisk(open);
      }
    }
  }

  /** A file, or a folder: its watcher tells of the folder alone. */
  rename(from: string, to: string): void {
    const moved = this.#disk
      .paths()
      .filter((path) => path === from || path.startsWith(`${from}/`))
      .map((path) => [to + path.slice(from.length), this.#disk.read(path) ?? ''] as const);
    this.delete(from);
    moved.forEach(([path, content]) => this.#disk.write(path, content));
    if (moved.length > 0) {
      void this.trace.fileChanged(to);
    }
    moved.forEach(([path]) => this.#followDisk(path));
  }

  /** The watcher tells of something that is as it was. */
  stir(path: string): void {
    const isThere = this.#disk.paths().some((one) => one === path || one.startsWith(`${path}/`));
    void (isThere ? this.trace.fileChanged(path) : this.trace.fileDeleted(path));
  }

  /** Typed into an editor, and not saved. */
  type(path: string, text: string): void {
    this.#editors.set(path, { text, dirty: text !== this.#disk.read(path) });
    this.#tell(path);
  }

  save(path: string): void {
    const editor = this.#editors.get(path);
    if (editor !== undefined) {
      editor.dirty = false;
      this.#disk.write(path, editor.text);
      this.#tell(path);
      void this.trace.fileChanged(path);
    }
  }

  /** What was not saved is given up. */
  close(path: string): void {
    if (this.#editors.delete(path)) {
      this.trace.unsavedGone(path);
      this.trace.bufferClosed(path);
    }
  }

  /**
   * Gives up unsaved texts of the project file and of catalogues: while they are typed, what they said when they were whole counts, which nobody knows who
   * reads them afresh.
   */
  giveUpSettings(): void {
    [...this.#editors]
      .filter(([path, { dirty }]) => dirty && /\.ya?ml$/u.test(path))
      .forEach(([path]) => this.close(path));
  }

  /** All that it says, as text. */
  async told(): Promise<string> {
    return toldBy(this.trace);
  }

  /** The same folder and editors, read from nothing. */
  async toldAfresh(): Promise<string> {
    const fresh = this.#open();
    try {
      await fresh.load();
      for (const [path, { text, dirty }] of this.#editors) {
        fresh.bufferChanged(path, text);
        if (dirty && isInput(path)) {
          fresh.unsavedChanged(path, text);
        }
      }
      return await toldBy(fresh);
    } finally {
      fresh.dispose();
    }
  }

  dispose(): void {
    this.trace.dispose();
    assert.deepEqual(this.#errors, []);
  }

  #open(): FolderTrace {
    return new FolderTrace({ ...this.#initOf(), clock, onError: (error) => this.#errors.push(error) });
  }

  /** An editor without changes shows what is on disk; one whose file is gone keeps its text. */
  #followDisk(path: string): void {
    const editor = this.#editors.get(path);
    const text = this.#disk.read(path);
    if (editor !== undefined && !editor.dirty && text !== undefined) {
      editor.text = text;
      this.#tell(path);
    }
  }

  #tell(path: string): void {
    const editor = this.#editors.get(path);
    if (editor !== undefined) {
      this.trace.bufferChanged(path, editor.text);
      if (isInput(path)) {
        if (editor.dirty) {
          this.trace.unsavedChanged(path, editor.text);
        } else {
          this.trace.unsavedGone(path);
        }
      }
    }
  }
}

/** As the extension tells of unsaved texts. */
function isInput(path: string): boolean {
  return /\.(?:ya?ml|md)$/u.test(path);
}

async function toldBy(folder: FolderTrace): Promise<string> {
  await folder.settled();
  await folder.resolveUnits();
  await folder.resolveProofs();
  await folder.settled();
  const { trace } = folder;
  const rows = trace.requirements.map(({ requirement: { id, title }, state, scope, needs, links, proofs }) => ({
    id,
    title,
    state,
    scope,
    needs,
    links: links.map(({ file, range, state: linkState, verb, unit }) => ({ file, range, linkState, verb, unit })),
    proofs: proofs.map(({ entry, state: proofState, files }) => ({ for: entry.for, proofState, files })),
  }));
  const { problems, counts, unknownLinks, mentions } = trace;
  return JSON.stringify(
    { rows, problems, counts, unknownLinks, mentions, matrix: writeJson(trace, { t: english, language: 'en' }) },
    null,
    1,
  );
}
