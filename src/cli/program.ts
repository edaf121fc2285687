import { Command } from 'commander';
import type { Translate } from '../base/message';
import type { ExitStatus } from './exitStatus';
import { helpIn } from './helpTerms';
import { langOption } from './options';
import { addCheck } from './subcommands/check';
import { addDiff } from './subcommands/diff';
import { addFaq } from './subcommands/faq';
import { addFill } from './subcommands/fill';
import { addImport } from './subcommands/import';
import { addInit } from './subcommands/init';
import { addLinks } from './subcommands/links';
import { addLock } from './subcommands/lock';
import { addMatrix } from './subcommands/matrix';
import { addMcp } from './subcommands/mcp';
import { addMerge } from './subcommands/merge';
import { addPack } from './subcommands/pack';
import { addScaffold } from './subcommands/scaffold';
import { addShow } from './subcommands/show';
import { addStatus } from './subcommands/status';
import { addUnclaimed } from './subcommands/unclaimed';
import { addVerify } from './subcommands/verify';
import type { Grammar } from './subcommands/grammar';
import type { Terminal } from './terminal';

const SUBCOMMANDS: readonly ((grammar: Grammar) => void)[] = [
  addInit,
  addStatus,
  addCheck,
  addLinks,
  addUnclaimed,
  addMatrix,
  addShow,
  addImport,
  addLock,
  addDiff,
  addMerge,
  addFill,
  addPack,
  addScaffold,
  addVerify,
  addFaq,
  addMcp,
];

/** The command-line grammar of `segur-trace`; each subcommand adds itself, in the order of the help. */
// @segur ST.CLI.01
export function buildProgram(terminal: Terminal, version: string, setStatus: (status: ExitStatus) => void): Command {
  const { t } = terminal;
  const program = new Command('segur-trace')
    .description(t('Requirement traceability for the Ségur: catalogue, annotations in code, proofs, matrix.'))
    .version(version, '-V, --version', t('show the version'))
    .helpOption('-h, --help', t('show this help'))
    .helpCommand('help [command]', t('show the help of a command'))
    .addOption(langOption(t))
    .addHelpText('after', `\n${helpEnd(t)}`)
    .configureHelp(helpIn(terminal))
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();

  const subcommand = (nameAndArgs: string, summary: string): Command =>
    program
      .command(nameAndArgs)
      .description(summary)
      .helpOption('-h, --help', t('show this help'))
      .addOption(langOption(t).hideHelp())
      .configureHelp(helpIn(terminal))
      .configureOutput({ writeErr: () => undefined })
      .exitOverride();
  const grammar: Grammar = { subcommand, terminal, version, setStatus };
  SUBCOMMANDS.forEach((add) => add(grammar));
  return program;
}

function helpEnd(t: Translate): string {
  return [
    t('Examples:'),
    `  segur-trace status                                ${t('what is satisfied, what is missing')}`,
    `  segur-trace matrix --format html --out matrix.html`,
    `  segur-trace matrix --format html,xlsx,json --out matrix/`,
    `  segur-trace fill REM.xlsx --out REM-filled.xlsx`,
    `  segur-trace check --fail-on error,gaps            ${t('fail on gaps too')}`,
    `  segur-trace check --report segur.sarif --report junit.xml --report summary.md`,
    `  segur-trace show GEN.18`,
    `  segur-trace faq sauvegarde`,
    `  segur-trace import REM-MDV-LGC-Va2.xlsx --add`,
    `  segur-trace scaffold GEN.21 --out preuves/`,
    `  segur-trace diff before.json now.json             ${t('what became satisfied, was lost, became suspect')}`,
    `  segur-trace pack --out dossier.zip`,
    `  segur-trace verify dossier.zip`,
    '',
    t(
      'Exit status: 0 done; 1 gaps or problems that --fail-on names, or a pack that is not as it was made; 2 wrong usage or unreadable input.',
    ),
    t('Standard output holds the answer alone; messages go to standard error. Nothing is sent over a network.'),
  ].join('\n');
}
