import { Location, TestMessage, TestRunRequest, tests } from 'vscode';
import type { TestController, TestItem, TestRun } from 'vscode';
import { testTree, type TestNode, type TestPlace } from '../../language/testTree';
import type { Disposable } from '../../base/ports';
import type { FolderSession } from '../folderSession';
import { testControllerId } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/** Changes are shown after this much quiet: a run of the tests writes its files one after the other. In milliseconds. */
const QUIET = 200;

interface ShownFolder {
  /** What is shown, in a form that tells whether something else has to be. */
  readonly signature: string;
  readonly items: readonly TestItem[];
  /** Of what was published last. */
  readonly results: string;
}

/**
 * Requirements that something verifies, in VS Code's Test Explorer, with the last result of their tests. It runs nothing itself: results are those of
 * the files that the project names. Without such a requirement there is no controller, and the window no Testing view of ours.
 */
export class TestExplorer implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #shown = new Map<string, ShownFolder>();
  readonly #changed = new Set<FolderSession>();
  #controller: TestController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#store.add(sessions.onDidChangeTrace((session) => this.#schedule([session])));
    this.#store.add(sessions.onDidChangeFolders(() => this.#schedule(sessions.all)));
    this.#schedule(sessions.all);
  }

  /** For our own tests: VS Code lets nobody read what stands there. */
  get controller(): TestController | undefined {
    return this.#controller;
  }

  /** As `controller`: the states that were published last, by the label of the test. */
  readonly published = new Map<string, string>();

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
    this.#controller?.dispose();
    this.#controller = undefined;
  }

  #schedule(sessions: readonly FolderSession[]): void {
    sessions.forEach((session) => this.#changed.add(session));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), QUIET);
  }

  #show(): void {
    const { all } = this.#sessions;
    const gone = [...this.#shown.keys()].filter((key) => !all.some((session) => session.key === key));
    gone.forEach((key) => this.#shown.delete(key));
    const changed = all.filter((session) => this.#changed.has(session) || !this.#shown.has(session.key));
    this.#changed.clear();
    const news = changed.flatMap((session) => this.#showFolder(session));
    this.#place(all);
    // A result can be published for an item that stands in its place alone.
    news.forEach((publish) => publish());
  }

  /** @returns what publishes its results, where they are others than before */
  #showFolder(session: FolderSession): (() => void)[] {
    const nodes = testTree(session.trace, t);
    const before = this.#shown.get(session.key);
    const signature = JSON.stringify(nodes.map(withoutResults));
    const results = JSON.stringify(nodes.map(resultsOf));
    if (before?.signature === signature && before.results === results) {
      return [];
    }
    const isSame = before?.signature === signature;
    const controller = nodes.length === 0 ? undefined : this.#theController();
    const made = new Map<TestNode, TestItem>();
    const items = controller === undefined ? [] : nodes.map((node, at) => itemOf(controller, session, node, at, made));
    const shown = isSame ? before.items : items;
    this.#shown.set(session.key, { signature, results, items: shown });
    if (controller === undefined || before?.results === results) {
      return [];
    }
    if (isSame) {
      // The same items in the same places: only their results are others.
      made.clear();
      nodes.forEach((node, at) => pair(node, shown[at], made));
    }
    return [() => this.#publish(controller, session, made)];
  }

  #theController(): TestController {
    this.#controller ??= tests.createTestController(testControllerId, 'Ségur Trace');
    return this.#controller;
  }

  /** One folder needs no line of its own. */
  #place(sessions: readonly FolderSession[]): void {
    const tested = sessions.filter(({ key }) => (this.#shown.get(key)?.items.length ?? 0) > 0);
    const controller = this.#controller;
    if (controller === undefined) {
      return;
    }
    if (tested.length === 0) {
      controller.dispose();
      this.#controller = undefined;
      this.published.clear();
      return;
    }
    const itemsOf = ({ key }: FolderSession): readonly TestItem[] => this.#shown.get(key)?.items ?? [];
    controller.items.replace(
      tested.length === 1
        ? tested.flatMap(itemsOf)
        : tested.map((session) => {
            const item = controller.createTestItem(session.key, session.folder.name, session.folder.uri);
            item.children.replace(itemsOf(session));
            return item;
          }),
    );
  }

  #publish(controller: TestController, session: FolderSession, items: ReadonlyMap<TestNode, TestItem>): void {
    const tested = [...items].filter(([{ last }]) => last !== undefined && last.state !== 'not-run');
    const others = [...items].flatMap(([node, item]) => (tested.some(([other]) => other === node) ? [] : [item]));
    const leaves = others.filter((item) => item.children.size === 0);
    leaves.forEach((item) => this.published.delete(item.id));
    // What was known of them is no longer so.
    controller.invalidateTestResults(leaves);
    if (tested.length === 0) {
      return;
    }
    const run = controller.createTestRun(
      new TestRunRequest(tested.map(([, item]) => item)),
      t('Results read from files'),
      false,
    );
    for (const [node, item] of tested) {
      this.published.set(item.id, tell(run, item, node, session));
    }
    run.end();
  }
}

function tell(run: TestRun, item: TestItem, { last }: TestNode, session: FolderSession): string {
  switch (last?.state) {
    case 'passed':
      run.passed(item);
      break;
    case 'failed':
      run.failed(
        item,
        last.failures.map(({ text, place }) => {
          const message = new TestMessage(text);
          message.location = locationOf(session, place);
          return message;
        }),
      );
      break;
    case 'skipped':
      run.skipped(item);
      break;
    case 'not-run':
    case undefined:
      break;
  }
  return last?.state ?? '';
}

function locationOf(session: FolderSession, { file, range }: TestPlace): Location {
  return new Location(session.uriOf(file), toRange(range));
}

/** @param made gets every item, with what it was made of */
function itemOf(
  controller: TestController,
  session: FolderSession,
  node: TestNode,
  at: number,
  made: Map<TestNode, TestItem>,
): TestItem {
  const uri = node.place === undefined ? undefined : session.uriOf(node.place.file);
  const item = controller.createTestItem(`${session.key} ${node.id}`, node.label, uri);
  item.sortText = String(at).padStart(5, '0');
  if (node.place !== undefined) {
    item.range = toRange(node.place.range);
  }
  if (node.description !== undefined) {
    item.description = node.description;
  }
  item.children.replace(node.children.map((child, index) => itemOf(controller, session, child, index, made)));
  made.set(node, item);
  return item;
}

function pair(node: TestNode, item: TestItem | undefined, made: Map<TestNode, TestItem>): void {
  if (item === undefined) {
    return;
  }
  const children = new Map([...item.children].map(([id, child]) => [id, child]));
  const inOrder = [...children.values()].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  node.children.forEach((child, at) => pair(child, inOrder[at], made));
  made.set(node, item);
}

function withoutResults({ id, label, description, place, children }: TestNode): object {
  return [id, label, description ?? '', place ?? null, children.map(withoutResults)];
}

function resultsOf({ children, last }: TestNode): object {
  return [last ?? null, children.map(resultsOf)];
}
