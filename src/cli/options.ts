import { Option } from 'commander';
import type { Translate } from '../base/message';

/** Of an option that may be repeated. */
export const each = (one: string, before: readonly string[]): readonly string[] => [...before, one];

export type TextOrJson = 'text' | 'json';

/** Of the argument or option that names the folder. */
export const folderText = (t: Translate): string => t('folder to trace (default: the current one)');

/** Options that several subcommands have. */
export const markerOption = (t: Translate): Option =>
  new Option('--marker <text>', t('marker of the annotations (default: the project file’s, else @segur)'));

export const formatOption = (t: Translate): Option =>
  new Option('--format <format>', t('text or json')).choices(['text', 'json']).default('text', 'text');

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

function repeated(flags: string, description: string): Option {
  return new Option(flags, description).argParser(each).default([] as readonly string[]);
}
