import type { Requirement } from '../catalog/model';
import type { Proof } from '../evidence/model';
import { readChecklist, sectionsOn } from '../evidence/proofDocument';
import type { DocumentReading, RequirementTrace } from './model';

/** What the Markdown documents among a requirement's proofs say of its checklist, each once. */
export function readDocuments({ checklist }: Requirement, proofs: readonly Proof[]): readonly DocumentReading[] {
  if (checklist.length === 0) {
    return [];
  }
  const readings = new Map<string, DocumentReading>();
  for (const { path, sections } of proofs.flatMap(({ documents = [] }) => documents)) {
    if (readings.has(path)) {
      continue;
    }
    const { answered, unfinished } = readChecklist(sections, checklist);
    const spoken = new Set([...answered, ...unfinished]);
    readings.set(path, {
      path,
      answered,
      unfinished: checklist
        .filter(({ id }) => unfinished.includes(id))
        .map((item) => ({ item: item.id, line: lineOf(sectionsOn(sections, item)) })),
      absent: checklist.map(({ id }) => id).filter((id) => !spoken.has(id)),
    });
  }
  return [...readings.values()];
}

/** Where there is something to write. */
function lineOf(sections: ReturnType<typeof sectionsOn>): number {
  return (sections.find(({ state }) => state !== 'filled') ?? sections[0])?.line ?? 0;
}

/** Items that a document still has to answer: those that it begins, and where it speaks of some, those that nothing else covers. */
export function lackingIn(
  { documents, covered }: Pick<RequirementTrace, 'documents' | 'covered'>,
  path: string,
): string[] {
  const reading = documents.find((document) => document.path === path);
  if (reading === undefined || reading.answered.length + reading.unfinished.length === 0) {
    return [];
  }
  return [...reading.unfinished.map(({ item }) => item), ...reading.absent.filter((item) => !covered.includes(item))];
}

/** Where an item of the checklist is still to be written. */
export function unfinishedPlace(
  { documents }: Pick<RequirementTrace, 'documents'>,
  item: string,
): { readonly path: string; readonly line: number } | undefined {
  for (const { path, unfinished } of documents) {
    const found = unfinished.find((each) => each.item === item);
    if (found !== undefined) {
      return { path, line: found.line };
    }
  }
  return undefined;
}
