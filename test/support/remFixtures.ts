import { layouts, type LayoutName } from '../../src/import/layouts';
import type { TestCell } from './workbookBuilder';

/** One row of a REM made up for tests: by header. No text of the ANS is in it. */
export type RemRow = Readonly<Record<string, string>>;

/** Rows of a layout under its headers. */
export function inLayout(layout: LayoutName, rows: readonly RemRow[]): TestCell[][] {
  const headers = layouts[layout];
  return [[...headers], ...rows.map((row) => headers.map((header) => row[header]))];
}

/** A requirement that nobody published, in the words of the layout of 2024. */
export function row2024(id: string, more: RemRow = {}): RemRow {
  return {
    Périmètre: 'Vague 2',
    ID: id,
    Chapitre: 'Chapitre fictif',
    Fonction: `Fonction fictive de ${id}`,
    Exigence: `Le système fictif DOIT faire ce que dit ${id}.`,
    "Nature de l'exigence": 'EXIGENCE',
    Profil: 'Général',
    'Statut publication': 'Inchangée',
    Criticité: 'Majeure',
    ...more,
  };
}

/** So many made-up requirements, each third with two scenarios, each with one to ten proofs. */
export function manyRows(count: number): RemRow[] {
  const rows: RemRow[] = [];
  for (let n = 1; rows.length < count; n++) {
    const id = `SC.FIC/ESSAI.${String(n).padStart(2, '0')}`;
    const bare = id.slice(3);
    for (let s = 1; s <= (n % 3 === 0 ? 2 : 1) && rows.length < count; s++) {
      const scenario = `${bare}.0${s}`;
      const proofs = Object.fromEntries(
        Array.from({ length: (n % 10) + 1 }, (_, at): [string, string][] => [
          [`N° preuve ${at + 1}`, `${scenario}.${String(at + 1).padStart(2, '0')}`],
          [`Preuve ${at + 1}`, `Copie d’écran fictive ${at + 1} du scénario ${scenario}`],
        ]).flat(),
      );
      rows.push(
        row2024(id, { 'N° scénario': scenario, 'Scénario de conformité': `1. Faire ${n}\n2. Voir ${s}`, ...proofs }),
      );
    }
  }
  return rows;
}
