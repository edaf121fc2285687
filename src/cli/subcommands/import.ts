import { importSpreadsheet, type ImportArguments } from '../commands/import';
import { folderText, formatOption, mapOption, renumberedOption, sheetOption } from '../options';
import type { Grammar } from './grammar';

/** A catalogue from a spreadsheet. */
export function addImport({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('import', t('a catalogue from the spreadsheet of a REM (.xlsx or .csv), and what of it was read'))
    .argument('<file>', t('the spreadsheet'))
    .option('--out <file.yaml>', t('file to write; default: requirements/NAME-OF-THE-REM.yaml'))
    .option('--dir <dir>', folderText(t))
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
}
