import { ThemeIcon } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { ClaimReport, FileClaims, FolderClaims, UnclaimedUnit } from '../../trace/unclaimed/model';
import { figuresWords, unitKindLabel, unitSize } from '../../trace/unclaimed/words';
import type { FolderSession } from '../folderSession';
import { NodeContext } from '../ids';
import { t } from '../support/translate';
import { openCommand } from './openPlace';
import type { ClaimNode, FolderNode, Leaf, LeafNode } from './treeNode';

/** So long after the last change the code is looked at again. In milliseconds. */
const REST = 600;

/**
 * The nodes of the code that no requirement claims. The code is read when somebody opens the first of them, and looked at again after a pause in
 * the changes, as long as it is open.
 */
export class ClaimTree implements Disposable {
  readonly node: ClaimNode;
  readonly #session: FolderSession;
  readonly #redraw: (node: ClaimNode) => void;
  readonly #outdated: Disposable | undefined;
  #globs: string;
  #isAsked = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(session: FolderSession, redraw: (node: ClaimNode) => void) {
    this.#session = session;
    this.#redraw = redraw;
    this.#globs = this.#written;
    this.node = {
      kind: 'claims',
      id: `${session.key}#claims`,
      session,
      of: 'all',
      path: '',
      parent: undefined,
      figures: undefined,
      children: [],
    };
    this.#outdated = session.files.sensitive?.onDidOutdate(() => this.touch());
  }

  /** Somebody declared code sensitive. */
  get isShown(): boolean {
    return this.#globs !== '[]';
  }

  /** Takes in the project file. @returns whether other code is declared sensitive than before */
  update(): boolean {
    const before = this.#globs;
    this.#globs = this.#written;
    return before !== this.#globs;
  }

  /** What is claimed may be other code now. */
  touch(): void {
    if (this.#isAsked) {
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#redraw(this.node), REST);
    }
  }

  /** The root, below a folder's own node where it has one. */
  rootBelow(parent: FolderNode | undefined): ClaimNode[] {
    this.node.parent = parent;
    return this.isShown ? [this.node] : [];
  }

  /** Reads the code, and gives the root's children. */
  async read(): Promise<readonly (ClaimNode | LeafNode)[]> {
    this.#isAsked = true;
    const report = await this.#session.files.sensitive?.report();
    const before = this.node.figures;
    this.node.figures = report?.figures;
    this.node.children = report === undefined ? [] : this.#childrenOf(report);
    if (before?.units !== report?.figures.units || before?.unclaimedUnits !== report?.figures.unclaimedUnits) {
      // The root tells the figures.
      this.#redraw(this.node);
    }
    return this.node.children;
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#outdated?.dispose();
  }

  get #written(): string {
    return JSON.stringify(this.#session.files.project.scan.sensitive);
  }

  #childrenOf({ globs, figures, folders }: ClaimReport): (ClaimNode | LeafNode)[] {
    if (figures.unclaimedUnits === 0) {
      const nothing = figures.units === 0;
      const leaf: Leaf = {
        key: 'none',
        label: nothing ? t('No code was found') : t('Every unit is claimed'),
        description: nothing ? globs.join(', ') : '',
        icon: new ThemeIcon(nothing ? 'info' : 'pass'),
        context: NodeContext.Other,
      };
      return [leafNode(this.node, leaf)];
    }
    return folders.filter(hasUnclaimed).map((folder) => this.#folderNode(folder));
  }

  #folderNode({ folder, figures, files }: FolderClaims): ClaimNode {
    const node = this.#claimNode('folder', folder, this.node, figures);
    node.children = files.filter(hasUnclaimed).map((file) => this.#fileNode(file, node));
    return node;
  }

  #fileNode({ file, figures, unclaimed }: FileClaims, parent: ClaimNode): ClaimNode {
    const node = this.#claimNode('file', file, parent, figures);
    node.children = unclaimed.map((unit) => leafNode(node, this.#unitLeaf(unit, file)));
    return node;
  }

  #claimNode(of: ClaimNode['of'], path: string, parent: ClaimNode, figures: ClaimNode['figures']): ClaimNode {
    const id = `${this.node.id}/${of}/${path}`;
    return { kind: 'claims', id, session: this.#session, of, path, parent, figures, children: [] };
  }

  #unitLeaf(unit: UnclaimedUnit, file: string): Leaf {
    const { kind, name, startLine } = unit;
    const isFile = kind === 'file';
    const start = { line: startLine, character: 0 };
    const place = `${file}:${startLine + 1}`;
    return {
      key: `${startLine}/${kind}/${name}`,
      label: isFile ? t('the whole file') : name,
      description: [isFile ? '' : unitKindLabel(kind, t), unitSize(unit, t)].filter(Boolean).join(' · '),
      icon: new ThemeIcon(ICONS[kind] ?? 'symbol-misc'),
      command: openCommand(this.#session.uriOf(file), { start, end: start }),
      tooltip: () => place,
      context: NodeContext.UnclaimedUnit,
      place,
      code: { session: this.#session, file, line: startLine },
    };
  }
}

/** What a node of claims says behind its name, to the eye and to the ear. */
export function claimTexts({ figures }: ClaimNode): { readonly shown: string; readonly spoken: string } {
  return figures === undefined
    ? { shown: '', spoken: '' }
    : { shown: `${figures.units - figures.unclaimedUnits}/${figures.units}`, spoken: figuresWords(figures, t) };
}

function hasUnclaimed({ figures }: FolderClaims | FileClaims): boolean {
  return figures.unclaimedUnits > 0;
}

function leafNode(parent: ClaimNode, leaf: Leaf): LeafNode {
  return { kind: 'leaf', id: `${parent.id}/${leaf.key}`, parent, leaf };
}

const ICONS: Readonly<Record<string, string>> = {
  file: 'file',
  function: 'symbol-function',
  method: 'symbol-method',
  procedure: 'symbol-function',
  trigger: 'symbol-event',
  route: 'globe',
  class: 'symbol-class',
  object: 'symbol-class',
  record: 'symbol-structure',
  struct: 'symbol-structure',
  enum: 'symbol-enum',
  module: 'symbol-module',
  namespace: 'symbol-namespace',
  implementation: 'symbol-class',
  trait: 'symbol-interface',
  constant: 'symbol-constant',
  variable: 'symbol-variable',
  property: 'symbol-property',
  table: 'table',
  view: 'table',
};
