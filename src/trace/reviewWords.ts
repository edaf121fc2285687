import type { Translate } from '../base/message';
import type { Review, ReviewCause } from './toReview';

/** Why it is to be reviewed, in few words. */
export function causesText(t: Translate, { causes, now }: Pick<Review, 'causes' | 'now'>): string {
  const likely = now === undefined ? [] : [t('likely {0} now', now)];
  return [...causes.map((cause) => causeText(t, cause)), ...likely].join(' · ');
}

function causeText(t: Translate, cause: ReviewCause): string {
  switch (cause) {
    case 'reworded':
      return t('reworded');
    case 'left':
      return t('no longer in your REM');
    case 'faq':
      return t('FAQ answer changed');
    case 'renumbered':
      return t('named by a former id');
    case 'outdated':
      return t('pinned to an earlier revision');
    case 'wrong-edition':
      return t('proof of another edition');
    case 'obsolete':
      return t('no longer asked for');
    case 'removed':
      return t('removed');
  }
}

/** What settles it, a sentence for each reason. */
export function settlingText(t: Translate, { causes, now }: Pick<Review, 'causes' | 'now'>): readonly string[] {
  const sentences = causes.map((cause) => {
    switch (cause) {
      case 'reworded':
        return t('Its text is not the one that was read: read it again with its code and proofs, then accept it.');
      case 'left':
        return t('Your REM has it no longer, another catalogue still has: remove what answers it, or accept it.');
      case 'faq':
        return t('What the FAQ answers changed: read it again, then accept it.');
      case 'renumbered':
        return t('It has another number: write the id of today.');
      case 'outdated':
        return t('It was read at an earlier revision: read it again, then move the revision on.');
      case 'wrong-edition':
        return t('A proof was made for another edition: if it still answers, change its edition, else renew it.');
      case 'obsolete':
        return t('It is no longer asked for: take its annotations out.');
      case 'removed':
        return now === undefined
          ? t('No catalogue has it any more: take out what names it, or name what took its place.')
          : t(
              'No catalogue has it any more, and {0} reads alike: confirm that it is the same, or take out what names it.',
              now,
            );
    }
  });
  return [...new Set(sentences)];
}
