import type { Range } from '../base/text';

/** The kinds of link that a requirement asks for before it counts as satisfied. */
export type Need = 'code' | 'test' | 'proof';

/** `exigence` is the standard's DOIT, `préconisation` its PEUT: the latter never blocks a chapter. */
export type Nature = 'exigence' | 'préconisation';

/**
 * Where a requirement comes from: the FAQ names its id; it was joined to the FAQ by subject; it was only seen in public material,
 * no answer of the FAQ treats its subject; the user's own REM brought it.
 */
export type Origin = 'cited' | 'matched' | 'listed' | 'imported';

/** How sure the join of an answer to a requirement is: named by the text, same subject, same family, a guess. */
export type MatchStrength = 'cited' | 'matched' | 'family' | 'weak';

export type ProofKind =
  'documentation' | 'attestation' | 'formulaire' | 'capture' | 'video' | 'rapport' | 'configuration' | 'code' | 'autre';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** `true` when the source only suggests the item (« Cela peut inclure »). */
  readonly indicative?: boolean;
  /** Id of the FAQ answer that the item was taken from. */
  readonly source?: string;
}

export interface ExpectedProof {
  readonly id?: string;
  readonly kind: ProofKind;
  readonly text: string;
}

export interface Scenario {
  readonly id: string;
  readonly text?: string;
  readonly proofs: readonly ExpectedProof[];
}

export interface Reference {
  readonly title: string;
  readonly url?: string;
}

/** One line of applicability: applicability is keyed by (REM or dispositif, requirement), never by requirement alone. */
export interface Applicability {
  readonly rem?: string;
  readonly dispositif?: string;
  readonly profil: string;
}

/** Where an entry was read: for « go to definition » and for problems. `file` is relative to the workspace folder, or `builtin:<name>`. */
export interface SourceLocation {
  readonly file: string;
  readonly range: Range;
}

export interface Requirement {
  /** Canonical, as the catalogue writes it: `SC.SSI/GEN.18`. */
  readonly id: string;
  readonly title: string;
  /** Official words: only ever from the user's own import. */
  readonly statement?: string;
  readonly origin: Origin;
  readonly chapter?: string;
  /** « Fonction » of the REM. */
  readonly function?: string;
  readonly theme?: string;
  /** `GEN`, `IE`, `IAM`…: the catalogue's own grouping, or the section of the id. */
  readonly family?: string;
  readonly nature: Nature;
  /** « Criticité » of the REM, as it writes it. */
  readonly criticality?: string;
  /** « Statut publication » of the REM, as it writes it. */
  readonly status?: string;
  /** « Périmètre » of the REM, as it writes it. */
  readonly perimeter?: string;
  /** « VA N-1 » of the REM, as it writes it. */
  readonly previous?: string;
  /** « Commentaire » of the REM. */
  readonly comment?: string;
  /** Rows of the REM that it was read from; a text where they are of several sheets. */
  readonly rows?: readonly (number | string)[];
  readonly needs: readonly Need[];
  readonly profiles: readonly Applicability[];
  readonly checklist: readonly ChecklistItem[];
  readonly scenarios: readonly Scenario[];
  /** Proofs expected of the requirement as a whole, where the catalogue knows no scenario. */
  readonly proofs: readonly ExpectedProof[];
  readonly references: readonly Reference[];
  /** Former or other ids that resolve to this requirement. */
  readonly aliases: readonly string[];
  /** No longer asked for: kept so that old annotations are understood. */
  readonly obsolete?: boolean;
  /** Year or edition in which it was seen for the first time, when that is later than the rest of the family. */
  readonly since?: string;
  /** The revision that `~REV` pins are compared with; the catalogue's edition when absent. */
  readonly revision?: string;
  /** What a reader should know about how sure this entry is. */
  readonly note?: string;
  /** Where the id and the subject were seen, in words. */
  readonly source?: string;
  readonly location: SourceLocation;
  /** Id of the catalogue that brought (or last completed) it. */
  readonly catalogId: string;
}

export interface FaqMatch {
  readonly requirement: string;
  readonly match: MatchStrength;
}

export interface FaqEntry {
  readonly id: string;
  /** Absent where the source gives the answer alone. */
  readonly question?: string;
  /** `true` when the question is our reconstruction, not the source's words. */
  readonly reconstructed?: boolean;
  /** Names the answer where there is no question of the source's. */
  readonly subject?: string;
  /** Markdown, the source's words. */
  readonly answer: string;
  /** Facet id (`offre`, `couloir`, `dispositif`, `produit`, `thematique`) to value. */
  readonly facets: Readonly<Record<string, string>>;
  readonly requirements: readonly FaqMatch[];
  readonly location: SourceLocation;
}

/** A question by which the FAQ is narrowed: « Votre question concerne quel couloir Ségur ? ». */
export interface Facet {
  readonly id: string;
  readonly question: string;
  readonly values: readonly string[];
}

/** What an import noted of the edition before. */
export interface Succession {
  readonly edition?: string;
  /** Ids of requirements that ask for something else than before. */
  readonly reworded?: readonly string[];
  /** Requirements that are gone; `now` is the one whose text is like its own, which nobody confirmed. */
  readonly removed?: readonly { readonly id: string; readonly title?: string; readonly now?: string }[];
}

export interface CatalogInfo {
  readonly id: string;
  readonly title: string;
  readonly edition?: string;
  /** The REM that it was imported from. */
  readonly rem?: string;
  readonly source?: { readonly title: string; readonly url?: string; readonly retrieved?: string };
  readonly succeeds?: Succession;
  /** `builtin:<name>` or the file's path in the workspace folder. */
  readonly file: string;
}

/** Every catalogue of a workspace folder, merged. Immutable: a change of a file makes a new one. */
export interface Catalog {
  readonly catalogs: readonly CatalogInfo[];
  /** In the order of the files; later catalogues complete or override earlier ones in place. */
  readonly requirements: readonly Requirement[];
  readonly faq: readonly FaqEntry[];
  readonly facets: readonly Facet[];
  /** « Cette réponse vous a-t-elle été utile ? » */
  readonly feedbackQuestion?: string;
  /** By canonical id. */
  requirement(id: string): Requirement | undefined;
  faqEntry(id: string): FaqEntry | undefined;
  /** The answers joined to a requirement, strongest match first, then in the FAQ's order. */
  guidance(requirementId: string): readonly { readonly entry: FaqEntry; readonly match: MatchStrength }[];
  /** What a written id stands for; see `createResolver`. */
  resolve(raw: string): Resolution;
}

/** What an id that somebody wrote stands for. */
export interface Resolution {
  /**
   * exact: the id, spelling variants folded; short: a short form that only one requirement matches; range: a range or list;
   * alias: a former id; unknown: no requirement, or a short form that several match.
   */
  readonly kind: 'exact' | 'short' | 'range' | 'alias' | 'unknown';
  readonly targets: readonly ResolvedId[];
}

export interface ResolvedId {
  readonly requirement: string;
  /** Canonical id of the level that was named; equal to `requirement` at that level. */
  readonly item: string;
  readonly level: 'requirement' | 'scenario' | 'proof';
}
