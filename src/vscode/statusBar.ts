import { MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { StatusBarItem } from 'vscode';
import type { Disposable } from '../base/ports';
import { escapeMarkdown } from '../language/markdown';
import { statesByUrgency } from '../trace/urgency';
import { stateLabel } from '../trace/words';
import { Setting, View } from './ids';
import type { Sessions } from './sessions';
import { ConfigValue } from './support/configValue';
import { DisposableStore } from './support/disposableStore';
import { t } from './support/translate';
import { stateCodicon } from './tree/stateIcon';
import { coverageOf, coverageText } from './coverage';

/** « Ségur 12/57 »: how far the profile's requirements are satisfied. Hidden in workspaces that nobody traces. */
export class CoverageStatus implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #item: StatusBarItem;
  readonly #enabled: ConfigValue<boolean>;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#enabled = this.#store.add(new ConfigValue(Setting.StatusBar, true, (value) => typeof value === 'boolean'));
    this.#item = this.#store.add(window.createStatusBarItem('segur.coverage', StatusBarAlignment.Left, 10));
    this.#item.name = t('Ségur coverage');
    this.#item.command = `${View.Requirements}.focus`;
    this.#store.add(this.#enabled.onDidChange(() => this.#draw()));
    this.#store.add(sessions.onDidChangeTrace(() => this.#draw()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#draw()));
    this.#draw();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #draw(): void {
    const coverage = coverageOf(this.#sessions.all);
    if (!this.#enabled.value || coverage === undefined) {
      this.#item.hide();
      return;
    }
    const { settled, total, counts } = coverage;
    this.#item.text = `$(checklist) Ségur ${settled}/${total}`;
    const head = t('{0} of {1} requirements of the profile are satisfied or decided', settled, total);
    const lines = statesByUrgency
      .filter((state) => counts[state] > 0)
      .map((state) => `${stateCodicon(state)} ${t('{0}: {1}', stateLabel(t, state), counts[state])}`);
    const traced = this.#sessions.all.filter((session) => coverageOf([session]) !== undefined);
    const folders = traced.map((session) =>
      escapeMarkdown(t('{0}: {1}', session.folder.name, coverageText([session]))),
    );
    this.#item.tooltip = new MarkdownString(
      [head, ...lines, ...(folders.length > 1 ? folders : [])].join('\n\n'),
      true,
    );
    this.#item.accessibilityInformation = { label: head, role: 'button' };
    this.#item.show();
  }
}
