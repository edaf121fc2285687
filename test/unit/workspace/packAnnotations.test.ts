import assert from 'node:assert/strict';
import { FORMS } from '../annotations/languageForms';
import { LANGUAGES } from '../../../src/annotations/languages';
import { createMentionMatcher } from '../../../src/annotations/mentions';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { packFile, unpackFile, type PackedFile } from '../../../src/workspace/packAnnotations';

describe('packed annotations', () => {
  const mentions = createMentionMatcher(['SC.SSI/GEN.18']);
  for (const language of LANGUAGES) {
    const { comments, literals } = FORMS[language.id] ?? { comments: [], literals: [] };

    it(`of ${language.name} come out as they went in`, () => {
      const inner = [
        '@segur A-1',
        '@segur vérifie A-1~2, B.2 - note “é”',
        '@segur wrong A-1',
        '@segur',
        'see SSI/GEN.18',
        '',
      ];
      const text = [...comments, ...literals]
        .flatMap((form) => inner.map((words) => form.replaceAll('§', () => words)))
        .join('\n');
      const scanned = {
        file: `src/é "${language.id}"`,
        annotations: parseAnnotations(text, { language, marker: '@segur', mentions }),
      };
      const sent = JSON.parse(JSON.stringify(packFile(scanned))) as PackedFile;
      assert.deepEqual(unpackFile(sent), JSON.parse(JSON.stringify(scanned)));
    });
  }

  it('of a notebook keep the names of their cells', () => {
    const jupyter = LANGUAGES.find(({ id }) => id === 'jupyter');
    assert.ok(jupyter);
    const text = JSON.stringify({ cells: [{ cell_type: 'code', source: ['# @segur A-1\n', 'f()'] }] }, null, 1);
    const scanned = { file: 'a.ipynb', annotations: parseAnnotations(text, { language: jupyter, marker: '@segur' }) };
    assert.equal(scanned.annotations.annotations[0]?.unit?.name, 'cell 1');
    assert.deepEqual(unpackFile(packFile(scanned)), scanned);
  });
});
