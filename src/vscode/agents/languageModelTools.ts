import { CancellationError, LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';
import type {
  CancellationToken,
  LanguageModelTool,
  LanguageModelToolInvocationOptions,
  LanguageModelToolInvocationPrepareOptions,
} from 'vscode';
import type { Disposable } from '../../base/ports';
import { QuestionError } from '../../language/answers/answer';
import { foldersAsked, Questions } from '../../language/answers/questions';
import { oneLine } from '../../language/answers/quoting';
import { tools, type ToolName } from '../../language/answers/tools';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { askedFolders, type SessionFolder } from './askedFolders';
import { progressMessage } from './progressMessage';

/** Lets the agents of the editor ask what is traced, text in the editors included. Nothing is registered where the editor knows no agents. */
export function registerLanguageModelTools(sessions: Sessions, documents: DocumentSync): Disposable {
  const store = new DisposableStore();
  // Other editors that run extensions of this version may lack it.
  const agents = lm as Partial<typeof lm> | undefined;
  if (typeof agents?.registerTool !== 'function') {
    return store;
  }
  const questions = new Questions(t);
  for (const { name } of tools) {
    store.add(agents.registerTool(name, new Tool(name, questions, sessions, documents)));
  }
  return store;
}

class Tool implements LanguageModelTool<object> {
  readonly #name: ToolName;
  readonly #questions: Questions;
  readonly #sessions: Sessions;
  readonly #documents: DocumentSync;

  constructor(name: ToolName, questions: Questions, sessions: Sessions, documents: DocumentSync) {
    this.#name = name;
    this.#questions = questions;
    this.#sessions = sessions;
    this.#documents = documents;
  }

  prepareInvocation({ input }: LanguageModelToolInvocationPrepareOptions<object>) {
    return { invocationMessage: progressMessage(t, this.#name, input) };
  }

  async invoke(
    options: LanguageModelToolInvocationOptions<object>,
    token: CancellationToken,
  ): Promise<LanguageModelToolResult> {
    const store = new DisposableStore();
    const cancelling = new AbortController();
    const cancelled = new Promise<never>((_, reject) => {
      const cancel = (): void => {
        cancelling.abort();
        reject(new CancellationError());
      };
      store.add(token.onCancellationRequested(cancel));
      if (token.isCancellationRequested) {
        cancel();
      }
    });
    try {
      const text = await Promise.race([this.#answer(options.input, cancelling.signal), cancelled]);
      return new LanguageModelToolResult([new LanguageModelTextPart(await withinBudget(text, options, token))]);
    } catch (error) {
      // The model reads the message.
      throw error instanceof QuestionError ? new Error(error.message) : error;
    } finally {
      store.dispose();
    }
  }

  async #answer(input: object, signal: AbortSignal): Promise<string> {
    this.#documents.flush();
    const { all } = this.#sessions;
    await Promise.all(all.map((session) => session.settled()));
    signal.throwIfAborted();
    const folders = this.#foldersFor(input, all, signal);
    if (folders.length === 0) {
      throw new QuestionError('No folder is open.');
    }
    const texts: string[] = [];
    for (const folder of folders) {
      const { text } = await this.#questions.ask(this.#name, input, folder);
      texts.push(all.length === 1 ? text : `${t('Folder: {0}', oneLine(folder.name))}\n${text}`);
    }
    return texts.join('\n\n');
  }

  /** The folder that is named; else those that hold the file, and of these the ones that somebody traces, where there are any. */
  #foldersFor(input: object, all: readonly FolderSession[], signal: AbortSignal): readonly SessionFolder[] {
    const folders = askedFolders(all, (uri) => this.#sessions.locate(uri)?.session, signal);
    const named = foldersAsked(input, folders);
    if (named.length < folders.length) {
      return named;
    }
    const file: unknown = 'file' in input ? input.file : undefined;
    const holding = typeof file === 'string' ? folders.filter((folder) => folder.pathOf(file) !== undefined) : folders;
    const asked = holding.length > 0 ? holding : folders;
    const engaged = asked.filter(({ session }) => session.engaged);
    return engaged.length > 0 ? engaged : asked.slice(0, 1);
  }
}

/** Cut at the end of a line where the model has no room for all of it. */
async function withinBudget(
  text: string,
  { tokenizationOptions }: LanguageModelToolInvocationOptions<object>,
  token: CancellationToken,
): Promise<string> {
  if (tokenizationOptions === undefined) {
    return text;
  }
  const lines = text.split('\n');
  let cut = text;
  while (lines.length > 1 && (await tokenizationOptions.countTokens(cut, token)) > tokenizationOptions.tokenBudget) {
    lines.length = Math.max(1, Math.floor(lines.length * 0.7));
    cut = [...lines, t('(cut: there is no room for more)')].join('\n');
  }
  return cut;
}
