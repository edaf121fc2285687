/*
 * `activation ROOT FOLDER`: loads dist/extension.js with a stand-in for VS Code's interface, activates it on a folder, and prints milliseconds. What the
 * extension makes of the interface's answers is its own work; what VS Code would do is none of it.
 */
const { readFile } = require('node:fs/promises');
const Module = require('node:module');
const { join, posix } = require('node:path');

const [root, folder] = process.argv.slice(2);

class Emitter {
  #listeners = new Set();
  event = (listener, self) => {
    const bound = self === undefined ? listener : listener.bind(self);
    this.#listeners.add(bound);
    return { dispose: () => this.#listeners.delete(bound) };
  };
  fire(value) {
    this.#listeners.forEach((listener) => listener(value));
  }
  dispose() {
    this.#listeners.clear();
  }
}

class Uri {
  constructor(scheme, path) {
    Object.assign(this, { scheme, path, fsPath: path, authority: '', query: '', fragment: '' });
  }
  static file(path) {
    return new Uri('file', path);
  }
  static from({ scheme, path = '', query = '', fragment = '' }) {
    return Object.assign(new Uri(scheme, path), { query, fragment });
  }
  static parse(text) {
    const [, scheme = 'file', path = ''] = /^([\w-]+):(?:\/\/)?(.*)$/u.exec(text) ?? [];
    return new Uri(scheme, decodeURI(path));
  }
  static joinPath(uri, ...parts) {
    return new Uri(uri.scheme, posix.join(uri.path, ...parts));
  }
  with(change) {
    return Object.assign(new Uri(this.scheme, this.path), change);
  }
  toString() {
    return `${this.scheme}://${encodeURI(this.path)}`;
  }
}

const noEvent = () => ({ dispose() {} });

/** Answers every question with another stand-in: calls, events and values that nothing depends on. */
function standIn(known = {}) {
  return new Proxy(function () {}, {
    get(target, name) {
      if (name in known) {
        return known[name];
      }
      if (name === 'then' || typeof name === 'symbol') {
        return undefined;
      }
      return name.startsWith('onDid') || name.startsWith('onWill') ? noEvent : (known[name] = standIn());
    },
    set(target, name, value) {
      known[name] = value;
      return true;
    },
    apply: () => standIn(),
    construct: () => standIn(),
  });
}

const workspaceFolder = { uri: Uri.file(folder), name: 'folder', index: 0 };
const log = standIn({ info: () => undefined, error: (error) => fail(error) });
const vscode = standIn({
  EventEmitter: Emitter,
  Uri,
  Disposable: class {},
  FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
  env: standIn({ language: 'en' }),
  l10n: standIn({ t: (text) => text, bundle: undefined }),
  window: standIn({ createOutputChannel: () => log, activeTextEditor: undefined, visibleTextEditors: [] }),
  commands: standIn({ executeCommand: () => Promise.resolve() }),
  workspace: standIn({
    workspaceFolders: [workspaceFolder],
    textDocuments: [],
    isTrusted: true,
    getWorkspaceFolder: () => workspaceFolder,
    getConfiguration: () => ({ get: (_, fallback) => fallback, inspect: () => undefined }),
    fs: standIn({ readFile: (uri) => readFile(uri.fsPath) }),
  }),
});

const load = Module._load;
Module._load = (request, ...more) => (request === 'vscode' ? vscode : load(request, ...more));

function fail(error) {
  console.error(error);
  process.exit(2);
}

const memento = {
  get: (_, fallback) => fallback,
  update: () => Promise.resolve(),
  keys: () => [],
  setKeysForSync() {},
};
const context = {
  extension: { packageJSON: require(join(root, 'package.json')) },
  subscriptions: [],
  extensionPath: root,
  extensionUri: Uri.file(root),
  workspaceState: memento,
  globalState: memento,
  asAbsolutePath: (path) => join(root, path),
};

const started = performance.now();
const { activate } = require(join(root, 'dist', 'extension.js'));
const loaded = performance.now();
const { sessions } = activate(context);
const activated = performance.now();
sessions.onDidChangeTrace(({ trace }) => {
  if (trace.requirements.length > 0) {
    const first = performance.now() - started;
    process.stdout.write(JSON.stringify({ load: loaded - started, activate: activated - loaded, first }), () =>
      process.exit(0),
    );
  }
});
setTimeout(() => fail(new Error('no requirement came within ten seconds')), 10_000);
