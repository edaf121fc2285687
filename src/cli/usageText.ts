import type { CommanderError } from 'commander';
import type { Translate } from '../base/message';
import { inWords, placeholder } from './helpTerms';

/** What was wrong with the arguments, in the user's language, from commander's stable error codes. */
export function usageText(t: Translate, error: CommanderError): string {
  const named = inWords(t, /'([^']*)'/u.exec(error.message)?.[1] ?? '');
  const allowed = /Allowed choices are (.*)\.$/u.exec(error.message)?.[1];
  const hint = t('See segur-trace --help.');
  switch (error.code) {
    case 'commander.unknownOption':
      return `${t('Unknown option: {0}', named)}. ${hint}`;
    case 'commander.unknownCommand':
      return `${t('Unknown command: {0}', named)}. ${hint}`;
    case 'commander.missingArgument':
      return `${t('Missing argument: {0}', placeholder(t, named))}. ${hint}`;
    case 'commander.missingMandatoryOptionValue':
      return `${t('This option is needed: {0}', named)}. ${hint}`;
    case 'commander.optionMissingArgument':
      return `${t('This option needs a value: {0}', named)}. ${hint}`;
    case 'commander.excessArguments':
      return `${t('Too many arguments.')} ${hint}`;
    case 'commander.invalidArgument':
      return allowed === undefined
        ? `${t('Value not allowed for {0}', named)}. ${hint}`
        : t('Value not allowed for {0}. It takes one of these: {1}', named, allowed);
    case 'commander.help':
      return `${t('Say which command.')} ${hint}`;
    default:
      return hint;
  }
}
