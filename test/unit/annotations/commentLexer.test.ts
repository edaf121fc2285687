import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { forEachComment } from '../../../src/annotations/commentLexer';
import { LANGUAGES } from '../../../src/annotations/languages';
import { FORMS } from './languageForms';

describe('reading comments up to a place', () => {
  for (const language of LANGUAGES) {
    const { comments, literals } = FORMS[language.id] ?? { comments: [], literals: [] };

    it(`finds those of ${language.name} that the whole text has there`, () => {
      const part = fc
        .constantFrom(...comments, ...literals, ' x ', 'y = 1;', '\n\n', '"', "'", '/*', '`', '{', '}')
        .map((form) => form.replaceAll('§', '@segur A-1'));
      const text = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('\n'));
      fc.assert(
        fc.property(text, fc.nat(), (whole, seed) => {
          const last = seed % whole.length;
          const all: string[] = [];
          const some: string[] = [];
          forEachComment(whole, language, (start, end) => void all.push(`${start}-${end}`));
          forEachComment(whole, language, (start, end) => void some.push(`${start}-${end}`), undefined, last);
          assert.deepEqual(some, all.slice(0, some.length));
          const next = all[some.length];
          assert.ok(next === undefined || Number(next.split('-')[0]) > last, `${next} starts before ${last}`);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('reads on over the comments and blanks that follow, and no further', () => {
    const typescript = LANGUAGES.find(({ id }) => id === 'typescript');
    assert.ok(typescript);
    const text = '// one\n\n/* two */\n\nlet a; // three\n';
    const found: string[] = [];
    const steps = forEachComment(
      text.repeat(100),
      typescript,
      (start, end) => void found.push(text.slice(start, end)),
      undefined,
      3,
    );
    assert.deepEqual(found, ['// one', '/* two */']);
    assert.ok(steps < text.length * 3, `${steps} steps`);
  });
});
