import { dayText } from '../../base/message';
import { commands, Location, QuickInputButtons, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { QuickInputButton, QuickPick, QuickPickItem, Uri } from 'vscode';
import type { Range } from '../../base/text';
import { requirementPlaces, type PlaceGroup, type RequirementPlace } from '../../language/requirementPlaces';
import { shortTitle } from '../../language/shortTitle';
import { linkStateLabel, proofKindLabel, proofName, proofStateLabel, stateLabel, verbLabel } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { stateIcon } from '../tree/stateIcon';
import { PreviewedPlace } from './previewedPlace';
import { baseName } from '../../base/fileNames';

/** More than anybody looks through; the peek has them all. */
const MOST_PLACES = 1000;

interface Target {
  readonly uri: Uri;
  readonly range?: Range;
  /** Another place to show before it is chosen: a proof may be no text. */
  readonly preview?: { readonly uri: Uri; readonly range: Range };
}

interface PlaceItem extends QuickPickItem {
  readonly target?: Target;
  /** Chosen, it shows the places of that requirement. */
  readonly requirement?: string;
  /** The other requirements of the same code. */
  readonly also?: readonly string[];
}

/** What the list shows: the places of a requirement, or requirements to choose from. */
type Page =
  | { readonly kind: 'places'; readonly requirement: string }
  | { readonly kind: 'requirements'; readonly ids: readonly string[]; readonly title: string };

const icons: Readonly<Record<PlaceGroup['kind'], string>> = {
  implements: 'code',
  partial: 'color-mode',
  verifies: 'beaker',
  todo: 'checklist',
  proofs: 'verified',
  mentions: 'mention',
};

/**
 * From requirements to the places that speak of them, by verb, and from the code of a place to the other requirements that it answers. Whoever moves
 * through the list sees the places; Escape leads back to where one was.
 */
export function showPlacesPick(
  session: FolderSession,
  ids: readonly string[],
  fromEditor: boolean,
  onError: (error: unknown) => void,
): void {
  const [only, ...others] = ids;
  if (only !== undefined) {
    const first: Page =
      others.length === 0
        ? { kind: 'places', requirement: only }
        : { kind: 'requirements', ids, title: t('Which requirement?') };
    new PlacesPick(session, fromEditor, onError).open(first);
  }
}

class PlacesPick {
  readonly #session: FolderSession;
  readonly #pick: QuickPick<PlaceItem> = window.createQuickPick<PlaceItem>();
  readonly #preview: PreviewedPlace;
  readonly #pages: Page[] = [];
  readonly #onError: (error: unknown) => void;
  /** The row that was active when a page came: it shows nothing before somebody moves. */
  #first: PlaceItem | undefined;
  #chosen = false;

  constructor(session: FolderSession, fromEditor: boolean, onError: (error: unknown) => void) {
    this.#session = session;
    this.#onError = onError;
    this.#preview = new PreviewedPlace(fromEditor, onError);
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
    this.#pick.onDidChangeActive(([item]) => this.#show(item));
    this.#pick.onDidAccept(() => this.#accept());
    this.#pick.onDidTriggerItemButton(({ item: { also = [] } }) => this.#goToOthers(also));
    this.#pick.onDidTriggerButton((button) => this.#press(button));
    this.#pick.onDidHide(() => {
      if (!this.#chosen) {
        this.#preview.restore().catch(onError);
      }
      this.#pick.dispose();
    });
  }

  open(page: Page): void {
    this.#pages.push(page);
    this.#draw();
    this.#pick.show();
  }

  #draw(): void {
    const page = this.#pages.at(-1);
    if (page === undefined) {
      return;
    }
    const items = page.kind === 'places' ? this.#placeItems(page.requirement) : this.#requirementItems(page.ids);
    this.#first = undefined;
    this.#pick.value = '';
    this.#pick.title = page.kind === 'places' ? this.#titleOf(page.requirement) : page.title;
    this.#pick.placeholder =
      page.kind === 'places'
        ? t('Go to a place; the arrow keys show it, Escape leads back')
        : t('Choose a requirement to see its places');
    this.#pick.buttons = [
      ...(this.#pages.length > 1 ? [QuickInputButtons.Back] : []),
      ...(page.kind === 'places'
        ? [{ iconPath: new ThemeIcon('references'), tooltip: t('Peek all of them in the editor') }]
        : []),
    ];
    this.#pick.items = items;
    this.#first = this.#itemAtCursor(items) ?? items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
    this.#pick.activeItems = this.#first === undefined ? [] : [this.#first];
  }

  #titleOf(id: string): string {
    const title = this.#session.trace.requirement(id)?.requirement.title ?? '';
    return shortTitle(`${id} ${title}`, 100);
  }

  #placeItems(id: string): PlaceItem[] {
    const { trace } = this.#session;
    const row = trace.requirement(id);
    const groups = row === undefined ? [] : requirementPlaces(row, trace);
    const items = groups.flatMap(({ kind, places }): PlaceItem[] => [
      { label: t('{0} ({1})', sentenceCase(groupLabel(kind)), places.length), kind: QuickPickItemKind.Separator },
      ...places.slice(0, MOST_PLACES).map((place) => this.#placeItem(place, icons[kind])),
    ]);
    return items.length > 0
      ? items
      : [{ label: t('Nothing speaks of it yet'), detail: t('Neither code, nor a test, nor a proof.') }];
  }

  #placeItem(place: RequirementPlace, icon: string): PlaceItem {
    const iconPath = new ThemeIcon(icon);
    const uriOf = (path: string): Uri => this.#session.uriOf(path);
    switch (place.kind) {
      case 'link': {
        const { file, range, unit, snippet, state, note = '' } = place.link;
        const stale = state === 'ok' ? '' : linkStateLabel(t, state);
        return {
          ...placeWords(file, range),
          iconPath,
          description: [stale, folderOf(file)].filter(Boolean).join(' · '),
          detail: shortTitle([unit?.name ?? snippet, note].filter(Boolean).join(' — '), 120),
          target: { uri: uriOf(file), range },
          also: place.also,
          ...(place.also.length === 0
            ? {}
            : {
                buttons: [
                  {
                    iconPath: new ThemeIcon('type-hierarchy-super'),
                    tooltip: t('Requirements that this code answers too: {0}', place.also.join(', ')),
                  },
                ],
              }),
        };
      }
      case 'proof': {
        const { entry, state } = place.proof;
        const declaration = { uri: uriOf(projectFile), range: entry.range };
        const { path } = place;
        return {
          label: path === undefined ? shortTitle(proofName(entry), 80) : baseName(path),
          iconPath,
          description: path === undefined ? '' : folderOf(path),
          detail: [proofKindLabel(t, entry.kind), proofStateLabel(t, state), dayText(t, entry.date ?? '')]
            .filter(Boolean)
            .join(' · '),
          target: path === undefined ? declaration : { uri: uriOf(path), preview: declaration },
        };
      }
      case 'mention': {
        const { file, range } = place.mention;
        return {
          ...placeWords(file, range),
          iconPath,
          description: folderOf(file),
          target: { uri: uriOf(file), range },
        };
      }
    }
  }

  #requirementItems(ids: readonly string[]): PlaceItem[] {
    return ids.flatMap((id): PlaceItem[] => {
      const row = this.#session.trace.requirement(id);
      return row === undefined
        ? []
        : [
            {
              label: id,
              iconPath: stateIcon(row.state),
              description: stateLabel(t, row.state),
              detail: row.requirement.title,
              requirement: id,
            },
          ];
    });
  }

  #itemAtCursor(items: readonly PlaceItem[]): PlaceItem | undefined {
    const editor = window.activeTextEditor;
    const uri = editor?.document.uri.toString();
    const line = editor?.selection.active.line;
    return items.find(({ target }) => target?.uri.toString() === uri && target?.range?.start.line === line);
  }

  #show(item: PlaceItem | undefined): void {
    const { target } = item ?? {};
    if (target === undefined || this.#chosen || (item === this.#first && !this.#preview.isUsed)) {
      return;
    }
    const { uri, range } = target.preview ?? target;
    if (range !== undefined) {
      this.#preview.show(uri, range);
    }
  }

  #accept(): void {
    const [item] = this.#pick.activeItems;
    if (item?.requirement !== undefined) {
      this.open({ kind: 'places', requirement: item.requirement });
    } else if (item?.target !== undefined) {
      this.#chosen = true;
      this.#preview.open(item.target.uri, item.target.range);
      this.#pick.hide();
    }
  }

  #goToOthers(ids: readonly string[]): void {
    const [only, ...others] = ids;
    if (only !== undefined) {
      this.open(
        others.length === 0
          ? { kind: 'places', requirement: only }
          : { kind: 'requirements', ids, title: t('Requirements that this code answers too') },
      );
    }
  }

  #press(button: QuickInputButton): void {
    const page = this.#pages.at(-1);
    if (button === QuickInputButtons.Back) {
      this.#pages.pop();
      this.#draw();
    } else if (page?.kind === 'places') {
      this.#peek(page.requirement).catch(this.#onError);
    }
  }

  /** Over the code that one came from; without any, over the first place. */
  async #peek(requirement: string): Promise<void> {
    this.#chosen = true;
    this.#pick.hide();
    await this.#preview.restore();
    const links = this.#session.trace.requirement(requirement)?.links ?? [];
    const locations = links.map(({ file, range }) => new Location(this.#session.uriOf(file), toRange(range)));
    const [first] = locations;
    const editor = window.activeTextEditor;
    const uri = editor?.document.uri ?? first?.uri;
    const position = editor?.selection.active ?? first?.range.start;
    if (uri !== undefined && position !== undefined && locations.length > 0) {
      await commands.executeCommand('editor.action.showReferences', uri, position, locations);
    }
  }
}

function groupLabel(kind: PlaceGroup['kind']): string {
  switch (kind) {
    case 'proofs':
      return t('proofs');
    case 'mentions':
      return t('mentions without the marker');
    default:
      return verbLabel(t, kind);
  }
}

function placeWords(file: string, range: Range): { label: string } {
  return { label: `${baseName(file)}:${range.start.line + 1}` };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
