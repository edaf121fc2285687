import type { FaqEntry } from '../../catalog/model';

/** The question, or the subject where the source gives the answer alone. */
export function faqTitle(entry: FaqEntry): string {
  return entry.question ?? entry.subject ?? entry.id;
}
