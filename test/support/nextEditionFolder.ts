/* A project right after the import of a next edition, as the import and nobody else left it. All of it is made up. */
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const requirement = (id: string, title: string, statement: string, more = '') =>
  `  - id: SC.FIC/${id}\n    title: ${title}\n    statement: ${statement}\n    rows: [2]\n${more}`;
const catalog = (edition: string, succeeds: string, requirements: readonly string[]) =>
  `version: 1
catalog:
  id: rem-fic-essai-va2
  title: REM-FIC-ESSAI-Va2
  edition: ${edition}
  rem: REM-FIC-ESSAI-Va2
${succeeds}requirements:
${requirements.join('')}`;

const files: Readonly<Record<string, string>> = {
  'segur.yaml': `version: 1
product: { name: Logiciel fictif, version: '1.0' }
catalogs: [requirements/rem.yaml]
proofs:
  - { for: SC.FIC/A.04, kind: documentation, files: LISEZMOI.md, edition: '2025-11-07' }
decisions:
  - { for: SC.FIC/A.01, status: accepted-gap, reason: Prévu pour la version suivante }
`,
  'LISEZMOI.md': 'Texte fictif.\n',
  'journal.ts': `// @segur SC.FIC/A.01
export function journal() {
  return 'fictif';
}

// @segur SC.FIC/A.02
export function sauvegarde() {
  return 'fictif';
}

// @segur SC.FIC/A.03
export function verrou() {
  return 10;
}
`,
  'requirements/rem.yaml.bak': catalog('2025-11-07', '', [
    requirement('A.01', 'Journaux', 'Le système fictif DOIT tenir un journal.'),
    requirement('A.02', 'Sauvegardes', 'Le système fictif DOIT garder une sauvegarde.'),
    requirement('A.03', 'Verrouillage', 'Le système fictif DOIT verrouiller le poste au bout de dix minutes.'),
    requirement('A.04', 'Documentation', 'Le système fictif DOIT être documenté.'),
  ]),
  'requirements/rem.yaml': catalog(
    '2026-06-08',
    `  succeeds:
    edition: 2025-11-07
    reworded: [SC.FIC/A.01]
    removed:
      - id: SC.FIC/A.03
        title: Verrouillage
        now: SC.FIC/B.08
`,
    [
      requirement('A.01', 'Journaux', 'Le système fictif DOIT tenir un journal horodaté.'),
      requirement(
        'B.07',
        'Sauvegardes',
        'Le système fictif DOIT garder une sauvegarde.',
        '    aliases: [SC.FIC/A.02]\n',
      ),
      requirement('B.08', 'Verrouillage', 'Le système fictif DOIT verrouiller le poste au bout de cinq minutes.'),
      requirement('A.04', 'Documentation', 'Le système fictif DOIT être documenté.'),
    ],
  ),
};

/** Writes it into a new folder, which the caller deletes. */
export async function nextEditionFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segur-edition-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
