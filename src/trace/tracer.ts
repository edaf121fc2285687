import type { FileAnnotations } from '../annotations/model';
import type { Problem } from '../base/problem';
import type { Catalog, Requirement } from '../catalog/model';
import type { Decision, Proof } from '../evidence/model';
import type { Lock } from '../evidence/lock';
import type { TestResultFile } from '../evidence/testCase';
import { weighDecisions, type WeighedDecisions } from '../evidence/decisions';
import { acceptedFor } from './acceptedFor';
import { byPlace } from './byPlace';
import { Editions } from './editions';
import { evidenceProblems } from './evidenceProblems';
import { linkFile, type FileLinks } from './fileLinks';
import { keepLinks } from './keptLinks';
import type { LinkContext } from './linkContext';
import { fitProblems, fitted } from './proofFit';
import type { Link, Product, Profile, RequirementTrace, Trace } from './model';
import { judge, type AimedProof } from './requirementState';
import { createScope, type ScopeOf } from './scope';
import { requirementTests } from './results/testGaps';
import { TestVerdicts } from './results/testVerdicts';
import { snapshotOf } from './snapshot';
import { suspectProblems, withSuspects } from './suspectLinks';
import { pushTo } from '../base/pushTo';

export interface Evidence {
  readonly proofs: readonly Proof[];
  readonly decisions: readonly Decision[];
}

export interface TracerInit {
  readonly catalog: Catalog;
  readonly project: { readonly product: Product; readonly profile: Profile } & Evidence;
  readonly isTest: (path: string) => boolean;
  /** What was reviewed; without it nothing is suspect. */
  readonly lock?: Lock;
  /** Results of the tests, by the paths of their files; none where none were read. */
  readonly results?: readonly TestResultFile[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const NOTHING_ACCEPTED: Lock['requirements'] = new Map();
const NOTHING: ReadonlySet<string> = new Set();
const NO_RESULTS: readonly TestResultFile[] = [];

/**
 * The join of one folder's catalogue, annotations and evidence, kept up to date file by file. Rows that a change does not touch stay
 * the same objects from one snapshot to the next.
 */
// @segur ST.STA.03
export class Tracer {
  readonly #catalog: Catalog;
  #product: Product;
  readonly #profile: Profile;
  readonly #today: string;
  readonly #context: LinkContext;
  readonly #scopeOf: ScopeOf;
  readonly #annotations = new Map<string, FileAnnotations>();
  readonly #files = new Map<string, FileLinks>();
  /** Names of those files, in order; made again when one comes or goes. */
  #names: readonly string[] | undefined;
  /** By requirement, then by file. */
  readonly #links = new Map<string, Map<string, Link[]>>();
  readonly #rows = new Map<string, RequirementTrace>();
  #proofs: ReadonlyMap<string, readonly AimedProof[]> = new Map();
  #decisions: WeighedDecisions;
  #evidenceProblems: readonly Problem[] = [];
  #lock: Lock | undefined;
  readonly #tests: TestVerdicts;
  #results: readonly TestResultFile[] | undefined;
  #evidence: Evidence;
  readonly #editions: Editions;

  constructor(init: TracerInit) {
    this.#catalog = init.catalog;
    this.#product = init.project.product;
    this.#profile = init.project.profile;
    this.#today = init.today;
    this.#lock = init.lock;
    this.#scopeOf = createScope(init.catalog, init.project.profile);
    this.#editions = new Editions(init.catalog);
    this.#evidence = init.project;
    this.#decisions = this.#takeEvidence(init.project);
    this.#tests = new TestVerdicts(init.catalog);
    this.setResults(init.results ?? NO_RESULTS);
    this.#context = {
      catalog: init.catalog,
      isTest: init.isTest,
      scopeOf: this.#scopeOf,
      decisionOn: (id) => this.#decisions.current.get(id),
    };
  }

  /**
   * Takes a file's annotations in place of those it had; `undefined` when the file is gone.
   * @returns canonical ids of the requirements whose row may be another now
   */
  update(file: string, annotations: FileAnnotations | undefined): ReadonlySet<string> {
    const before = this.#files.get(file);
    const known = this.#annotations.get(file);
    const linked = annotations === undefined ? undefined : linkFile(file, annotations, this.#context);
    const former = before?.links ?? [];
    // Whether a link may be held against what was accepted depends on it.
    const isRead = known?.unitsRead === annotations?.unitsRead;
    const { links, changed } = keepLinks(isRead ? former : [], linked?.links ?? []);
    const touched = isRead ? changed : new Set([...changed, ...former.map(({ id }) => id)]);
    for (const id of touched) {
      const byFile = this.#links.get(id);
      byFile?.delete(file);
      if (byFile?.size === 0) {
        this.#links.delete(id);
      }
      this.#rows.delete(id);
    }
    if ((before === undefined) !== (linked === undefined)) {
      this.#names = undefined;
    }
    if (annotations === undefined || linked === undefined) {
      this.#annotations.delete(file);
      this.#files.delete(file);
    } else {
      this.#annotations.set(file, annotations);
      this.#files.set(file, { ...linked, links });
      this.#addLinks(
        file,
        links.filter(({ id }) => touched.has(id)),
      );
    }
    this.#tests.update(file, links, annotations === undefined || annotations.unitsRead === true);
    return touched;
  }

  /** Counts with the next evidence. */
  setProduct(product: Product): void {
    this.#product = product;
  }

  /**
   * Takes proofs and decisions in place of those it had. Decisions change what a link is worth: files that name a requirement with another one are
   * linked again.
   * @returns canonical ids of the requirements whose row is another now
   */
  setEvidence(evidence: Evidence): ReadonlySet<string> {
    const proofs = this.#proofs;
    const { current, expired } = this.#decisions;
    this.#decisions = this.#takeEvidence(evidence);
    const decided = changedKeys(current, this.#decisions.current);
    const changed = new Set([
      ...decided,
      ...changedKeys(expired, this.#decisions.expired),
      ...changedKeys(proofs, this.#proofs),
    ]);
    const files = new Set(decided.flatMap((id) => [...(this.#links.get(id)?.keys() ?? [])]));
    for (const file of files) {
      this.update(file, this.#annotations.get(file)).forEach((id) => changed.add(id));
    }
    for (const id of changed) {
      this.#rows.delete(id);
    }
    return changed;
  }

  /**
   * Takes what was reviewed in place of what it had.
   * @returns canonical ids of the requirements whose row may be another now
   */
  setLock(lock: Lock | undefined): ReadonlySet<string> {
    const before = this.#lock?.requirements ?? NOTHING_ACCEPTED;
    this.#lock = lock;
    const keys = changedKeys(before, lock?.requirements ?? NOTHING_ACCEPTED);
    // What was accepted may stand under a former id.
    const changed = new Set(
      keys.flatMap((key) => [key, ...this.#catalog.resolve(key).targets.map(({ requirement }) => requirement)]),
    );
    changed.forEach((id) => this.#rows.delete(id));
    return changed;
  }

  /**
   * Takes test results in place of those it had.
   * @returns canonical ids of the requirements whose row is another now
   */
  setResults(results: readonly TestResultFile[]): ReadonlySet<string> {
    const isSame = results === this.#results;
    this.#results = results;
    return isSame ? NOTHING : this.#forget(this.#tests.setResults(results));
  }

  /**
   * Joins the test results again where the files that changed verify something else.
   * @returns canonical ids of the requirements whose row is another now, in whatever file their code is
   */
  settle(): ReadonlySet<string> {
    return this.#forget(this.#tests.settle());
  }

  #forget(ids: ReadonlySet<string>): ReadonlySet<string> {
    ids.forEach((id) => this.#rows.delete(id));
    return ids;
  }

  /** The join as it is now. @param otherProblems of the project file, the catalogues and the proofs, to stand with those of the links */
  trace(otherProblems: readonly Problem[] = []): Trace {
    this.settle();
    const requirements = this.#catalog.requirements.map((requirement) => this.#row(requirement));
    const [evidence, lock] = [this.#evidence, this.#lock];
    const suspects = lock === undefined ? [] : requirements.flatMap(suspectProblems);
    return snapshotOf({
      product: this.#product,
      profile: this.#profile,
      catalogs: this.#catalog.catalogs,
      requirements,
      files: this.#filesInOrder(),
      problems: [...this.#evidenceProblems, ...this.#tests.problems, ...suspects, ...otherProblems],
      formerOf: (unknown) => this.#editions.former(unknown, evidence, lock),
    });
  }

  #filesInOrder(): readonly FileLinks[] {
    // By code units, as `byPlace` has it.
    this.#names ??= [...this.#files.keys()].sort();
    const files: FileLinks[] = [];
    for (const name of this.#names) {
      const links = this.#files.get(name);
      if (links !== undefined) {
        files.push(links);
      }
    }
    return files;
  }

  #addLinks(file: string, links: readonly Link[]): void {
    for (const link of links) {
      // What no catalogue knows belongs to no row.
      if (link.state === 'unknown') {
        continue;
      }
      let byFile = this.#links.get(link.id);
      if (byFile === undefined) {
        byFile = new Map();
        this.#links.set(link.id, byFile);
      }
      pushTo(byFile, file, link);
    }
  }

  #row(requirement: Requirement): RequirementTrace {
    const known = this.#rows.get(requirement.id);
    if (known !== undefined) {
      return known;
    }
    const found = [...(this.#links.get(requirement.id)?.values() ?? [])].flat().sort(byPlace);
    const accepted = this.#lock === undefined ? undefined : acceptedFor(this.#lock, requirement);
    const reviewed =
      accepted === undefined
        ? found
        : withSuspects(requirement, found, accepted, ({ file }) => this.#annotations.get(file)?.unitsRead === true);
    const links = this.#tests.known ? reviewed.map((link) => this.#withTests(link)) : reviewed;
    const named = this.#tests.known ? this.#tests.namedFor(requirement.id, links) : undefined;
    const tests = requirementTests(links, named);
    const proofs = this.#proofs.get(requirement.id) ?? [];
    const decision = this.#decisions.current.get(requirement.id);
    const expired = this.#decisions.expired.get(requirement.id);
    const guidance = this.#catalog.guidance(requirement.id);
    const news = this.#editions.newsOf(requirement, guidance, accepted);
    const row: RequirementTrace = {
      requirement,
      scope: this.#scopeOf(requirement),
      links,
      proofs: proofs.map(({ proof }) => proof),
      guidance,
      ...judge(requirement, links, proofs, decision, expired, named),
      ...(tests === undefined ? {} : { tests }),
      ...(news === undefined ? {} : { news }),
      ...(decision === undefined ? {} : { decision }),
    };
    this.#rows.set(requirement.id, row);
    return row;
  }

  #withTests(link: Link): Link {
    const tests = this.#tests.of(link);
    return tests === undefined ? link : { ...link, tests };
  }

  #takeEvidence(evidence: Evidence): WeighedDecisions {
    const { proofs, decisions } = evidence;
    this.#evidence = evidence;
    this.#proofs = this.#aimProofs(proofs);
    const weighed = weighDecisions(decisions, this.#today, (raw) => [
      ...new Set(this.#catalog.resolve(raw).targets.map((target) => target.requirement)),
    ]);
    this.#evidenceProblems = [
      ...evidenceProblems(proofs, decisions, this.#catalog),
      ...fitProblems(proofs, this.#catalog, this.#product),
      ...weighed.problems,
    ];
    return weighed;
  }

  #aimProofs(proofs: readonly Proof[]): ReadonlyMap<string, AimedProof[]> {
    const aimed = new Map<string, AimedProof[]>();
    for (const proof of proofs) {
      const items = new Map<string, Set<string>>();
      for (const target of proof.entry.for.flatMap((raw) => this.#catalog.resolve(raw).targets)) {
        items.set(target.requirement, (items.get(target.requirement) ?? new Set()).add(target.item));
      }
      for (const [requirement, own] of items) {
        const known = this.#catalog.requirement(requirement);
        const fit = known === undefined ? proof : fitted(proof, known, this.#catalog, this.#product);
        pushTo(aimed, requirement, { proof: fit, items: own });
      }
    }
    return aimed;
  }
}

/** Keys of which one side has nothing or something else. What is compared is plain data, made alike on both sides. */
function changedKeys<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key) && JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)),
  );
}
