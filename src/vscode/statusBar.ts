import { MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { StatusBarItem } from 'vscode';
import type { Disposable } from '../base/ports';
import { escapeMarkdown } from '../language/markdown';
import type { GroupTotals } from '../trace/model';
import { statesByUrgency } from '../trace/urgency';
import { stateLabel } from '../trace/words';
import { coverageOf, coverageText, type Coverage } from './coverage';
import type { FolderSession } from './folderSession';
import { Setting, View } from './ids';
import type { Sessions } from './sessions';
import { ConfigValue, isBoolean } from './support/configValue';
import { DisposableStore } from './support/disposableStore';
import { sentenceCase } from './support/sentenceCase';
import { t } from './support/translate';
import { profileWords } from './tree/profileWords';
import { stateCodicon } from './tree/stateIcon';
import { settledCount } from '../trace/totals';

/** More chapters than a REM has. */
const CHAPTERS = 25;

/**
 * « Ségur 12/57 »: how far the profile's requirements are satisfied, of the folder that the active editor is in; of all folders together where
 * it is in none. Hidden in workspaces that nobody traces.
 */
export class CoverageStatus implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #item: StatusBarItem;
  readonly #enabled: ConfigValue<boolean>;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#enabled = this.#store.add(new ConfigValue(Setting.StatusBar, true, isBoolean));
    this.#item = this.#store.add(window.createStatusBarItem('segur.coverage', StatusBarAlignment.Left, 10));
    this.#item.name = t('Ségur coverage');
    this.#item.command = `${View.Requirements}.focus`;
    this.#store.add(this.#enabled.onDidChange(() => this.#draw()));
    this.#store.add(sessions.onDidChangeTrace(() => this.#draw()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#draw()));
    this.#store.add(window.onDidChangeActiveTextEditor(() => this.#draw()));
    this.#draw();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #draw(): void {
    const traced = this.#sessions.all.filter((session) => coverageOf([session]) !== undefined);
    const active = this.#activeOf(traced);
    const shown = active === undefined ? traced : [active];
    const coverage = this.#enabled.value ? coverageOf(shown) : undefined;
    if (coverage === undefined) {
      this.#item.hide();
      return;
    }
    const { settled, total } = coverage;
    const folder = traced.length > 1 && active !== undefined ? active.folder.name : undefined;
    this.#item.text = `$(checklist) Ségur ${settled}/${total}${folder === undefined ? '' : ` · ${plain(folder)}`}`;
    const head = t('{0} of {1} requirements of the profile are satisfied or decided', settled, total);
    this.#item.tooltip = tooltipOf(head, coverage, shown, traced);
    this.#item.accessibilityInformation = {
      label: folder === undefined ? `Ségur, ${head}` : `Ségur, ${folder}, ${head}`,
      role: 'button',
    };
    this.#item.show();
  }

  #activeOf(traced: readonly FolderSession[]): FolderSession | undefined {
    const editor = window.activeTextEditor;
    const session = editor === undefined ? undefined : this.#sessions.of(editor.document)?.session;
    return traced.find((candidate) => candidate === session);
  }
}

/** A folder's name must not turn into an icon. */
function plain(name: string): string {
  return name.replaceAll('$(', '(');
}

function tooltipOf(
  head: string,
  { counts }: Coverage,
  shown: readonly FolderSession[],
  traced: readonly FolderSession[],
): MarkdownString {
  const states = statesByUrgency
    .filter((state) => counts[state] > 0)
    .map((state) => `${stateCodicon(state)} ${escapeMarkdown(t('{0}: {1}', stateLabel(t, state), counts[state]))}`)
    // A line may break between states alone.
    .map((text) => text.replaceAll(' ', '\u00a0'));
  const [only] = shown;
  const parts = [`**${escapeMarkdown(head)}**`, states.join(' &ensp;')];
  if (shown.length === 1 && only !== undefined) {
    parts.unshift(escapeMarkdown(profileWords(only.trace.profile)));
    parts.push(table(only.trace.chapters.slice(0, CHAPTERS).map(chapterRow)));
  }
  if (traced.length > 1) {
    parts.push(table(traced.map((session) => ['$(folder)', session.folder.name, coverageText([session])])));
  }
  return new MarkdownString(parts.filter((part) => part !== '').join('\n\n'), true);
}

function chapterRow({ name, counts, total, ready }: GroupTotals): [string, string, string] {
  const settled = settledCount(counts);
  const title = name === '' ? t('Other') : sentenceCase(name);
  return [ready ? stateCodicon('satisfied') : '', title, `${settled}/${total}`];
}

/** @param rows an icon, and texts of the workspace */
function table(rows: readonly (readonly [icon: string, name: string, count: string])[]): string {
  if (rows.length === 0) {
    return '';
  }
  const lines = rows.map(([icon, name, count]) => `| ${icon} | ${escapeMarkdown(name)} | ${escapeMarkdown(count)} |`);
  return ['| | | |', '| :-- | :-- | --: |', ...lines].join('\n');
}
