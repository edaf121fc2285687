import { basename, resolve } from 'node:path';
import { QuestionError } from '../../language/answers/answer';
import { outputSchemas } from '../../language/answers/outputs';
import { foldersAsked, Questions } from '../../language/answers/questions';
import { instructions, tools, toolTitle, type ToolName } from '../../language/answers/tools';
import { scanAgain } from '../../workspace/scanAgain.node';
import { LiveFolder } from '../mcp/liveFolder';
import type { Host, ToolResult } from '../mcp/serve';
import { checkedRoot, traceFolder, type OpenOptions } from '../openFolder';
import type { Terminal } from '../terminal';

/**
 * `mcp`: a server of the Model Context Protocol that answers about one folder, until its standard input ends. Standard output holds the protocol
 * alone.
 */
export async function mcp(
  dir: string | undefined,
  options: Pick<OpenOptions, 'marker'>,
  version: string,
  terminal: Terminal,
): Promise<void> {
  const { t } = terminal;
  const root = await checkedRoot(dir, options);
  const faults: unknown[] = [];
  const trace = traceFolder(root, options, terminal, scanAgain(root), (error) => faults.push(error));
  const folder = new LiveFolder(root, basename(resolve(root)), trace, faults);
  const questions = new Questions(t);
  const onError = (error: unknown): void =>
    terminal.note(`segur-trace mcp: ${error instanceof Error ? error.message : String(error)}`);
  // The first reading starts before anybody asks. What it finds is where the conversation starts.
  const started = folder.refresh().then(() => void questions.remember(folder.asked()));
  started.catch(onError);

  async function answer(tool: ToolName, input: unknown, signal: AbortSignal): Promise<ToolResult> {
    try {
      await started.catch(() => undefined);
      await folder.refresh();
      signal.throwIfAborted();
      const asked = foldersAsked(input, [folder.asked(signal)]);
      const { text, data } = await questions.ask(tool, input, asked[0] ?? folder.asked(signal));
      return { text, data };
    } catch (error) {
      if (error instanceof QuestionError) {
        return { refusal: error.message };
      }
      throw error;
    }
  }

  const host: Host = {
    name: 'segur-trace',
    title: 'Ségur Trace',
    version,
    instructions,
    tools: tools.map(({ name, description, inputSchema }) => ({
      name,
      title: toolTitle(t, name),
      description,
      inputSchema: { ...inputSchema },
      outputSchema: outputSchemas[name],
    })),
    call: (tool, input, signal) => answer(tool as ToolName, input, signal),
    onError,
  };
  if (process.stdin.isTTY) {
    terminal.note(
      t('Answers agents about {0} on standard input and output, in the Model Context Protocol. Ctrl+D ends it.', root),
    );
  }
  // Loaded by this command alone: no other needs the protocol.
  const { serve } = await import('../mcp/serve');
  try {
    await serve(host);
  } finally {
    trace.dispose();
  }
}
