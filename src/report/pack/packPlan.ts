import type { Catalog } from '../../catalog/model';
import type { Proof } from '../../evidence/model';
import type { RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import { gapText } from '../../trace/words';
import { MATRIX_FORMATS } from '../formats';
import { packFrontPage } from './packFrontPage';
import type { PackOptions, PackPlan, PlannedFile } from './packModel';
import { packName, splitName, UniqueNames } from './packNames';

/** Proofs that somebody may hand in: one that is over or empty would be sent back, so it is listed as missing instead. */
export function isFitToHandIn({ state }: Proof): boolean {
  return state !== 'missing' && state !== 'empty' && state !== 'expired';
}

/**
 * Lays the dossier out as Convergence takes it, chapter by chapter: a folder for each requirement, with its own copy of each proof, named by
 * the id it was declared for. Same trace, same plan.
 */
export function planPack(trace: Trace, catalog: Catalog, options: PackOptions): PackPlan {
  const rows = trace.requirements.filter(
    (row) => inProfile(row) && (options.chapter === undefined || chapterOf(row) === options.chapter),
  );
  const head = manifestHead(trace, rows, options);
  const proofs = planProofs(rows, catalog);
  const { t, language, commit } = options;
  const matrices = MATRIX_FORMATS.filter(({ id }) => id !== 'md').map((format): PlannedFile => {
    const written = { t, language, ...(commit === undefined ? {} : { commit: commit.id }) };
    return {
      path: `matrice/matrice.${format.extension}`,
      role: 'matrix',
      source: 'text',
      text: format.write(trace, written),
    };
  });
  const front: PlannedFile = {
    path: '00-sommaire.html',
    role: 'summary',
    source: 'text',
    text: packFrontPage(trace, rows, proofs, head, options),
  };
  return { files: [front, ...proofs, ...matrices], head };
}

/** Names of the chapters that rows of the profile stand in, in the catalogue's order; `''` for those without. */
export function packChapters(trace: Trace): readonly string[] {
  return [...new Set(trace.requirements.filter(inProfile).map(chapterOf))];
}

function chapterOf({ requirement }: RequirementTrace): string {
  return requirement.chapter ?? '';
}

function planProofs(rows: readonly RequirementTrace[], catalog: Catalog): PlannedFile[] {
  const chapters = [...new Set(rows.map(chapterOf))];
  const names = new UniqueNames();
  return rows.flatMap((row) => {
    const { requirement } = row;
    const chapter = chapterOf(row);
    const number = String(chapters.indexOf(chapter) + 1).padStart(2, '0');
    const folder = `${number}-${packName(chapter === '' ? 'sans chapitre' : chapter)}/${packName(requirement.id)}`;
    return row.proofs.filter(isFitToHandIn).flatMap((proof) =>
      proof.files.map((file): PlannedFile => {
        const { stem, extension } = splitName(file.path);
        const id = packName(idFor(proof, requirement.id, catalog));
        const { kind, date, edition, author } = proof.entry;
        return {
          path: names.take((suffix) => `${folder}/${id}_${packName(stem)}${suffix}${extension}`),
          row: requirement.id,
          role: 'proof',
          source: 'file',
          requirements: requirementsOf(proof, catalog),
          original: file.path,
          kind,
          ...(date === undefined ? {} : { date }),
          ...(proof.expires === undefined ? {} : { expires: proof.expires }),
          ...(edition === undefined ? {} : { edition }),
          ...(author === undefined ? {} : { author }),
        };
      }),
    );
  });
}

/** The scenario or expected proof, where the proof was declared for one of this requirement's alone; else the requirement. */
function idFor({ entry }: Proof, requirementId: string, catalog: Catalog): string {
  const items = entry.for
    .flatMap((raw) => catalog.resolve(raw).targets)
    .filter(({ requirement }) => requirement === requirementId);
  const [only] = items;
  return items.length === 1 && only !== undefined ? only.item : requirementId;
}

function requirementsOf({ entry }: Proof, catalog: Catalog): string[] {
  return [...new Set(entry.for.flatMap((raw) => catalog.resolve(raw).targets.map(({ requirement }) => requirement)))];
}

function manifestHead(
  trace: Trace,
  rows: readonly RequirementTrace[],
  { t, commit, chapter }: PackOptions,
): PackPlan['head'] {
  const { product, profile, catalogs } = trace;
  const values = new Map<Proof, string[]>();
  for (const row of rows) {
    for (const proof of row.proofs.filter(({ entry }) => entry.files === undefined)) {
      values.set(proof, [...(values.get(proof) ?? []), row.requirement.id]);
    }
  }
  return {
    format: 'segur-trace-evidence-pack',
    version: 1,
    product,
    profile: { ...profile, profils: [...profile.profils] },
    catalogs: catalogs.map(({ id, title, edition }) => ({ id, title, ...(edition === undefined ? {} : { edition }) })),
    ...(chapter === undefined ? {} : { chapter }),
    ...(commit === undefined ? {} : { commit }),
    values: [...values].map(([{ entry }, requirements]) => ({
      requirements,
      kind: entry.kind,
      ...(entry.value === undefined ? {} : { value: entry.value }),
      ...(entry.link === undefined ? {} : { link: entry.link }),
      ...(entry.date === undefined ? {} : { date: entry.date }),
    })),
    missing: rows
      .filter(({ state }) => !isSettled(state))
      .map((row) => ({
        requirement: row.requirement.id,
        ...(row.requirement.chapter === undefined ? {} : { chapter: row.requirement.chapter }),
        blocks: row.requirement.nature === 'exigence',
        state: row.state,
        gaps: row.gaps.map((gap) => gapText(t, gap)),
      })),
  };
}
