import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { knownReasons } from '../../../src/language/decisionReasons';
import { traceOf } from '../trace/fixtures';

const shipped = ['segur-v2.yaml', 'segur-v2.faq.yaml'].flatMap((name) => {
  const text = readFileSync(join(__dirname, '../../../requirements', name), 'utf8');
  return loadCatalogFile(text, `builtin:${name}`).catalog ?? [];
});
const trace = traceOf(mergeCatalogs(shipped).catalog);

const reasonsOf = (id: string) => {
  const row = trace.requirement(id);
  assert.ok(row, id);
  return knownReasons(row);
};

describe('the cases of « not applicable » that the ANS knows', () => {
  it('are proposed for the requirements that their answers are on', () => {
    assert.match(
      reasonsOf('SC.SSI/IE.31')
        .map(({ reason }) => reason)
        .join('\n'),
      /RPPS/u,
    );
    assert.match(
      reasonsOf('SC.SSI/IE.36')
        .map(({ reason }) => reason)
        .join('\n'),
      /deux facteurs[^]*déléguée/u,
    );
  });

  it('remind of what is still needed', () => {
    const [factors] = reasonsOf('SC.SSI/IE.36');
    assert.match(factors?.reason ?? '', /force brute/u);
    assert.match(factors?.reminder.template ?? '', /brute force are still needed/u);
  });

  it('are proposed nowhere else', () => {
    assert.deepEqual(reasonsOf('SC.SSI/GEN.18'), []);
    assert.deepEqual(reasonsOf('SC.SSI/GEN.21'), []);
  });
});
