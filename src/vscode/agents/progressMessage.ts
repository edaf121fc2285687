import type { Translate } from '../../base/message';
import { oneLine } from '../../language/answers/quoting';
import { escapeMarkdown } from '../../language/markdown';
import type { ToolName } from '../../language/answers/tools';

/** What the chat shows while an agent waits for its answer. */
export function progressMessage(t: Translate, tool: ToolName, input: object): string {
  switch (tool) {
    case 'segur_search':
      return t('Searching the requirements and the FAQ for {0}', wordOf(input, 'query'));
    case 'segur_requirement':
      return t('Looking at the requirement {0}', wordOf(input, 'id'));
    case 'segur_gaps':
      return t('Looking for what is missing');
    case 'segur_places':
      return t('Looking for the places of {0}', wordOf(input, 'id') || wordOf(input, 'file'));
    case 'segur_faq':
      return t('Reading the answer {0} of the FAQ', wordOf(input, 'id'));
    case 'segur_changes':
      return t('Looking for what changed');
  }
}

function wordOf(input: object, name: string): string {
  const value: unknown = Object.entries(input).find(([key]) => key === name)?.[1];
  // Chat shows the message as Markdown.
  return typeof value === 'string' ? escapeMarkdown(oneLine(value, 60)) : '';
}
