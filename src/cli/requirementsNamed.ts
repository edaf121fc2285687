import { message } from '../base/message';
import { closestRequirements } from '../catalog/closestRequirements';
import type { RequirementTrace } from '../trace/model';
import type { OpenedFolder } from './openFolder';
import { UsageError } from './usageError';

/**
 * The requirements that an id stands for, in whatever spelling.
 * @throws UsageError with the closest ids when no catalogue knows it
 */
export function requirementsNamed(
  { catalog, trace }: Pick<OpenedFolder, 'catalog' | 'trace'>,
  raw: string,
): readonly RequirementTrace[] {
  const targets = catalog.resolve(raw).targets;
  const rows = [...new Set(targets.map((target) => target.requirement))].flatMap((id) => trace.requirement(id) ?? []);
  if (rows.length === 0) {
    const closest = closestRequirements(catalog, raw, 3).map((requirement) => requirement.id);
    throw new UsageError(
      closest.length === 0
        ? message('Unknown requirement: {0}', raw)
        : message('Unknown requirement: {0}. The closest ids: {1}', raw, closest.join(', ')),
    );
  }
  return rows;
}
