import { workspace } from 'vscode';
import { baseName } from '../../base/fileNames';
import type { Disposable } from '../../base/ports';
import type { StoredTraces } from '../../report/history/storedTraces';
import type { TraceHistory } from '../../report/history/traceHistory';
import { GlobSet } from '../../workspace/pathFilter';
import type { FolderSession } from '../folderSession';
import { DisposableStore } from '../support/disposableStore';

const readers = new WeakMap<FolderSession, StoredTraces>();

/** The stored traces of a folder as they are on disk now; those that did not change are not read again. */
export async function readHistory(session: FolderSession): Promise<TraceHistory> {
  const { StoredTraces: Reader } = await import('../../report/formats');
  const reader = readers.get(session) ?? new Reader(session.files.disk);
  readers.set(session, reader);
  return reader.read(session.files.project.traces);
}

/** The stored traces of a folder for somebody who asks often: the disk is asked again only when it told of a change. */
export class StoredHistory implements Disposable {
  readonly #session: FolderSession;
  readonly #store = new DisposableStore();
  #read: { readonly globs: string; readonly history: Promise<TraceHistory> } | undefined;

  /** @param onDidChange is told that some of them are others */
  constructor(session: FolderSession, onDidChange: () => void) {
    this.#session = session;
    const watcher = this.#store.add(workspace.createFileSystemWatcher('**/*'));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
      this.#store.add(
        event((uri) => {
          const path = session.pathOf(uri);
          const traces = new GlobSet(session.files.project.traces);
          if (path !== undefined && (traces.matches(path, baseName(path)) || traces.leadsInto(path))) {
            this.#read = undefined;
            onDidChange();
          }
        }),
      );
    }
  }

  now(): Promise<TraceHistory> {
    const globs = JSON.stringify(this.#session.files.project.traces);
    if (this.#read?.globs !== globs) {
      this.#read = { globs, history: readHistory(this.#session) };
    }
    return this.#read.history;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
