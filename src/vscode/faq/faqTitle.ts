import type { FaqEntry } from '../../catalog/model';

/** The source's question; where the source gives the answer alone, its subject, which is shorter than a question of our making. */
export function faqTitle(entry: FaqEntry): string {
  const named = entry.reconstructed === true ? (entry.subject ?? entry.question) : (entry.question ?? entry.subject);
  return named ?? entry.id;
}
