import { foldHeader } from './headerWords';
import { mostProofs } from './fields';

/** The layouts of REMs of which the columns are public. */
export type LayoutName = 'rem-2024' | 'rem-2022' | 'convergence';

const pairs = Array.from({ length: mostProofs }, (_, at) => [`N° preuve ${at + 1}`, `Preuve ${at + 1}`]).flat();

/** Headers of the templates with which the ANS makes its files (public repository ansforge/segur-squash-plugins), in their order. */
export const layouts: Readonly<Record<LayoutName, readonly string[]>> = {
  'rem-2024': [
    'Périmètre',
    'ID',
    'Chapitre',
    'Fonction',
    'Exigence',
    'Commentaire',
    "Nature de l'exigence",
    'Profil',
    'N° scénario',
    'Scénario de conformité',
    ...pairs,
    'Statut publication',
    'VA N-1',
    'Criticité',
    'Ordre',
  ],
  'rem-2022': [
    'Exigence conditionnelle OUI/NON',
    'Profil',
    'ID Section',
    'Section',
    'Bloc',
    'Fonction',
    "Nature de l'exigence",
    'N° exigence',
    "Énoncé de l'exigence (DOIT) ou de la préconisation (PEUT)",
    'N° scénario',
    'Scénario de conformité',
    ...pairs,
  ],
  convergence: [
    'Périmètre',
    'ID',
    'Chapitre',
    'Fonction',
    'Exigence',
    'Commentaire',
    'Profil',
    'N° scénario',
    'Scénario de conformité',
    'N° preuve',
    'Preuve',
    'Profil historique',
    'Criticité',
    'Ordre',
  ],
};

/** The layout that headers are closest to, when at least four of five of each are the other's. */
export function layoutOf(headers: readonly string[]): LayoutName | undefined {
  const own = new Set(headers.map(foldHeader).filter((header) => header !== ''));
  const shares = (Object.keys(layouts) as LayoutName[]).map((name) => {
    const known = new Set(layouts[name].map(foldHeader));
    const common = [...known].filter((header) => own.has(header)).length;
    return { name, share: Math.min(common / known.size, common / Math.max(own.size, 1)) };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= 0.8 ? best.name : undefined;
}
