import { readBaseline } from '../baseline';
import { check, GATE_FORMATS, reportFile, type GateFormat } from '../commands/check';
import { asksForUnclaimed, parseFailOn } from '../failOn';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, formatAmong, markerOption, repeated } from '../options';
import type { Grammar } from './grammar';

interface CheckArguments {
  readonly failOn?: string;
  readonly baseline?: string;
  readonly format: GateFormat;
  readonly report: readonly string[];
}

/** The gate. */
export function addCheck({ subcommand, terminal, version, setStatus }: Grammar): void {
  const { t } = terminal;
  subcommand('check', t('the gate for CI: says every problem, fails on those asked for'))
    .argument('[dir]', folderText(t))
    .option(
      '--fail-on <list>',
      t('severities, states, groups (gaps, stale), problem codes, or none, separated by commas; default: error'),
    )
    .option('--baseline <file>', t('a matrix in JSON from before: only what got worse fails'))
    .addOption(formatAmong(GATE_FORMATS, t('text, json, sarif, junit or markdown')))
    .addOption(
      repeated(
        '--report <file>',
        t('write the findings to a file too, by its name: .sarif, .xml (JUnit), .md, .json; may be repeated'),
      ),
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
}
