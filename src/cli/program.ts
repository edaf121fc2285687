import { Command, Option } from 'commander';
import type { Translate } from '../base/message';
import { check, GATE_FORMATS, reportFile, type GateFormat } from './commands/check';
import { faq } from './commands/faq';
import { importSpreadsheet, type ImportArguments } from './commands/import';
import { links, unitsOfFiles, type LinksOptions } from './commands/links';
import { lock, lockSelection, type LockArguments } from './commands/lock';
import { matrix, parseFormats, type MatrixArguments } from './commands/matrix';
import { mcp } from './commands/mcp';
import { pack } from './commands/pack';
import { scaffold, type ScaffoldArguments } from './commands/scaffold';
import { show } from './commands/show';
import { status } from './commands/status';
import { unclaimed as listUnclaimed, type UnclaimedOptions } from './commands/unclaimed';
import { verify } from './commands/verify';
import { readBaseline } from './baseline';
import { addComparing } from './comparing';
import type { ExitStatus } from './exitStatus';
import { asksForUnclaimed, parseFailOn } from './failOn';
import { addFill } from './filling';
import { addInit } from './starting';
import { helpIn } from './helpTerms';
import { linkFilesOf, proofFilesOf } from '../trace/acceptSelection';
import {
  each,
  formatOption,
  mapOption,
  markerOption,
  renumberedOption,
  repositoryOption,
  sheetOption,
} from './options';
import { openFolder, type Asked, type OpenOptions } from './openFolder';
import type { Terminal } from './terminal';

const FACETS = ['offre', 'couloir', 'dispositif', 'produit', 'thematique'] as const;

type TextOrJson = 'text' | 'json';

interface CheckArguments {
  readonly failOn?: string;
  readonly baseline?: string;
  readonly format: GateFormat;
  readonly report: readonly string[];
}

/** The command-line grammar of `segur-trace`; each subcommand lives in a file of its own. */
// @segur ST.CLI.01
export function buildProgram(terminal: Terminal, version: string, setStatus: (status: ExitStatus) => void): Command {
  const { t } = terminal;
  const program = new Command('segur-trace')
    .description(t('Requirement traceability for the Ségur: catalogue, annotations in code, proofs, matrix.'))
    .version(version, '-V, --version', t('show the version'))
    .helpOption('-h, --help', t('show this help'))
    .helpCommand('help [command]', t('show the help of a command'))
    .addOption(new Option('--lang <fr|en>', t('language of the output (else LC_ALL, LANG)')).choices(['fr', 'en']))
    .addHelpText('after', `\n${helpEnd(t)}`)
    .configureHelp(helpIn(terminal))
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();

  const subcommand = (nameAndArgs: string, summary: string): Command =>
    program
      .command(nameAndArgs)
      .description(summary)
      .helpOption('-h, --help', t('show this help'))
      .addOption(
        new Option('--lang <fr|en>', t('language of the output (else LC_ALL, LANG)')).choices(['fr', 'en']).hideHelp(),
      )
      .configureHelp(helpIn(terminal))
      .configureOutput({ writeErr: () => undefined })
      .exitOverride();
  const folder = t('folder to trace (default: the current one)');

  addInit(subcommand, terminal);

  subcommand('status', t('totals and gaps, by chapter or theme'))
    .argument('[dir]', folder)
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & { format: TextOrJson }) => {
      await status(await openFolder(dir, options, terminal), options.format, terminal);
    });

  subcommand('check', t('the gate for CI: says every problem, fails on those asked for'))
    .argument('[dir]', folder)
    .option(
      '--fail-on <list>',
      t('severities, states, groups (gaps, stale), problem codes, or none, separated by commas; default: error'),
    )
    .option('--baseline <file>', t('a matrix in JSON from before: only what got worse fails'))
    .addOption(
      new Option('--format <format>', t('text, json, sarif, junit or markdown'))
        .choices(GATE_FORMATS)
        .default('text', 'text'),
    )
    .option(
      '--report <file>',
      t('write the findings to a file too, by its name: .sarif, .xml (JUnit), .md, .json; may be repeated'),
      each,
      [] as readonly string[],
    )
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & CheckArguments) => {
      const failOn = parseFailOn(options.failOn);
      const reports = options.report.map(reportFile);
      const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
      const unclaimed = asksForUnclaimed(options.failOn);
      const opened = await openFolder(dir, { ...options, claims: unclaimed }, terminal);
      const common = { failOn, unclaimed, format: options.format, reports, version };
      setStatus(await check(opened, baseline === undefined ? common : { ...common, baseline }, terminal));
    });

  subcommand('links', t('every annotation of the folder'))
    .argument('[dir]', folder)
    .option('--units', t('with the code that each one speaks of, which takes longer'))
    .option(
      '--file <path>',
      t('this file alone, with the requirements that it serves; may be repeated'),
      each,
      [] as readonly string[],
    )
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & LinksOptions) => {
      const units = options.units ?? unitsOfFiles(options.file);
      await links(await openFolder(dir, { ...options, units }, terminal), options, terminal);
    });

  subcommand('unclaimed', t('code of the folders declared sensitive that no requirement claims'))
    .argument('[dir]', folder)
    .option('--files', t('one line a file, without its units'))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & UnclaimedOptions) => {
      await listUnclaimed(await openFolder(dir, { ...options, claims: true }, terminal), options, terminal);
    });

  subcommand('matrix', t('the traceability matrix'))
    .argument('[dir]', folder)
    .requiredOption(
      '--format <list>',
      t('html, md, csv, xlsx, reqif, json; several, separated by commas, need --out FOLDER'),
    )
    .option('--out <path>', t('file to write, or the folder for several formats; default: standard output'))
    .addOption(repositoryOption(t))
    .option('--dated', t('with the day, and with the commit of the folder and its date: a trace to be stored'))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & MatrixArguments & { format: string }) => {
      const formats = parseFormats(options.format);
      // To look for unclaimed code takes longer than all the rest, and the stored trace alone tells of it.
      const claims = formats.some(({ id }) => id === 'json');
      await matrix(await openFolder(dir, { ...options, units: true, claims }, terminal), formats, options, terminal);
    });

  subcommand('show', t('one requirement with its guidance, links and proofs'))
    .argument('<id>', t('id of the requirement, in any spelling'))
    .option('--dir <dir>', folder)
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (id: string, options: OpenOptions & { dir?: string; format: TextOrJson }) => {
      const units = filesOfRequirement(id);
      await show(await openFolder(options.dir, { ...options, units }, terminal), id, options.format, terminal);
    });

  subcommand('import', t('a catalogue from the spreadsheet of a REM (.xlsx or .csv), and what of it was read'))
    .argument('<file>', t('the spreadsheet'))
    .option('--out <file.yaml>', t('file to write; default: requirements/NAME-OF-THE-REM.yaml'))
    .option('--dir <dir>', folder)
    .addOption(sheetOption(t))
    .addOption(mapOption(t))
    .option('--rem <name>', t('which REM it is: REM-MDV-LGC-Va2; default: by the name of the file'))
    .option('--edition <text>', t('edition or date of the REM; default: the day in the name of the file'))
    .option('--dry-run', t('says what it would do, and writes nothing'))
    .option('--force', t('import again into a file that exists: what you added to it stays'))
    .option('--add', t('name the file in segur.yaml'))
    .addOption(renumberedOption(t))
    .option('--accept-renumbered', t('takes every requirement whose text is alike for renumbered'))
    .addOption(formatOption(t))
    .action((file: string, options: ImportArguments) => importSpreadsheet(file, options, terminal));

  subcommand('lock', t('accepts code, requirements and proofs as they are now: later differences make them suspect'))
    .argument('[dir]', folder)
    .option('--requirement <id>', t('this requirement alone; may be repeated'), each, [] as readonly string[])
    .option('--file <path>', t('this file of code or of a proof alone; may be repeated'), each, [] as readonly string[])
    .option('--dry-run', t('says what it would do, and writes nothing'))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & LockArguments) => {
      const units: Asked = (opened) => linkFilesOf(opened.trace, lockSelection(opened, options));
      const proofs: Asked = (opened) => proofFilesOf(opened.trace, lockSelection(opened, options));
      await lock(await openFolder(dir, { ...options, units, proofs }, terminal), options, terminal);
    });

  addComparing(subcommand, terminal);
  addFill(subcommand, terminal);

  subcommand('pack', t('the evidence pack: a ZIP by chapter and requirement, with the matrix and a manifest'))
    .argument('[dir]', folder)
    .requiredOption('--out <file.zip>', t('file to write'))
    .option('--chapter <name>', t('this chapter alone'))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & { out: string; chapter?: string }) => {
      setStatus(
        await pack(await openFolder(dir, { ...options, units: true }, terminal), { ...options, version }, terminal),
      );
    });

  subcommand('scaffold', t('begins a proof document: a heading for each item of the requirement’s checklist'))
    .argument('<id>', t('id of the requirement, in any spelling'))
    .option('--dir <dir>', folder)
    .addOption(
      new Option(
        '--kind <kind>',
        t('documentation, attestation or capture; default: what the requirement asks for'),
      ).choices(['documentation', 'attestation', 'capture']),
    )
    .option('--author <name>', t('who establishes it'))
    .option('--out <path>', t('file or folder to write to; default: standard output'))
    .action(async (id: string, options: ScaffoldArguments & { dir?: string }) => {
      await scaffold(await openFolder(options.dir, { catalogOnly: true }, terminal), id, options, terminal);
    });

  subcommand('verify', t('checks an evidence pack against its manifest'))
    .argument('<file.zip>', t('the evidence pack'))
    .addOption(formatOption(t))
    .action(async (file: string, options: { format: TextOrJson }) => {
      setStatus(await verify(file, options.format, terminal));
    });

  const faqCommand = subcommand('faq', t('the FAQ by words and facets'))
    .argument('[words...]', t('words to look for; without any, the whole FAQ'))
    .option('--dir <dir>', t('folder whose catalogues to use (default: the current one)'))
    .addOption(formatOption(t));
  for (const facet of FACETS) {
    faqCommand.option(`--${facet} <${t('value')}>`, t('only the answers of this {0}, and those of all', facet));
  }
  faqCommand.action(
    async (
      words: string[],
      options: Partial<Record<(typeof FACETS)[number], string>> & { dir?: string; format: TextOrJson },
    ) => {
      const facets = Object.fromEntries(
        FACETS.flatMap((facet) => (options[facet] === undefined ? [] : [[facet, options[facet]]])),
      );
      await faq(
        await openFolder(options.dir, { catalogOnly: true }, terminal),
        words,
        facets,
        options.format,
        terminal,
      );
    },
  );

  subcommand('mcp', t('answers agents (Model Context Protocol, standard input and output), read-only'))
    .argument('[dir]', folder)
    .addOption(markerOption(t))
    .action((dir: string | undefined, options: OpenOptions) => mcp(dir, options, version, terminal));
  return program;
}

/** The files whose code `show` names. */
function filesOfRequirement(id: string): Asked {
  return ({ catalog, trace }) =>
    catalog
      .resolve(id)
      .targets.flatMap(({ requirement }) => trace.requirement(requirement)?.links ?? [])
      .map(({ file }) => file);
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
    t('Exit status: 0 done; 1 gaps or problems that --fail-on names; 2 wrong usage or unreadable input.'),
    t('Standard output holds the answer alone; messages go to standard error. Nothing is sent over a network.'),
  ].join('\n');
}
