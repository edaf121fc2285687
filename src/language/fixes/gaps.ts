import { message } from '../../base/message';
import { contains } from '../../base/text';
import type { RequirementTrace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import type { Fix, FixRequest } from './fix';
import { shortened } from './unknownId';

/** More would bury what else is offered. */
const MOST_PROOFS = 5;

/** What a requirement named under the cursor still lacks beside code: its proofs, or a decision. */
export function gapFixes(request: FixRequest): Fix[] {
  return rowsAt(request).flatMap((row) => [...proofFixes(row), ...decisionFixes(row)]);
}

/** Of the one id under the cursor; a list of ids would make a list of each. */
function rowsAt({ file, range, catalog, trace }: FixRequest): RequirementTrace[] {
  const annotation = file.annotations.find((one) => contains(one.range, range.start));
  const only = annotation?.ids.length === 1 ? annotation.ids[0] : undefined;
  const reference = annotation?.ids.find((id) => contains(id.range, range.start)) ?? only;
  const targets = reference === undefined ? [] : catalog.resolve(reference.raw).targets;
  const row = targets.length === 1 ? trace.requirement(targets[0]?.requirement ?? '') : undefined;
  return row === undefined || !inProfile(row) ? [] : [row];
}

function proofFixes(row: RequirementTrace): Fix[] {
  const { id } = row.requirement;
  const expected = row.gaps.flatMap((gap): Fix[] =>
    gap.kind === 'expected-proof'
      ? [
          {
            title: message('Declare a proof of {0} in segur.yaml: {1}', gap.id ?? id, shortened(gap.text)),
            kind: 'quick-fix',
            preferred: false,
            edits: [],
            task: { kind: 'add-proof', id: gap.id ?? id, proofKind: gap.proofKind },
          },
        ]
      : [],
  );
  const lacksProof = row.gaps.some(({ kind }) => kind === 'no-proof');
  const whole: Fix[] =
    lacksProof && expected.length === 0
      ? [
          {
            title: message('Declare a proof of {0} in segur.yaml', id),
            kind: 'quick-fix',
            preferred: false,
            edits: [],
            task: { kind: 'add-proof', id },
          },
        ]
      : [];
  return [...whole, ...expected.slice(0, MOST_PROOFS)];
}

function decisionFixes({ requirement: { id }, state, decision }: RequirementTrace): Fix[] {
  if (decision !== undefined || state === 'satisfied') {
    return [];
  }
  return [
    {
      title: message('Declare {0} not applicable…', id),
      kind: 'quick-fix',
      preferred: false,
      edits: [],
      task: { kind: 'decide', id, status: 'not-applicable' },
    },
    {
      title: message('Accept the gap of {0}…', id),
      kind: 'quick-fix',
      preferred: false,
      edits: [],
      task: { kind: 'decide', id, status: 'accepted-gap' },
    },
  ];
}
