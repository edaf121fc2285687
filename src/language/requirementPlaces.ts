import type { Verb } from '../annotations/model';
import type { Proof } from '../evidence/model';
import type { Link, MentionLink, RequirementTrace, Trace } from '../trace/model';

/** All that speaks of a requirement, by what it does for it. Groups that are empty are left out. */
export interface PlaceGroup {
  readonly kind: Verb | 'proofs' | 'mentions';
  readonly places: readonly RequirementPlace[];
}

export type RequirementPlace =
  | {
      readonly kind: 'link';
      readonly link: Link;
      /** Canonical ids of the other requirements that the same code answers. */
      readonly also: readonly string[];
    }
  | {
      readonly kind: 'proof';
      readonly proof: Proof;
      /** Absent for a proof without files: its declaration. */
      readonly path?: string;
    }
  | { readonly kind: 'mention'; readonly mention: MentionLink };

const verbs: readonly Verb[] = ['implements', 'partial', 'verifies', 'todo'];

/** By file and place within each group. */
export function requirementPlaces(row: RequirementTrace, trace: Trace): PlaceGroup[] {
  const also = otherRequirements(row, trace);
  const proofs = row.proofs.flatMap((proof): RequirementPlace[] =>
    proof.files.length === 0
      ? [{ kind: 'proof', proof }]
      : proof.files.map(({ path }) => ({ kind: 'proof', proof, path })),
  );
  const mentions = trace.mentions
    .filter(({ id }) => id === row.requirement.id)
    .map((mention): RequirementPlace => ({ kind: 'mention', mention }));
  const groups: PlaceGroup[] = [
    ...verbs.map((verb): PlaceGroup => ({
      kind: verb,
      places: row.links.filter((link) => link.verb === verb).map((link) => ({ kind: 'link', link, also: also(link) })),
    })),
    { kind: 'proofs', places: proofs },
    { kind: 'mentions', places: mentions },
  ];
  return groups.filter(({ places }) => places.length > 0);
}

/** The other requirements of a piece of code, in the catalogue's order: of its unit, where that is known, else of its line. */
function otherRequirements(row: RequirementTrace, trace: Trace): (link: Link) => readonly string[] {
  const codes = new Map<string, Set<string>>(row.links.map((link) => [codeOf(link), new Set()]));
  const files = new Set(row.links.map(({ file }) => file));
  for (const { requirement, links } of trace.requirements) {
    for (const link of requirement.id === row.requirement.id ? [] : links) {
      if (files.has(link.file)) {
        codes.get(codeOf(link))?.add(requirement.id);
      }
    }
  }
  return (link) => [...(codes.get(codeOf(link)) ?? [])];
}

function codeOf({ file, unit, range }: Link): string {
  return unit === undefined
    ? `${file}\nline ${range.start.line}`
    : `${file}\n${unit.startLine} ${unit.kind} ${unit.name}`;
}
