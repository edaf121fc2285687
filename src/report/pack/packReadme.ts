import { countText } from '../../base/message';
import type { Trace } from '../../trace/model';
import { commitText } from '../../evidence/packManifest';
import { productName } from '../summary';
import type { PackOptions, PackPlan } from './packModel';

/** The text file that stands beside the folders: what is where, how to check it, and what this is not. */
// @segur ST.PCK.03
export function packReadme(trace: Trace, head: PackPlan['head'], { t, commit, version }: PackOptions): string {
  const name = productName(trace);
  const blocking = head.missing.filter(({ blocks }) => blocks).length;
  const lines = [
    name === '' ? t('Evidence pack') : t('Evidence pack — {0}', name),
    ...(head.chapter === undefined ? [] : [t('Chapter: {0}', head.chapter === '' ? '—' : head.chapter)]),
    t('Made with segur-trace {0}.', version),
    t('Commit: {0}', commitText(commit ?? null, t)),
    '',
    t('What is where'),
    `  00-sommaire.html  ${t('page one: what is missing, then what is there')}`,
    `  NN-…/…/           ${t('a folder for each chapter, and in it one for each requirement with its proofs, named by the id that they were declared for')}`,
    `  matrice/          ${t('the traceability matrix: web page, spreadsheets, data')}`,
    `  MANIFEST.json     ${t('of each file its SHA-256, its size, its kind, its dates and the name that it had')}`,
    '',
    blocking === 0
      ? t('No requirement lacks anything that would keep a chapter from being ready.')
      : t('Requirements that are neither satisfied nor decided: {0}. Page one lists them.', countText(t, blocking)),
    '',
    t('How to check it'),
    `  segur-trace verify ${t('dossier')}.zip`,
    t('It names every file that was altered, is missing or was added since.'),
    '',
    t('What it is not'),
    t(
      'This is no ZED container. Convergence takes the proofs in an encrypted ZED container, which you make yourself, with your own ZED software, from these folders. segur-trace makes none, encrypts nothing and sends nothing.',
    ),
  ];
  return `${lines.join('\n')}\n`;
}
