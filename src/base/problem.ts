import type { Message } from './message';
import type { Range } from './text';

/** error: the text is wrong; warning: unfinished or stale; information: caused elsewhere; hint: could be written better. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Stable codes, the same in diagnostics, `check`, `links --format json`, SARIF, tests and documents. */
export enum ProblemCode {
  /** YAML that cannot be parsed. */
  YamlSyntax = 'yaml.syntax',
  /** YAML that is well formed but is not what its schema asks for. */
  YamlSchema = 'yaml.schema',
  /** A catalogue or project file written for a version of the format that this build does not know. */
  YamlVersion = 'yaml.version',
  CatalogDuplicateId = 'catalog.duplicate-id',
  CatalogUnknownReference = 'catalog.unknown-reference',
  CatalogNotFound = 'catalog.not-found',
  FileUnreadable = 'file.unreadable',
  FileTooLarge = 'file.too-large',
  FileBinary = 'file.binary',
  PathOutside = 'path.outside-folder',
  GlobInvalid = 'glob.invalid',
  AnnotationMalformed = 'annotation.malformed',
  AnnotationUnknownId = 'annotation.unknown-id',
  AnnotationUnknownVerb = 'annotation.unknown-verb',
  AnnotationShortForm = 'annotation.short-form',
  AnnotationAlias = 'annotation.alias',
  AnnotationObsolete = 'annotation.obsolete-requirement',
  AnnotationOutdated = 'annotation.outdated',
  AnnotationPredated = 'annotation.predated',
  AnnotationDuplicate = 'annotation.duplicate',
  AnnotationUnwanted = 'annotation.unwanted',
  /** The verb `verifies`, written out, in a file that no glob of `scan.tests` matches. */
  AnnotationVerifiesOutsideTests = 'annotation.verifies-outside-tests',
  /** The verb `todo`: its author says that the code is unfinished. */
  AnnotationTodo = 'annotation.todo',
  /** The code or the requirement is not what was accepted. */
  AnnotationSuspect = 'annotation.suspect',
  ProofUnknownId = 'proof.unknown-id',
  /** `covers` names what no checklist of the proof's requirements has. */
  ProofUnknownItem = 'proof.unknown-item',
  ProofMissing = 'proof.missing',
  ProofEmpty = 'proof.empty',
  ProofExpired = 'proof.expired',
  ProofExpiresSoon = 'proof.expires-soon',
  /** Its day is still to come. */
  ProofFutureDate = 'proof.future-date',
  /** A file of a proof, or its date, is not what was accepted. */
  ProofChanged = 'proof.changed',
  /** Made for another edition of the requirement than the catalogue's. */
  ProofWrongEdition = 'proof.wrong-edition',
  /** Made for another version of the product. */
  ProofWrongVersion = 'proof.wrong-version',
  /** `covers` claims an item whose section in the document is marked as unfinished. */
  ProofUnfinishedItem = 'proof.unfinished-item',
  /** The code that it shows changed after the day on which it was established. */
  ProofOlderThanCode = 'proof.older-than-code',
  DecisionUnknownId = 'decision.unknown-id',
  DecisionExpired = 'decision.expired',
  DecisionExpiresSoon = 'decision.expires-soon',
  DecisionConflict = 'decision.conflict',
  /** The file of accepted fingerprints cannot be read. */
  LockUnreadable = 'lock.unreadable',
  /** A file of test results that is broken, half written, or tries to expand entities. */
  ResultsMalformed = 'results.malformed',
  ResultsNotJunit = 'results.not-junit',
  /** No file matches a glob of `results`. */
  ResultsMissing = 'results.missing',
  /** More files of test results, or more test cases, than are read. */
  ResultsTooMany = 'results.too-many',
  /** A property of a test names a requirement that no catalogue knows. */
  ResultsUnknownId = 'results.unknown-id',
  /** A test that may be more than one of those that verify a requirement. */
  ResultsAmbiguous = 'results.ambiguous',
}

/** Another place that explains a problem: the first of two duplicates, the decision that makes a link unwanted. */
export interface RelatedPlace {
  /** As in a problem. */
  readonly file: string;
  readonly range: Range;
  readonly message: Message;
}

/** Something the user should know about a file; `file` is relative to the workspace folder, with `/`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  /** Absent when the problem concerns the whole file. */
  readonly range?: Range;
  readonly message: Message;
  /** What to do about it. */
  readonly remedy?: Message;
  readonly related?: readonly RelatedPlace[];
}

/** Tells two problems apart wherever they stand: moving code makes none new. */
export function problemKey(code: string, file: string, args: readonly (string | number)[]): string {
  return ['problem', code, file, ...args].join('\u0000');
}
