import type { Catalog, Requirement } from '../catalog/model';

/** What a catalogue knows of an id in any spelling that stands for exactly one requirement; short forms are none. */
export function shippedBy(catalog: Catalog): (id: string) => Requirement | undefined {
  return (id) => {
    const { kind, targets } = catalog.resolve(id);
    const [target] = targets;
    return kind === 'exact' && target?.level === 'requirement' ? catalog.requirement(target.requirement) : undefined;
  };
}
