import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { render } from '../base/message';
import { ExitStatus } from './exitStatus';
import { languageOf, translateTo } from './localize';
import { buildProgram } from './program';
import { createTerminal, type Terminal } from './terminal';
import { UsageError } from './usageError';
import { usageText } from './usageText';

/** `--lang` counts before the arguments are parsed: the help and the errors of parsing are in that language too. */
function languageOption(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[index];
  return arg === undefined ? undefined : arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[index + 1];
}

async function main(): Promise<ExitStatus> {
  const args = process.argv.slice(2);
  const language = languageOf(languageOption(args), process.env);
  const terminal = createTerminal(translateTo(language), language);
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
  followStreams(terminal);
  let status: ExitStatus = ExitStatus.Done;
  const program = buildProgram(terminal, manifest.version, (value) => (status = value));
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) {
        return ExitStatus.Done;
      }
      terminal.note(usageText(terminal.t, error));
    } else if (error instanceof UsageError) {
      terminal.note(render(terminal.t, error.text));
    } else {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      terminal.note(
        `${terminal.t('segur-trace failed. This is a fault of ours; please report it with this text:')}\n${stack}`,
      );
    }
    return ExitStatus.Unusable;
  }
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure. A full disk behind `>` is one, and none of ours. */
function followStreams(terminal: Terminal): void {
  process.stdout.on('error', ({ code = '?' }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') {
      terminal.note(terminal.t('The answer could not be written to standard output ({0}).', code));
    }
    process.exit(code === 'EPIPE' ? ExitStatus.Done : ExitStatus.Unusable);
  });
  // Whoever closed it reads no message; the answer goes on.
  process.stderr.on('error', () => undefined);
}

// Never process.exit() on the ordinary way: it would cut output that a slow pipe has not taken yet.
void main().then((status) => {
  process.exitCode = status;
});
