/**
 * Every name that the manifest and the code share. `test/unit/vscode/manifest.test.ts` compares this module with
 * `package.json`, both `package.nls` files, the menus and the `when` clauses, so that they cannot drift.
 */

export const extensionId = 'segur-trace.segur-trace';

export const Command = {
  Annotate: 'segur.annotate',
  OpenDashboard: 'segur.openDashboard',
  /** Optional argument: a `StoreRequest`. */
  StoreTrace: 'segur.storeTrace',
  /** Optional argument: a `CompareRequest`. */
  CompareTrace: 'segur.compareTrace',
  ExportMatrix: 'segur.exportMatrix',
  FillRem: 'segur.fillRem',
  GroupBy: 'segur.groupBy',
  FilterByText: 'segur.filterByText',
  FilterByState: 'segur.filterByState',
  ClearFilters: 'segur.clearFilters',
  SetUp: 'segur.setUp',
  ChooseProfile: 'segur.chooseProfile',
  OpenProjectFile: 'segur.openProjectFile',
  Refresh: 'segur.refresh',
  /** Optional argument: a requirement's canonical id. */
  ShowRequirement: 'segur.showRequirement',
  /** Optional argument: a requirement's id, or a node of the tree; else the id at the cursor counts. */
  GoToCode: 'segur.goToCode',
  /** Argument: a node of the tree. */
  ShowInCatalog: 'segur.showInCatalog',
  /** Arguments: a node of the tree, and all that are selected. */
  CopyId: 'segur.copyId',
  /** Arguments: a node of the tree, and all that are selected. */
  CopyReference: 'segur.copyReference',
  RevealInView: 'segur.revealInView',
  NextAnnotation: 'segur.nextAnnotation',
  PreviousAnnotation: 'segur.previousAnnotation',
  /** Optional argument: `{ in: 'requirements' }` to step in the tree. */
  NextGap: 'segur.nextGap',
  /** As `NextGap`. */
  PreviousGap: 'segur.previousGap',
  /** Optional argument: the file's URI. */
  ShowFileRequirements: 'segur.showFileRequirements',
  ShowUnclaimed: 'segur.showUnclaimed',
  /** Arguments: a requirement's id, then the document's URI, line and character to show them at; or `PlacedLens`. */
  ShowPlaces: 'segur.showPlaces',
  /** Optional arguments: a requirement's id, or a node of the tree; then the URIs of the files. */
  AddProof: 'segur.addProof',
  /** Optional argument: a requirement's id, or a node of the tree. */
  PasteProof: 'segur.pasteProof',
  /** Optional argument: a node of the tree or a `ProofPlace`; without it, the proof at the cursor or one to choose. */
  RenameProofFiles: 'segur.renameProofFiles',
  /** As `RenameProofFiles`. */
  RenewProof: 'segur.renewProof',
  /** Optional arguments: a requirement's id, or a node of the tree; then the kind of document. */
  CreateProofDocument: 'segur.createProofDocument',
  /** Optional argument: a requirement's id, or a node of the tree. */
  DeclareNotApplicable: 'segur.declareNotApplicable',
  /** As `DeclareNotApplicable`. */
  AcceptGap: 'segur.acceptGap',
  /** Optional argument: a node of the tree or an `AcceptPlace`; without it, the annotation at the cursor. */
  Accept: 'segur.accept',
  /** As `Accept`. */
  ShowChange: 'segur.showChange',
  AcceptFile: 'segur.acceptFile',
  AcceptAll: 'segur.acceptAll',
  /** Arguments: a document's URI, then a `FixTask` or the place where an id is to be chosen. */
  CarryOutFix: 'segur.carryOutFix',
  /** Optional argument: an entry's id. */
  OpenFaq: 'segur.openFaq',
  FaqSearch: 'segur.faq.search',
  FaqFilter: 'segur.faq.filter',
  FaqClearFilters: 'segur.faq.clearFilters',
  FaqGroup: 'segur.faq.group',
  FaqUngroup: 'segur.faq.ungroup',
  ExportFeedback: 'segur.exportFeedback',
  OpenExample: 'segur.openExample',
  /** Optional argument: a `PackRequest`, or a chapter of the tree. */
  BuildPack: 'segur.buildPack',
  /** Optional argument: the archive's URI. */
  VerifyPack: 'segur.verifyPack',
  /** Optional argument: the spreadsheet's URI, or an `ImportRequest`. */
  ImportRem: 'segur.importRem',
  ShowLog: 'segur.showLog',
} as const;
export type Command = (typeof Command)[keyof typeof Command];

export const View = {
  Start: 'segur.start',
  Requirements: 'segur.requirements',
  Faq: 'segur.faq',
} as const;

export const viewContainer = 'segur';

export const ContextKey = {
  /** The first scan of every folder is over and nothing in them is annotated. */
  NothingAnnotated: 'segur.nothingAnnotated',
  /** The first scan of every folder is over and no catalogue of theirs has a requirement. */
  NoRequirement: 'segur.noRequirement',
  /** A filter narrows the requirements. */
  Filtered: 'segur.filtered',
  /** The cursor is on an annotation of a known requirement. */
  OnAnnotation: 'segur.onAnnotation',
  /** The extension host has a disk to write an evidence pack to. */
  CanPack: 'segur.canPack',
  FaqFiltered: 'segur.faqFiltered',
  FaqGrouped: 'segur.faqGrouped',
  /** A page of VS Code's own is open, and has been for a moment: the walkthrough may be it. */
  WalkthroughOpen: 'segur.walkthroughOpen',
  /** Steps of the walkthrough that are done in a folder of this window. */
  HasProfile: 'segur.hasProfile',
  HasOwnCatalog: 'segur.hasOwnCatalog',
  Annotated: 'segur.annotated',
  HasProofs: 'segur.hasProofs',
  Exported: 'segur.exported',
} as const;

export const Setting = {
  Marker: 'segur.marker',
  GroupBy: 'segur.requirements.groupBy',
  ReportLanguage: 'segur.reports.language',
  StatusBar: 'segur.statusBar.enabled',
  CodeLens: 'segur.codeLens.enabled',
  InlayHints: 'segur.inlayHints.enabled',
  Decorations: 'segur.decorations.enabled',
  FollowCursor: 'segur.requirements.followCursor',
  ProofNaming: 'segur.proofs.fileName',
  Repository: 'segur.reports.repository',
  ProblemSeverity: 'segur.problems.severity',
} as const;

/** `contextValue` of the nodes, as the menus' `when` clauses test it. */
export const NodeContext = {
  Chapter: 'chapter',
  Requirement: 'requirement',
  Place: 'place',
  SuspectPlace: 'suspectPlace',
  Faq: 'faq',
  /** Code of a sensitive folder that no requirement claims. */
  UnclaimedUnit: 'unclaimedUnit',
  /** Something to review that accepting settles. */
  Review: 'review',
  Proof: 'proof',
  ChangedProof: 'changedProof',
  /** A number, an address, or files that are not there. */
  FilelessProof: 'filelessProof',
  Other: 'other',
} as const;

export const ColorId = {
  satisfied: 'segurTrace.satisfied',
  partial: 'segurTrace.partial',
  missing: 'segurTrace.missing',
  suspect: 'segurTrace.suspect',
  'not-applicable': 'segurTrace.notApplicable',
  'accepted-gap': 'segurTrace.acceptedGap',
} as const;

/** Of the parts of an annotation in the text. */
export const PartColor = {
  marker: 'segurTrace.annotationMarker',
  verb: 'segurTrace.annotationVerb',
  id: 'segurTrace.annotationId',
  revision: 'segurTrace.annotationRevision',
} as const;

/** Scheme of the requirements' resource URIs, by which their nodes are decorated. */
export const requirementScheme = 'segur-requirement';

/** Scheme of the two sides of a comparison with what was accepted. */
export const changeScheme = 'segur-change';

/** Scheme of the pages that explain problems; by `configurationDefaults` they open in the preview of Markdown. */
export const problemScheme = 'segur-problem';

/** Scheme of the reports on checked evidence packs. */
export const packReportScheme = 'segur-pack';

/** Scheme of the reports on imported spreadsheets. */
export const importReportScheme = 'segur-import';

/** Scheme of comparisons of traces; as `problemScheme`. */
export const traceDiffScheme = 'segur-trace-diff';

/** Of the requirements in the Test Explorer. */
export const testControllerId = 'segur.tests';

/** Scheme of the catalogues that ship, which are read only. */
export const catalogScheme = 'segur-catalog';

export const webviewType = 'segur.faqPage';

export const pasteType = 'segur.pasteProof';

export const matrixPreviewType = 'segur.matrix';

export const dashboardType = 'segur.dashboard';

export const diagnosticSource = 'segur';

/** The folder's own file; the command line reads the same. */
export const projectFile = 'segur.yaml';
