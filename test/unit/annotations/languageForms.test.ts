import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import type { Language } from '../../../src/annotations/data/language';
import { FORMS } from './languageForms';

const ANNOTATION = '@segur SC.SSI/GEN.18';

function linksOf(text: string, language: Language): string[] {
  return parseAnnotations(text, { language, marker: '@segur' }).annotations.flatMap(({ ids }) =>
    ids.map(({ raw, range }) => `${range.start.line}:${raw}`),
  );
}

/** Where the ids of a text stand, found without any lexer. */
function expectedOf(text: string): string[] {
  return [...text.matchAll(/SC\.SSI\/GEN\.18/gu)].map(
    (match) => `${text.slice(0, match.index).split(/\r\n|\n|\r/u).length - 1}:SC.SSI/GEN.18`,
  );
}

function put(form: string, annotation = ANNOTATION): string {
  return form.replaceAll('§', () => annotation);
}

describe('languages', () => {
  it('have forms to test, every one', () => {
    assert.deepEqual(
      LANGUAGES.map(({ id }) => id).filter((id) => FORMS[id] === undefined),
      [],
    );
  });

  for (const language of LANGUAGES) {
    const forms = FORMS[language.id] ?? { comments: [], literals: [] };

    describe(language.name, () => {
      for (const form of forms.comments) {
        it(`links in ${JSON.stringify(form)}`, () => {
          for (const text of [put(form), put(form).replaceAll('\n', '\r\n'), `${put(form)}\n`]) {
            assert.deepEqual(linksOf(text, language), expectedOf(text), text);
          }
        });
      }

      for (const form of forms.literals) {
        it(`does not link in ${JSON.stringify(form)}`, () => {
          for (const text of [put(form), put(form).replaceAll('\n', '\r\n')]) {
            assert.deepEqual(linksOf(text, language), [], text);
          }
        });

        it(`finds the comment below ${JSON.stringify(form)}`, () => {
          const comment = put(forms.comments.find((candidate) => !candidate.includes('---')) ?? '');
          const text = `${put(form, '@segur X-1')}\n\n${comment}\n`;
          assert.deepEqual(linksOf(text, language), expectedOf(text), text);
        });
      }
    });
  }
});
