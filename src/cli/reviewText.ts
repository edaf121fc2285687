import { countText, type Translate } from '../base/message';
import { PROJECT_FILE } from '../base/projectFileName';
import { causesText } from '../trace/reviewWords';
import type { Review } from '../trace/toReview';
import type { Terminal } from './terminal';

/** What is to be reviewed under the edition of now, with its places. */
export function reviewLines(reviews: readonly Review[], { t, colors }: Terminal): string[] {
  return reviews.length === 0
    ? []
    : [
        '',
        colors.bold(t('To review under the edition of now ({0})', countText(t, reviews.length))),
        ...reviews.flatMap((review) => [
          `  ${colors.yellow('~')} ${colors.bold(review.id)} ${causesText(t, review)}${review.title === undefined ? '' : ` · ${review.title}`}`,
          ...placesOf(review).map(({ file, line }) => colors.dim(`      ${file}:${line}`)),
        ]),
      ];
}

/** The same for programs. */
export function reviewData(review: Review, t: Translate): object {
  const { id, title, causes, edition, formerIds, now } = review;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    causes,
    text: causesText(t, review),
    ...(edition === undefined ? {} : { edition }),
    ...(formerIds.length === 0 ? {} : { formerIds }),
    ...(now === undefined ? {} : { now }),
    places: placesOf(review),
  };
}

function placesOf({
  links,
  proofs,
  decisions,
}: Review): { kind: 'code' | 'proof' | 'decision'; file: string; line: number }[] {
  return [
    ...links.map(({ file, range }) => ({ kind: 'code' as const, file, line: range.start.line + 1 })),
    ...proofs.map(({ entry }) => ({ kind: 'proof' as const, file: PROJECT_FILE, line: entry.range.start.line + 1 })),
    ...decisions.map(({ range }) => ({ kind: 'decision' as const, file: PROJECT_FILE, line: range.start.line + 1 })),
  ];
}
