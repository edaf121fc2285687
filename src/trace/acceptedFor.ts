import type { Requirement } from '../catalog/model';
import type { AcceptedRequirement, Lock } from '../evidence/lock';
import { requirementFingerprint } from '../evidence/requirementFingerprint';

/**
 * What was accepted for a requirement, under its id or a former one: another number is no reason to read everything again. The ids of scenarios and
 * proofs follow the number, so they count neither as another text nor as another item.
 */
export function acceptedFor({ requirements }: Lock, requirement: Requirement): AcceptedRequirement | undefined {
  const own = requirements.get(requirement.id);
  if (own !== undefined) {
    return requirement.aliases.length === 0 ? own : { ...own, text: textOf(own, requirement) };
  }
  for (const alias of requirement.aliases) {
    const former = requirements.get(alias);
    if (former !== undefined) {
      return {
        ...former,
        text: textOf(former, requirement),
        links: former.links.map((link) =>
          link.item === undefined ? link : { ...link, item: renumbered(link.item, alias, requirement.id) },
        ),
      };
    }
  }
  return undefined;
}

/** Whether something was accepted for it. */
export function isAccepted({ requirements }: Lock, { id, aliases }: Requirement): boolean {
  return requirements.has(id) || aliases.some((alias) => requirements.has(alias));
}

function textOf({ text }: AcceptedRequirement, requirement: Requirement): string {
  const isFormer = requirement.aliases.some((alias) => requirementFingerprint(numberedAs(requirement, alias)) === text);
  return isFormer ? requirementFingerprint(requirement) : text;
}

function numberedAs(requirement: Requirement, id: string): Requirement {
  const proofsOf = (proofs: Requirement['proofs']): Requirement['proofs'] =>
    proofs.map((proof) =>
      proof.id === undefined ? proof : { ...proof, id: renumbered(proof.id, requirement.id, id) },
    );
  return {
    ...requirement,
    scenarios: requirement.scenarios.map((scenario) => ({
      ...scenario,
      id: renumbered(scenario.id, requirement.id, id),
      proofs: proofsOf(scenario.proofs),
    })),
    proofs: proofsOf(requirement.proofs),
  };
}

/** `FIC/A.02.01` as one of `SC.FIC/B.07`: `FIC/B.07.01`. What does not begin with the former number stays. */
function renumbered(id: string, from: string, to: string): string {
  const pairs = [
    [from, to],
    [bare(from), bare(to)],
  ] as const;
  for (const [old, now] of pairs) {
    if (id === old || id.startsWith(`${old}.`)) {
      return now + id.slice(old.length);
    }
  }
  return id;
}

/** Scenarios are often written without the prefix of their requirement. */
function bare(id: string): string {
  return id.replace(/^[A-Z]{2,3}\.(?=\p{L}{2})/u, '');
}
