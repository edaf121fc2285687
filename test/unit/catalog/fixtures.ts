import type { Requirement } from '../../../src/catalog/model';

const start = { line: 0, character: 0 };

export function requirementOf(id: string, fields: Partial<Requirement> = {}): Requirement {
  return {
    id,
    title: `Sujet de ${id}`,
    origin: 'matched',
    nature: 'exigence',
    needs: ['code'],
    profiles: [],
    checklist: [],
    scenarios: [],
    proofs: [],
    references: [],
    aliases: [],
    location: { file: 'catalogue.yaml', range: { start, end: start } },
    catalogId: 'test',
    ...fields,
  };
}
