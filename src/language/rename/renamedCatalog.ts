import type { Requirement } from '../../catalog/model';
import { sameId, tailBelow } from '../occurrences/sameId';
import type { Renaming } from './subject';

/** The requirements of a catalogue as they are after a renaming: what stands below the id follows it. */
export function renamedRequirements(requirements: readonly Requirement[], renaming: Renaming): readonly Requirement[] {
  return requirements.map((requirement) => renamedRequirement(requirement, renaming));
}

export function renamedRequirement(requirement: Requirement, { subject, newId }: Renaming): Requirement {
  if (subject.kind === 'written') {
    const { aliases } = requirement;
    return requirement.id === subject.formerOf
      ? { ...requirement, aliases: aliases.map((alias) => (sameId(alias, subject.raw) ? newId : alias)) }
      : requirement;
  }
  const isOwn = requirement.id === subject.requirement;
  const after = (id: string): string => {
    const tail = isOwn ? tailBelow(id, subject.item) : undefined;
    return tail === undefined ? (id === subject.item ? newId : id) : newId + tail;
  };
  const proofsAfter = (proofs: Requirement['proofs']): Requirement['proofs'] =>
    proofs.map((proof) => (proof.id === undefined ? proof : { ...proof, id: after(proof.id) }));
  return {
    ...requirement,
    id: isOwn && requirement.id === subject.item ? newId : requirement.id,
    scenarios: requirement.scenarios.map((scenario) => ({
      ...scenario,
      id: after(scenario.id),
      proofs: proofsAfter(scenario.proofs),
    })),
    proofs: proofsAfter(requirement.proofs),
  };
}
