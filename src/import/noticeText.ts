import { message, render, type Translate } from '../base/message';
import type { Notice } from './model';

/** What a notice says, without where. */
export function noticeText({ text, words }: Pick<Notice, 'text' | 'words'>, t: Translate): string {
  return words === undefined
    ? render(t, text)
    : render(t, message(text.template, ...text.args, words.map((word) => render(t, word)).join(', ')));
}
