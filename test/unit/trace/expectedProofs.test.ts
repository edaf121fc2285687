import assert from 'node:assert/strict';
import type { ExpectedProof, ProofKind, Requirement } from '../../../src/catalog/model';
import type { Proof, ProofState } from '../../../src/evidence/model';
import type { Gap, RequirementTrace } from '../../../src/trace/model';
import { judgedExpectations } from '../../../src/trace/expectedProofs';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const attestation: ExpectedProof = { kind: 'attestation', text: 'Attestation' };
const form: ExpectedProof = { id: 'R.01.01', kind: 'formulaire', text: 'Formulaire' };

function declared(kind: ProofKind, state: ProofState): Proof {
  return {
    entry: { for: ['R'], kind, covers: [], coversRanges: [], range: place, forRanges: [place] },
    state,
    files: [],
  };
}

function states(
  requirement: Partial<Requirement>,
  more: { proofs?: readonly Proof[]; gaps?: readonly Gap[]; needsProof?: boolean } = {},
): string[] {
  const row: RequirementTrace = {
    requirement: {
      id: 'R',
      title: 'R',
      origin: 'listed',
      nature: 'exigence',
      needs: ['proof'],
      profiles: [],
      checklist: [],
      scenarios: [],
      proofs: [],
      references: [],
      aliases: [],
      location: { file: 'a.yaml', range: place },
      catalogId: 'a',
      ...requirement,
    },
    scope: 'applicable',
    state: 'partial',
    needs: more.needsProof === false ? [] : [{ need: 'proof', met: false }],
    links: [],
    proofs: more.proofs ?? [],
    covered: [],
    documents: [],
    guidance: [],
    gaps: more.gaps ?? [],
  };
  return judgedExpectations(row).map(({ state }) => state);
}

describe('judgedExpectations', () => {
  it('finds what no proof answers missing', () => {
    assert.deepEqual(states({ proofs: [attestation] }, { gaps: [{ kind: 'no-proof' }] }), ['missing']);
  });

  it('takes a holding proof of the same kind for the expected one', () => {
    assert.deepEqual(states({ proofs: [attestation] }, { proofs: [declared('attestation', 'ok')] }), ['provided']);
    assert.deepEqual(states({ proofs: [attestation] }, { proofs: [declared('attestation', 'expires-soon')] }), [
      'provided',
    ]);
  });

  it('does not claim that a proof of another kind is the expected one', () => {
    assert.deepEqual(states({ proofs: [attestation] }, { proofs: [declared('video', 'ok')] }), ['open']);
  });

  it('does not count a proof whose file is missing', () => {
    const proofs = [declared('attestation', 'missing')];
    assert.deepEqual(states({ proofs: [attestation] }, { proofs, gaps: [{ kind: 'no-proof' }] }), ['missing']);
  });

  it('follows the trace for the proofs of scenarios', () => {
    const scenarios = [{ id: 'R.01', proofs: [form] }];
    const gap: Gap = { kind: 'expected-proof', id: 'R.01.01', proofKind: 'formulaire', text: 'Formulaire' };
    assert.deepEqual(states({ scenarios }, { gaps: [gap] }), ['missing']);
    assert.deepEqual(states({ scenarios }), ['provided']);
    assert.deepEqual(states({ scenarios }, { needsProof: false }), ['open']);
  });
});
