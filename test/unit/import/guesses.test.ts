import assert from 'node:assert/strict';
import { english } from '../../../src/base/message';
import { guesses } from '../../../src/import/guesses';
import { importReportText } from '../../../src/import/reportText';
import { noticeText } from '../../../src/import/noticeText';
import { importReportJson } from '../../../src/import/reportJson';
import { imported, noticesIn } from './importing';

const headers = ['ID', 'Exigence', 'N° scénario', 'Scénario de conformité', 'N° preuve 1', 'Preuve 1', 'Preuve 2'];

describe('what an import guesses', () => {
  it('is told: needs by the expected proofs, kinds by their words, and what has neither', async () => {
    const result = await imported([
      headers,
      ['SC.FIC/A.01', 'E', 'FIC/A.01.01', 'S', 'FIC/A.01.01.01', 'Copie d’écran fictive', 'Document fictif'],
      ['SC.FIC/A.02', 'E', 'FIC/A.02.01', 'S', 'FIC/A.02.01.01', 'Attestation fictive'],
      ['SC.FIC/A.03', 'E'],
      ['SC.FIC/A.04', 'E', 'FIC/A.04.01', 'S', 'FIC/A.04.01.01', 'Chose\nfictive'],
      ['SC.SSI/GEN.21', 'Connue, donc rien à deviner'],
    ]);
    assert.deepEqual(
      noticesIn(result).filter((text) => text.includes('expected proof')),
      [
        'guess  Code and proofs were taken as what 2 requirements need, by their expected proofs',
        'guess  Proofs alone, without code, were taken as what 1 requirements need, since all their expected proofs are documents: SC.FIC/A.02',
        'guess  Code alone was taken as what 1 requirements need, which have no expected proof: SC.FIC/A.03',
        'guess  The kind of 1 expected proofs was taken from their words: screenshot',
        'guess  The kind of 1 expected proofs was taken from their words: documentation',
        'guess  The kind of 1 expected proofs was taken from their words: attestation',
        'guess  1 expected proofs have no word that tells their kind, as “Chose fictive”',
      ],
    );
  });

  it('is nothing where the catalogue that ships says it, and names no more than twenty', () => {
    const many = Array.from({ length: 25 }, (_, n) => ({ id: `SC.FIC/A.${n}` }));
    const [only, ...others] = guesses(many, () => undefined).map((notice) => noticeText(notice, english));
    assert.deepEqual(others, []);
    assert.match(only ?? '', /25 requirements.*SC\.FIC\/A\.19, …$/u);
  });
});

describe('the report of an import', () => {
  it('calls columns by the words of its reader, and JSON by the names that --map takes', async () => {
    const { report } = await imported([headers, ['SC.FIC/A.01', 'E'], ['SC.FIC/A.01', 'Autre']], {
      mapping: { criticality: 'Absente' },
    });
    const french = importReportText(report, (template, ...args) => english(`fr ${template}`, ...args));
    assert.match(french, / A ID → fr Id of the requirement\n/u);
    assert.match(french, / F Preuve 1 → fr Proof 1\n/u);
    assert.match(french, /are not there: fr Criticality\n/u);
    assert.match(french, /in “fr Statement”; the earlier one counts/u);
    const json = JSON.stringify(importReportJson(report, english));
    assert.match(json, /"header":"Exigence","field":"statement"/u);
    assert.match(json, /Columns that were asked for are not there: Criticality"/u);
  });
});
