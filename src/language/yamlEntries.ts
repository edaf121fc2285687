import type { Translate } from '../base/message';
import { proofKinds } from '../catalog/catalogSchema';

/** A whole entry of a list, to be filled in. */
export interface EntryTemplate {
  readonly label: string;
  readonly description: string;
  /** What it is found by besides its label. */
  readonly words: string;
  /** In the editor's snippet syntax, without indentation. */
  readonly lines: readonly string[];
}

/** The entries that a list may get: by the name of the list, without indexes. */
export function entryTemplates(names: string, today: string, t: Translate): readonly EntryTemplate[] {
  const date = `date: \${4:${today}}`;
  switch (names) {
    case 'proofs': {
      const start = ['for: $1', `kind: ${choice(2, proofKinds)}`];
      return [
        entry(t('Proof: a file'), t('a document, a screenshot, a video…'), 'proof file', [...start, 'files: $3', date]),
        entry(t('Proof: a number'), t('of a test run, of an interoperability report'), 'proof value', [
          ...start,
          'value: $3',
          date,
        ]),
        entry(t('Proof: an address'), t('of a document kept elsewhere'), 'proof link', [
          ...start,
          'link: https://$3',
          date,
        ]),
      ];
    }
    case 'decisions': {
      const decided = (status: string): string[] => [
        'for: $1',
        `status: ${status}`,
        'reason: $2',
        'by: $3',
        `date: \${4:${today}}`,
      ];
      return [
        entry(t('Decision: not applicable'), t('the requirement does not concern this product'), 'decision', [
          ...decided('not-applicable'),
        ]),
        entry(t('Decision: accepted gap'), t('it is not met, knowingly, until a date'), 'decision', [
          ...decided('accepted-gap'),
          'expires: $5',
        ]),
      ];
    }
    case 'requirements':
      return [
        entry(t('Requirement'), t('with its needs'), 'requirement', ['id: $1', 'title: $2', 'needs: [${3:code}]']),
      ];
    case 'requirements.checklist':
      return [entry(t('Point to cover'), '', 'checklist item', ['id: $1', 'text: $2'])];
    case 'requirements.scenarios':
      return [entry(t('Scenario'), '', 'scenario', ['id: $1', 'text: $2'])];
    case 'requirements.proofs':
    case 'requirements.scenarios.proofs':
      return [entry(t('Expected proof'), '', 'proof', [`kind: ${choice(1, proofKinds)}`, 'text: $2'])];
    case 'faq':
      return [
        entry(t('Question and answer'), '', 'faq', [
          'id: $1',
          'question: $2',
          'answer: $3',
          'requirements:',
          '  - id: $4',
        ]),
      ];
    default:
      return [];
  }
}

function entry(label: string, description: string, words: string, lines: readonly string[]): EntryTemplate {
  return { label, description, words, lines };
}

function choice(place: number, words: readonly string[]): string {
  return `\${${place}|${words.join(',')}|}`;
}
