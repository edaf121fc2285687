import { Help, type HelpConfiguration } from 'commander';
import type { Translate } from '../base/message';
import type { Terminal } from './terminal';

/** commander's own words in the help (titles, `[options]`, « default », « choices ») are English: descriptions name the choices themselves. */
export function helpIn({ t, width }: Terminal): HelpConfiguration {
  const usual = new Help();
  return {
    helpWidth: width,
    styleTitle: (title) => translateTitle(t, title),
    commandUsage: (command) => inWords(t, usual.commandUsage(command)),
    subcommandTerm: (command) => inWords(t, usual.subcommandTerm(command)),
    optionTerm: (option) => inWords(t, usual.optionTerm(option)),
    argumentTerm: (argument) => placeholder(t, argument.name()),
    optionDescription: ({ description, defaultValueDescription }) =>
      defaultValueDescription === undefined
        ? description
        : `${description} (${t('default: {0}', defaultValueDescription)})`,
  };
}

/** `--out <file.yaml>`, `[dir]`: what stands for a value, in the user's language. */
export function inWords(t: Translate, term: string): string {
  return term.replace(
    /([<[])([a-z]+)((?:\.[a-z]{2,4})?)((?:=[a-z]+)?)((?:\.{3})?[>\]])/gu,
    (_, open: string, name: string, extension: string, other: string, close: string) =>
      open + placeholder(t, name) + extension + (other === '' ? '' : `=${placeholder(t, other.slice(1))}`) + close,
  );
}

function translateTitle(t: Translate, title: string): string {
  switch (title) {
    case 'Usage:':
      return t('Usage:');
    case 'Options:':
      return t('Options:');
    case 'Arguments:':
      return t('Arguments:');
    case 'Commands:':
      return t('Commands:');
    default:
      return title;
  }
}

/** The name of an argument, or of what an option takes, in the user's language. */
export function placeholder(t: Translate, name: string): string {
  switch (name) {
    case 'options':
      return t('options');
    case 'command':
      return t('command');
    case 'dir':
      return t('dir');
    case 'file':
      return t('file');
    case 'path':
      return t('path');
    case 'list':
      return t('list');
    case 'name':
      return t('name');
    case 'text':
      return t('text');
    case 'format':
      return t('format');
    case 'url':
      return t('address');
    case 'kind':
      return t('kind');
    case 'words':
      return t('words');
    case 'field':
      return t('field');
    case 'column':
      return t('column');
    case 'old':
      return t('old');
    case 'new':
      return t('new');
    default:
      return name;
  }
}
