import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { ProofState } from '../../../../src/evidence/model';
import { english, render } from '../../../../src/base/message';
import { LineMap } from '../../../../src/base/text';
import { applyEdits } from '../../../../src/base/textEdit';
import type { Fix } from '../../../../src/language/fixes/fix';
import {
  withDay,
  withDecision,
  withProof,
  withProofFiles,
  withTestFile,
} from '../../../../src/language/fixes/projectEdits';
import { projectFixesAt } from '../../../../src/language/fixes/projectFixes';
import { proofOf, TODAY, traceOf } from '../../trace/fixtures';
import { catalog, CURSOR } from './fixing';

const text = `version: 1
# Proofs.
proofs:
  - for: SC.SSI/GEN.18 # why
    kind: formulaire
    files: preuves/missing.pdf
  - for: [GEN.99, 'SC.SSI/IE.3']
    kind: rapport
    value: "12"
decisions:
  - for: SC.SSI/IE.36
    status: accepted-gap
    reason: later
    expires: 2026-01-31 # soon
`;
const trace = traceOf(catalog, {
  proofs: [proofOf('SC.SSI/GEN.18', 'missing', { kind: 'formulaire', files: ['preuves/missing.pdf'] })],
});

function fixesAt(place: string): readonly Fix[] {
  const offset = text.indexOf(place.replace(CURSOR, '')) + place.indexOf(CURSOR);
  const position = new LineMap(text).positionAt(offset);
  return projectFixesAt({ text, range: { start: position, end: position }, catalog, trace, today: TODAY });
}

const FILES = `version: 1
proofs:
  - for: SC.SSI/GEN.18
    kind: KIND
    files: preuves/a.pdf
`;

/** The fixes of a proof of that kind when the trace has it in that state. */
function inState(
  state: ProofState,
  { kind = 'rapport' }: { readonly kind?: string },
  source = FILES,
  product = {},
): readonly Fix[] {
  const [, id = ''] = /for: (\S+)/u.exec(source) ?? [];
  const proofs = [proofOf(id, state, { files: ['preuves/a.pdf'] })];
  const position = { line: 3, character: 6 };
  return projectFixesAt({
    text: source.replace('KIND', kind),
    range: { start: position, end: position },
    catalog,
    trace: traceOf(catalog, { proofs, product }),
    today: TODAY,
  });
}

function after(fixes: readonly Fix[], words: string, source = text): string {
  const fix = fixes.find(({ title }) => render(english, title).includes(words));
  assert.ok(fix, fixes.map(({ title }) => render(english, title)).join(' | '));
  return applyEdits(source, fix.edits);
}

describe('fixes in segur.yaml', () => {
  it('propose ids for an unknown one and keep its quotes', () => {
    assert.equal(after(fixesAt(`SC.SSI/IE${CURSOR}.3'`), 'SC.SSI/IE.35'), text.replace("IE.3'", "IE.35'"));
  });

  it('write a former id as it is today', () => {
    assert.equal(after(fixesAt(`GEN.${CURSOR}99`), 'in full'), text.replace('GEN.99', 'SC.SSI/GEN.18'));
  });

  it('have the files of a missing proof chosen, or the proof removed', () => {
    const fixes = fixesAt(`missing${CURSOR}.pdf`);
    assert.deepEqual(fixes[0]?.task, { kind: 'choose-proof-files', index: 0 });
    assert.equal(after(fixes, 'Remove this proof'), text.replace(/ {2}- for: SC\.SSI\/GEN\.18(?:.*\n){3}/u, ''));
  });

  it('renew a decision that has ended', () => {
    const [renewal] = fixesAt(`later${CURSOR}`);
    assert.deepEqual(renewal?.task, { kind: 'change-day', at: ['decisions', 0, 'expires'], suggested: '2027-11-22' });
    assert.equal(
      withDay(text, ['decisions', 0, 'expires'], '2027-01-31').text,
      text.replace('2026-01-31', '2027-01-31'),
    );
  });

  it('begin what a missing proof is to be, or paste it, by its kind', () => {
    const tasksOf = (kind: string) =>
      inState('missing', { kind }).flatMap(({ task, problem }) => (problem === undefined ? [] : (task ?? [])));
    const choose = { kind: 'choose-proof-files', index: 0 };
    assert.deepEqual(tasksOf('documentation'), [
      choose,
      { kind: 'create-proof-document', id: 'SC.SSI/GEN.18', documentKind: 'documentation', index: 0 },
    ]);
    assert.deepEqual(tasksOf('attestation')[1], {
      kind: 'create-proof-document',
      id: 'SC.SSI/GEN.18',
      documentKind: 'attestation',
      index: 0,
    });
    assert.deepEqual(tasksOf('capture'), [choose, { kind: 'paste-proof', id: 'SC.SSI/GEN.18' }]);
    assert.deepEqual(tasksOf('video'), [choose]);
  });

  it('renew a proof that has ended, ends soon, is older than the code or was made for something else', () => {
    for (const state of ['expired', 'expires-soon', 'older-than-code', 'wrong-edition', 'wrong-version'] as const) {
      const [first] = inState(state, {});
      assert.deepEqual(first?.task, { kind: 'renew-proof', index: 0 }, state);
      assert.equal(first.problem?.code, `proof.${state}`);
    }
    for (const state of ['ok', 'changed', 'empty', 'missing'] as const) {
      assert.ok(!inState(state, {}).some(({ task }) => task?.kind === 'renew-proof'), state);
    }
  });

  it('take a proof over to the edition and the version of now where it still holds', () => {
    const source = `${FILES}    edition: v1\n    version: 4.1.0 # ancienne\n`
      .replace('GEN.18', 'X')
      .replace('SC.SSI/X', 'REQ-1200');
    const product = { version: '4.2.0' };
    assert.equal(
      after(inState('wrong-version', {}, source, product), 'change to 4.2.0', source),
      source.replace('4.1.0', '4.2.0'),
    );
    assert.equal(
      after(inState('wrong-edition', {}, source, product), 'change to v2', source),
      source.replace('v1', 'v2'),
    );
  });

  it('rename the files that are there, and begin documents for the requirement', () => {
    const tasksOf = (state: ProofState) =>
      inState(state, {}).flatMap(({ task, kind }) => (kind === 'rewrite' ? (task ?? []) : []));
    const document = { kind: 'create-proof-document', id: 'SC.SSI/GEN.18' };
    assert.deepEqual(tasksOf('ok'), [{ kind: 'rename-proof-files', index: 0 }, document]);
    assert.deepEqual(tasksOf('missing'), [document]);
  });

  it('offer nothing elsewhere', () => {
    assert.deepEqual(fixesAt(`# Pro${CURSOR}ofs`), []);
  });
});

describe('edits of segur.yaml', () => {
  it('declare a proof beside the others, its files to be filled in', () => {
    const edit = withProof(text, 'SC.SSI/GEN.21', 'documentation');
    const entry = '  - for: SC.SSI/GEN.21\n    kind: documentation\n    files: preuves/GEN.21/*\n';
    assert.equal(edit.text, text.replace('decisions:', `${entry}decisions:`));
    const lines = new LineMap(edit.text);
    assert.ok(edit.select);
    assert.equal(
      edit.text.slice(lines.offsetAt(edit.select.start), lines.offsetAt(edit.select.end)),
      'preuves/GEN.21/*',
    );
  });

  it('start the file where there is none', () => {
    assert.deepEqual(parse(withProof('', 'REQ-12', 'rapport').text), {
      version: 1,
      proofs: [{ for: 'REQ-12', kind: 'rapport', files: 'preuves/REQ-12/*' }],
    });
  });

  it('write a decision with its day', () => {
    const entry = { id: 'SC.SSI/IE.37', status: 'not-applicable', reason: 'Délégué : annuaire', date: TODAY } as const;
    assert.equal(
      withDecision(text, entry).text,
      `${text}  - for: SC.SSI/IE.37\n    status: not-applicable\n    reason: "Délégué : annuaire"\n    date: ${TODAY}\n`,
    );
  });

  it('count a file among the tests, with the globs that counted before', () => {
    assert.deepEqual(parse(withTestFile('version: 1\n', 'src/[id].ts', ['**/test/**']).text), {
      version: 1,
      scan: { tests: ['**/test/**', 'src/?id?.ts'] },
    });
    const written = 'version: 1\nscan: { tests: [a/**] } # t\n';
    assert.equal(withTestFile(written, 'b.ts', ['a/**']).text, written.replace('a/**', 'a/**, b.ts'));
  });

  it('name one file of a proof, or several', () => {
    assert.equal(withProofFiles(text, 0, ['a.pdf']).text, text.replace('preuves/missing.pdf', 'a.pdf'));
    assert.equal(
      withProofFiles(text, 0, ['a.pdf', 'b c.pdf']).text,
      text.replace('preuves/missing.pdf', '[a.pdf, b c.pdf]'),
    );
  });
});
