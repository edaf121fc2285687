import assert from 'node:assert/strict';
import type { ProofKind } from '../../../src/catalog/model';
import { proofKindOf } from '../../../src/evidence/proofKindOf';

describe('the kind of proof that a file is taken for', () => {
  const cases: readonly [path: string, expected: readonly ProofKind[], kind: ProofKind][] = [
    ['écran.PNG', [], 'capture'],
    ['écran.png', ['documentation'], 'capture'],
    ['séquence.mp4', ['capture', 'video'], 'video'],
    ['formulaire.xlsx', [], 'formulaire'],
    ['résultats.xlsx', ['rapport'], 'rapport'],
    ['procédure.md', [], 'documentation'],
    ['honneur.pdf', ['attestation'], 'attestation'],
    ['honneur.pdf', ['capture', 'attestation'], 'attestation'],
    ['traces.csv', ['documentation'], 'documentation'],
    ['settings.yaml', [], 'configuration'],
    ['Main.java', ['code'], 'code'],
    ['sans-extension', [], 'autre'],
  ];
  for (const [path, expected, kind] of cases) {
    it(`${path} is ${kind} where ${expected.join(', ') || 'nothing'} is expected`, () => {
      assert.equal(proofKindOf(path, expected), kind);
    });
  }
});
