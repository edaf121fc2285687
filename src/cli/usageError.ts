import type { Message } from '../base/message';

/** Wrong usage or unreadable input: the command says why on standard error and ends with status 2. */
export class UsageError extends Error {
  readonly text: Message;

  constructor(text: Message) {
    super(text.template);
    this.name = 'UsageError';
    this.text = text;
  }
}
