import type { CatalogInfo, FaqEntry, MatchStrength, Need, ProofKind, Requirement } from '../catalog/model';
import type { CodeUnit, Verb } from '../annotations/model';
import type { AcceptedLink } from '../evidence/lock';
import type { Decision, Proof } from '../evidence/model';
import type { TestOutcome } from '../evidence/testCase';
import type { Problem } from '../base/problem';
import type { Range } from '../base/text';
import type { ProblemsByFile } from './problemsByFile';

export type LinkState = 'ok' | 'unknown' | 'outdated' | 'predated' | 'suspect' | 'unwanted' | 'duplicate';

/** One id of one annotation, resolved: a place in the code that speaks of a requirement. */
export interface Link {
  readonly file: string;
  /** Of the id as written. */
  readonly range: Range;
  readonly verb: Verb;
  /** Canonical id of the requirement; the raw text's canonical spelling when unknown. */
  readonly id: string;
  /** Canonical id of the scenario or expected proof that was named, when a lower level was. */
  readonly item?: string;
  readonly raw: string;
  readonly revision?: string;
  readonly note?: string;
  readonly state: LinkState;
  readonly unit?: CodeUnit;
  readonly snippet: string;
  /** Of a suspect one. */
  readonly change?: LinkChange;
  /** Of one that verifies, once test results were read and its code is known. */
  readonly tests?: LinkTests;
}

/** What the last run says of the tests that somebody relies on. */
export type TestState = TestOutcome | 'not-run';

/** What a results file says of one test. */
export interface TestResult {
  /** With the group that it stands in. */
  readonly name: string;
  readonly outcome: TestOutcome;
  /** Why it failed or was skipped. */
  readonly message?: string;
  /** When it ran, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Path of the results file, and the zero-based line there. */
  readonly file: string;
  readonly line: number;
}

/** The results of the tests in a piece of code. */
export interface LinkTests {
  /** Failed when one of them failed, passed when one passed and none failed. */
  readonly state: TestState;
  readonly counts: Readonly<Record<TestOutcome, number>>;
  readonly results: readonly TestResult[];
}

/** What the last run of the tests says of a requirement. */
export interface RequirementTests {
  /** Failed when one test failed, passed when one passed and none failed. */
  readonly state: TestState;
  /** Tests that name the requirement themselves and stand in none of the code that is linked to it. */
  readonly named: readonly TestResult[];
}

/** What is no longer as it was when a link was accepted. */
export type LinkChange =
  | { readonly kind: 'code'; readonly accepted: AcceptedLink }
  /** `acceptedText` is made by `requirementFingerprint`. */
  | { readonly kind: 'requirement'; readonly acceptedText: string; readonly acceptedEdition?: string };

export interface MentionLink {
  readonly file: string;
  readonly range: Range;
  readonly raw: string;
  /** Canonical id of the requirement. */
  readonly id: string;
}

export type RequirementState = 'satisfied' | 'partial' | 'missing' | 'suspect' | 'not-applicable' | 'accepted-gap';

/** Why a requirement is not satisfied yet; the faces word it. */
export type Gap =
  | { readonly kind: 'no-code' | 'no-test' | 'no-proof' }
  | { readonly kind: 'only-partial-code'; readonly link: Link }
  | { readonly kind: 'todo'; readonly link: Link }
  | { readonly kind: 'link-state'; readonly link: Link }
  | { readonly kind: 'proof-state'; readonly proof: Proof }
  | { readonly kind: 'expected-proof'; readonly id?: string; readonly proofKind: ProofKind; readonly text: string }
  | { readonly kind: 'test-failed' | 'test-skipped'; readonly result: TestResult; readonly link?: Link }
  | { readonly kind: 'test-not-run'; readonly link: Link }
  | { readonly kind: 'decision-expired'; readonly decision: Decision }
  /** Of a stored trace, which has words alone. */
  | { readonly kind: 'told'; readonly text: string };

/** What a newer edition has otherwise than what somebody reviewed. */
export interface RequirementNews {
  /** Its text is another than the accepted one or, where nothing was accepted, than that of the edition before. */
  readonly reworded?: Omit<Extract<LinkChange, { kind: 'requirement' }>, 'kind' | 'acceptedText'> & {
    /** Absent where nothing was accepted. */
    readonly acceptedText?: string;
  };
  /** The user's own REM has it no longer, and another catalogue still has. */
  readonly left?: true;
  /** What the FAQ answers to it is another than when it was accepted. */
  readonly faq?: true;
}

/** A requirement that no catalogue has any more, and that something in the folder still names. */
export interface FormerRequirement {
  /** As an earlier edition wrote it. */
  readonly id: string;
  readonly title?: string;
  /** The id that it likely has now. */
  readonly now?: string;
  readonly links: readonly Link[];
  readonly proofs: readonly Proof[];
  readonly decisions: readonly Decision[];
}

export interface NeedState {
  readonly need: Need;
  readonly met: boolean;
}

/** How sure it is that the requirement concerns the product's profile. */
export type Scope = 'applicable' | 'unknown' | 'out-of-profile' | 'obsolete';

/** One row of the matrix. */
export interface RequirementTrace {
  readonly requirement: Requirement;
  readonly scope: Scope;
  readonly state: RequirementState;
  readonly needs: readonly NeedState[];
  /** Every link, sorted by file and place; the verbs tell them apart. */
  readonly links: readonly Link[];
  readonly proofs: readonly Proof[];
  /** Items of the checklist that a proof that holds covers, by what it declares or by what its document says. */
  readonly covered: readonly string[];
  /** What the Markdown documents among its proofs say of the checklist; none without a checklist. */
  readonly documents: readonly DocumentReading[];
  /** The decision that counts today; an expired one is a gap instead. */
  readonly decision?: Decision;
  readonly guidance: readonly { readonly entry: FaqEntry; readonly match: MatchStrength }[];
  readonly gaps: readonly Gap[];
  /** Where test results were read and something verifies it. */
  readonly tests?: RequirementTests;
  readonly news?: RequirementNews;
}

/** A proof document held against the checklist of one requirement. */
export interface DocumentReading {
  readonly path: string;
  /** Ids of the items that it answers. */
  readonly answered: readonly string[];
  /** Items that have a section which is still to be written, with the zero-based line of its heading. */
  readonly unfinished: readonly { readonly item: string; readonly line: number }[];
  /** Items that no section speaks of. */
  readonly absent: readonly string[];
}

export type StateCounts = Readonly<Record<RequirementState, number>>;

export interface GroupTotals {
  readonly name: string;
  readonly counts: StateCounts;
  readonly total: number;
  /** Every requirement of it is satisfied or decided; recommendations (préconisations) do not block. */
  readonly ready: boolean;
}

export interface Profile {
  readonly couloir?: string;
  readonly dispositif?: string;
  readonly profils: readonly string[];
}

export interface Product {
  readonly name?: string;
  readonly version?: string;
}

/** The join of catalogue, annotations and evidence for one workspace folder. Immutable. */
export interface Trace {
  readonly product: Product;
  readonly profile: Profile;
  readonly catalogs: readonly CatalogInfo[];
  /** In the catalogue's order, out-of-profile and obsolete ones included: `inProfile` tells which rows count. */
  readonly requirements: readonly RequirementTrace[];
  readonly unknownLinks: readonly Link[];
  /** Those that an earlier edition had: what names them is among the unknown. */
  readonly former: readonly FormerRequirement[];
  readonly mentions: readonly MentionLink[];
  /** Of form, of the files, of links, proofs and decisions; sorted by file and place. */
  readonly problems: readonly Problem[];
  /** The same, file by file. */
  readonly problemsByFile: ProblemsByFile;
  readonly counts: StateCounts;
  readonly chapters: readonly GroupTotals[];
  readonly themes: readonly GroupTotals[];
  readonly families: readonly GroupTotals[];
  requirement(id: string): RequirementTrace | undefined;
}
