import { Option } from 'commander';
import type { Translate } from '../base/message';

export type TextOrJson = 'text' | 'json';

/** Of the argument or option that names the folder. */
export const folderText = (t: Translate): string => t('folder to trace (default: the current one)');

/** Options that several subcommands have. */
export const markerOption = (t: Translate): Option =>
  new Option('--marker <text>', t('marker of the annotations (default: the project file’s, else @segur)'));

export const formatOption = (t: Translate): Option => formatAmong(['text', 'json'], t('text or json'));

/** @param choices `text` among them, which is taken where nothing is said */
export const formatAmong = (choices: readonly string[], description: string): Option =>
  new Option('--format <format>', description).choices(choices).default('text', 'text');

export const formatListOption = (t: Translate): Option =>
  new Option('--format <list>', t('html, md, csv, xlsx, reqif, json; several, separated by commas, need --out FOLDER'));

export const outOption = (t: Translate): Option =>
  new Option('--out <path>', t('file to write, or the folder for several formats; default: standard output'));

export const langOption = (t: Translate): Option =>
  new Option('--lang <fr|en>', t('language of the output (else LC_ALL, LANG)')).choices(['fr', 'en']);

export const repositoryOption = (t: Translate): Option =>
  new Option(
    '--repository <url>',
    t('address of the repository: places in the code become links to it, at the commit of the folder'),
  );

export const sheetOption = (t: Translate): Option =>
  repeated('--sheet <name>', t('this sheet alone, by name or number; may be repeated'));

export const mapOption = (t: Translate): Option =>
  repeated('--map <field=column>', t('column of a field, by header or letter; may be repeated'));

export const renumberedOption = (t: Translate): Option =>
  repeated('--renumbered <old=new>', t('a requirement that has another id in the new edition; may be repeated'));

/** An option that may be given several times: a list of what was given. */
export function repeated(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((one: string, before: readonly string[]): readonly string[] => [...before, one])
    .default([] as readonly string[]);
}
