import { commands, Uri, window, workspace } from 'vscode';
import type { Memento } from 'vscode';
import type { Disposable } from '../../base/ports';
import { Emitter } from '../../base/emitter';
import { localClock } from '../../workspace/localClock';
import { Command } from '../ids';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';

const storageKey = 'faqFeedback';

export interface Opinion {
  readonly useful: boolean;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** What the user thought of the answers. Kept in the workspace's storage, exported on demand, sent nowhere. */
export class FaqFeedback {
  readonly #memento: Memento;
  readonly #changes: Emitter<string>;

  constructor(memento: Memento, onError: (error: unknown) => void) {
    this.#memento = memento;
    this.#changes = new Emitter(onError);
  }

  /** Fires with the entry's id. */
  get onDidChange() {
    return this.#changes.event;
  }

  get(entryId: string): Opinion | undefined {
    return this.all()[entryId];
  }

  all(): Readonly<Record<string, Opinion>> {
    return this.#memento.get<Readonly<Record<string, Opinion>>>(storageKey, {});
  }

  /** Giving the same opinion twice takes it back. */
  async toggle(entryId: string, useful: boolean): Promise<void> {
    const { [entryId]: before, ...others } = this.all();
    const next = before?.useful === useful ? others : { ...others, [entryId]: { useful, date: localClock.today() } };
    await this.#memento.update(storageKey, next);
    this.#changes.fire(entryId);
  }
}

export function registerFeedbackExport(feedback: FaqFeedback, reporter: ErrorReporter): Disposable {
  return commands.registerCommand(Command.ExportFeedback, async () => {
    try {
      await exportFeedback(feedback);
    } catch (error) {
      reporter.show(t('The opinions could not be exported'), error);
    }
  });
}

async function exportFeedback(feedback: FaqFeedback): Promise<void> {
  const opinions = Object.entries(feedback.all()).sort(([a], [b]) => (a < b ? -1 : 1));
  if (opinions.length === 0) {
    await window.showInformationMessage(t('You have not given an opinion on any answer yet.'));
    return;
  }
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = 'avis-faq-segur.json';
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { JSON: ['json'] },
  });
  if (target === undefined) {
    return;
  }
  const rows = opinions.map(([id, { useful, date }]) => ({ id, useful, date }));
  const text = `${JSON.stringify({ version: 1, opinions: rows }, null, 2)}\n`;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await window.showTextDocument(target);
}
