import type { Verb } from '../annotations/model';
import type { Proof } from '../evidence/model';
import type { Link, MentionLink, RequirementTrace, Trace } from '../trace/model';

/** What a file does for requirements, by how. Groups that are empty are left out. */
export interface ServiceGroup {
  readonly kind: Verb | 'proofs' | 'mentions';
  readonly services: readonly Service[];
}

/** One place of the file that serves a requirement; or the file itself, as a proof. */
export type Service = { readonly row: RequirementTrace } & (
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'proof'; readonly proof: Proof }
  | { readonly kind: 'mention'; readonly mention: MentionLink }
);

const verbs: readonly Verb[] = ['implements', 'partial', 'verifies', 'todo'];

/** Which requirements a file serves, in the order in which it names them. @param file path in the folder */
export function fileRequirements(file: string, trace: Trace): ServiceGroup[] {
  const links = trace.requirements.flatMap((row) =>
    row.links.flatMap((link) => (link.file === file ? [{ kind: 'link' as const, link, row }] : [])),
  );
  links.sort((a, b) => comparePlaces(a.link, b.link));
  const proofs = trace.requirements.flatMap((row) =>
    row.proofs.flatMap((proof) =>
      proof.files.some(({ path }) => path === file) ? [{ kind: 'proof' as const, proof, row }] : [],
    ),
  );
  const mentions = trace.mentions.flatMap((mention) => {
    const row = mention.file === file ? trace.requirement(mention.id) : undefined;
    return row === undefined ? [] : [{ kind: 'mention' as const, mention, row }];
  });
  const groups: ServiceGroup[] = [
    ...verbs.map((kind) => ({ kind, services: links.filter(({ link }) => link.verb === kind) })),
    { kind: 'proofs', services: proofs },
    { kind: 'mentions', services: mentions },
  ];
  return groups.filter(({ services }) => services.length > 0);
}

function comparePlaces({ range: { start: a } }: Link, { range: { start: b } }: Link): number {
  return a.line - b.line || a.character - b.character;
}
