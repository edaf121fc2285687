import type { Message } from '../base/message';

/** Why a spreadsheet cannot be read, in words for its user. What the readers of this room throw, and nothing else. */
export class SpreadsheetRefusal extends Error {
  readonly told: Message;
  /** What to do about it. */
  readonly remedy: Message;

  constructor(told: Message, remedy: Message) {
    super(told.template);
    this.name = 'SpreadsheetRefusal';
    this.told = told;
    this.remedy = remedy;
  }
}
