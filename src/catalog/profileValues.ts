import type { Catalog } from './model';

/** A value of the profile that the catalogue knows, with its name in full where that says more. */
export interface KnownValue {
  readonly value: string;
  readonly name?: string;
}

/** The couloirs, as the FAQ's facet lists them. */
export function knownCouloirs(catalog: Catalog): readonly KnownValue[] {
  return facetValues(catalog, 'couloir').map((value) => ({ value }));
}

/** « Logiciel de Gestion de Cabinet (LGC) » is the dispositif that requirements call LGC; several kinds of DUI share one. */
export function knownDispositifs(catalog: Catalog): KnownValue[] {
  const known = new Map<string, KnownValue>();
  for (const text of facetValues(catalog, 'dispositif')) {
    const [, name, short] = /^(.+?) \((.+?)\)/u.exec(text) ?? [];
    const value = short ?? text;
    if (!known.has(value)) {
      known.set(value, { value, ...(name === undefined ? {} : { name }) });
    }
  }
  for (const { profiles } of catalog.requirements) {
    for (const { dispositif } of profiles) {
      if (dispositif !== undefined && !known.has(dispositif)) {
        known.set(dispositif, { value: dispositif });
      }
    }
  }
  return [...known.values()];
}

/** The profils under which requirements are asked for, in the catalogue's order. */
export function knownProfils(catalog: Catalog): string[] {
  return [...new Set(catalog.requirements.flatMap((requirement) => requirement.profiles.map(({ profil }) => profil)))];
}

/** The values that a facet of the FAQ declares. */
export function facetValues(catalog: Catalog, facet: string): readonly string[] {
  return catalog.facets.find((candidate) => candidate.id === facet)?.values ?? [];
}

/**
 * Which dispositifs a couloir has, by the ANS's own page https://industriels.esante.gouv.fr/faq-des-industriels/6361 (14 August 2025);
 * `undefined` for a couloir that it does not name.
 */
export function dispositifsOf(couloir: string): readonly string[] | undefined {
  return DISPOSITIFS.get(fold(couloir));
}

const DISPOSITIFS: ReadonlyMap<string, readonly string[]> = new Map([
  ['hôpital', ['DPI', 'PFI']],
  ['médecin de ville', ['LGC']],
  ['biologie médicale', ['SGL']],
  ['imagerie', ['RIS', 'DRIMbox']],
  ['officine', ['LGO']],
  ['social et médico-social', ['DUI']],
  ['sage-femme', ['SF']],
  ['chirurgien-dentiste', ['CD']],
  ['paramédical', ['PARAMED']],
]);

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
