import { window } from 'vscode';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { registerAcceptCommands } from './accept/acceptCommands';
import { registerLanguageModelTools } from './agents/languageModelTools';
import { registerRequirementCommands } from './commands/requirementCommands';
import { registerWorkspaceCommands } from './commands/workspaceCommands';
import { Dashboards } from './dashboard/dashboards';
import { DiskSync } from './diskSync';
import { DocumentSync } from './documentSync';
import { registerEditorFeatures } from './editor/editorFeatures';
import { registerFaqCommands } from './faq/faqCommands';
import { FaqFeedback, registerFeedbackExport } from './faq/faqFeedback';
import { FaqFilter } from './faq/faqFilter';
import { FaqLibrary } from './faq/faqLibrary';
import { FaqPages } from './faq/faqPages';
import { FaqView } from './faq/faqView';
import { registerShowChange } from './history/showChange';
import { registerTraceCommands } from './history/traceCommands';
import { ProofAgeSync } from './history/proofAgeSync';
import { Setting } from './ids';
import { registerFillRem } from './fill/fillRem';
import { registerExportMatrix } from './matrix/exportMatrix';
import { MatrixPreview } from './matrix/matrixPreview';
import { registerImport } from './import/importCommand';
import type { Platform } from './platform';
import { registerPackCommands } from './pack/packCommands';
import { registerProblemPages } from './problems/problemPages';
import { ProblemsPanel } from './problems/problemsPanel';
import { registerProofCommands } from './proofs/proofCommands';
import { registerProjectCommands } from './project/projectCommands';
import { Sessions } from './sessions';
import { defaultCatalog, shippedCatalogs } from './shippedCatalogs';
import { CoverageStatus } from './statusBar';
import { ConfigValue } from './support/configValue';
import { DisposableStore } from './support/disposableStore';
import { ErrorReporter } from './support/errorReporter';
import { frenchBundle } from './support/frenchBundle';
import { t } from './support/translate';
import { TestExplorer } from './testing/testExplorer';
import { requirementDecorations } from './tree/decorations';
import { FollowCursor } from './tree/followCursor';
import { registerFilterCommands } from './tree/filterCommands';
import { isGrouping } from './tree/requirementRows';
import type { Grouping } from './tree/requirementRows';
import { RequirementsView } from './tree/requirementsView';
import { registerShowUnclaimed } from './tree/unclaimedCommand';
import { ViewState } from './tree/viewState';
import { WalkthroughProgress } from './walkthroughProgress';

/** What `activate` returns: for our own tests, not for other extensions. It may change in any version. */
export interface InternalApi {
  readonly sessions: Sessions;
  readonly documents: DocumentSync;
  readonly requirements: RequirementsView;
  readonly viewState: ViewState;
  readonly library: FaqLibrary;
  readonly feedback: FaqFeedback;
  readonly testExplorer: TestExplorer;
}

/** Builds the collaborators and registers the features: the same in the desktop's and in the browser's extension host. */
export function activateShared(context: ExtensionContext, platform: Platform): InternalApi {
  const started = performance.now();
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const log = store.add(window.createOutputChannel('Ségur Trace', { log: true }));
  const reporter = new ErrorReporter(log);
  try {
    const api = start(context, platform, store, reporter);
    store.add(registerWorkspaceCommands(api.sessions, reporter, log, context.extensionUri));
    log.info(`activated in ${Math.round(performance.now() - started)} ms`);
    logFirstRows(api.sessions, store, log, started);
    return api;
  } catch (error) {
    reporter.show(t('Ségur Trace could not start'), error);
    throw error;
  }
}

/** For those who ask why the view came late. */
function logFirstRows(sessions: Sessions, store: DisposableStore, log: LogOutputChannel, started: number): void {
  const listener = store.add(
    sessions.onDidChangeTrace(({ trace }) => {
      if (trace.requirements.length > 0) {
        listener.dispose();
        log.info(`first requirements after ${Math.round(performance.now() - started)} ms`);
      }
    }),
  );
}

function start(
  context: ExtensionContext,
  platform: Platform,
  store: DisposableStore,
  reporter: ErrorReporter,
): InternalApi {
  const { extensionUri, workspaceState } = context;
  const { version } = context.extension.packageJSON as { readonly version: string };
  const onError = (error: unknown): void => reporter.log(error);

  const shipped = shippedCatalogs(extensionUri);
  const sessions = store.add(new Sessions(platform, shipped, reporter));
  const documents = store.add(new DocumentSync(sessions));
  store.add(new DiskSync(sessions, reporter));
  store.add(new ProofAgeSync(sessions, reporter));

  const grouping = store.add(new ConfigValue<Grouping>(Setting.GroupBy, 'chapter', isGrouping));
  const viewState = new ViewState(workspaceState, grouping, onError);
  store.add(window.registerFileDecorationProvider(requirementDecorations));
  const requirements = store.add(new RequirementsView(sessions, viewState, reporter));
  store.add(new FollowCursor(sessions, documents, requirements, reporter));
  store.add(registerFilterCommands(viewState));
  store.add(registerShowUnclaimed(sessions, requirements, reporter));
  store.add(registerRequirementCommands(sessions, requirements));
  store.add(registerProjectCommands(sessions, reporter));

  const library = store.add(new FaqLibrary(sessions, () => defaultCatalog(shipped), onError));
  const faqFilter = new FaqFilter(workspaceState, onError);
  const feedback = new FaqFeedback(workspaceState, onError);
  store.add(new FaqView(library, faqFilter));
  const pages = store.add(new FaqPages(library, feedback, extensionUri, onError));
  store.add(registerFaqCommands(library, faqFilter, pages));
  store.add(registerFeedbackExport(feedback, reporter));

  store.add(registerEditorFeatures({ sessions, documents, requirements, reporter, extensionUri }));
  store.add(registerProofCommands(sessions, documents, reporter, extensionUri));
  store.add(registerAcceptCommands(sessions, documents, reporter));
  store.add(registerShowChange(sessions, documents, reporter));
  store.add(registerLanguageModelTools(sessions, documents));
  const preview = new MatrixPreview(reporter);
  const progress = store.add(new WalkthroughProgress(sessions, onError));
  const matrix = { sessions, documents, platform, preview, bundle: frenchBundle(extensionUri), reporter };
  store.add(registerExportMatrix({ ...matrix, onExported: () => progress.exported() }));
  store.add(registerFillRem(sessions, documents, platform, preview, frenchBundle(extensionUri), reporter));

  store.add(registerTraceCommands({ sessions, platform, reporter, bundle: frenchBundle(extensionUri) }, documents));
  store.add(new Dashboards(sessions, documents, reporter));
  store.add(
    registerPackCommands({ sessions, documents, platform, reporter, bundle: frenchBundle(extensionUri), version }),
  );

  store.add(registerImport(sessions, () => defaultCatalog(shipped), reporter));

  store.add(new ProblemsPanel(sessions));
  store.add(registerProblemPages(extensionUri));
  store.add(new CoverageStatus(sessions));
  const testExplorer = store.add(new TestExplorer(sessions));
  return { sessions, documents, requirements, viewState, library, feedback, testExplorer };
}
