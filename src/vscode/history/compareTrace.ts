import type { Uri } from 'vscode';
import { ProgressLocation, window, workspace } from 'vscode';
import { baseName } from '../../base/fileNames';
import { render } from '../../base/message';
import type { ComparedTrace } from '../../report/history/comparedTrace';
import { LARGEST_TRACE } from '../../report/history/largestTrace';
import type { TracePoint } from '../../report/history/traceHistory';
import { localClock } from '../../workspace/localClock';
import { pickSession } from '../support/pickSession';
import type { TextReports } from '../support/textReports';
import { t } from '../support/translate';
import { readHistory } from './storedHistory';
import type { TraceParts } from './traceParts';

/** What a caller may decide beforehand; the rest is asked. */
export interface CompareRequest {
  /** Key of the folder's session. */
  readonly folder?: string;
  /** Paths in the folder of stored traces that it names; `null`: that of now. */
  readonly before?: string;
  readonly after?: string | null;
}

/** As `isStoreRequest`. */
export function isCompareRequest(value: unknown): value is CompareRequest {
  return typeof value === 'object' && value !== null && 'before' in value && typeof value.before === 'string';
}

/** Shows what became of two traces; `undefined` when the user gave up. */
export async function compareTrace(
  { sessions, platform, reporter }: TraceParts,
  reports: TextReports,
  { folder, before: givenBefore, after: givenAfter }: CompareRequest,
): Promise<string | undefined> {
  const session = folder === undefined ? await pickSession(sessions) : sessions.byKey(folder);
  if (session === undefined) {
    return undefined;
  }
  const { points } = await window.withProgress(
    { location: ProgressLocation.Notification, title: t('Reading the stored traces') },
    () => readHistory(session),
  );
  const named = (file: string): ComparedTrace | undefined => points.find((point) => point.file === file)?.trace;
  const before = givenBefore === undefined ? await choose(points, false) : named(givenBefore);
  const after =
    before === undefined
      ? undefined
      : givenBefore === undefined
        ? await choose(
            points.filter(({ trace }) => trace !== before),
            true,
          )
        : givenAfter === undefined || givenAfter === null
          ? 'now'
          : named(givenAfter);
  if (before === undefined || after === undefined) {
    if (givenBefore !== undefined) {
      reporter.tell(t('There is no such stored trace any more.'));
    }
    return undefined;
  }
  const { comparedOf, diffMarkdown, diffTraces, traceDiffDocument } = await import('../../report/formats');
  let last: ComparedTrace;
  if (after === 'now') {
    await session.settledWithUnits();
    last = comparedOf(session.trace, {
      t,
      generatedAt: localClock.today(),
      ...(await platform.commitOf?.(session.folder.uri)),
    });
  } else {
    last = after;
  }
  const document = traceDiffDocument(diffTraces(before, last), t);
  const text = diffMarkdown(document);
  await reports.showPreview(`${t('Comparison')}.md`, text);
  return text;
}

type Choice = ComparedTrace | 'now';

async function choose(points: readonly TracePoint[], withNow: true): Promise<Choice | undefined>;
async function choose(points: readonly TracePoint[], withNow: false): Promise<ComparedTrace | undefined>;
async function choose(points: readonly TracePoint[], withNow: boolean): Promise<Choice | undefined> {
  const stored = points.map(({ file, day, trace }) => ({
    label: [trace.product.version, day].filter((part) => part !== undefined).join(' · '),
    description: trace.commit === undefined ? '' : t('commit {0}', trace.commit.slice(0, 10)),
    detail: file,
    choice: (): Promise<Choice | undefined> => Promise.resolve(trace),
  }));
  const items = [
    ...(withNow
      ? [{ label: t('The trace of now'), description: '', detail: '', choice: () => Promise.resolve<Choice>('now') }]
      : []),
    ...stored.reverse(),
    { label: t('Another file…'), description: '', detail: '', choice: chooseFile },
  ];
  const chosen = await window.showQuickPick(items, {
    title: t('Compare with a stored trace'),
    placeHolder: withNow ? t('With which one?') : t('Which former trace?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.choice();
}

async function chooseFile(): Promise<ComparedTrace | undefined> {
  const chosen = await window.showOpenDialog({
    title: t('Which stored trace?'),
    openLabel: t('Compare'),
    canSelectMany: false,
    filters: { [t('Stored traces')]: ['json'] },
  });
  return chosen?.[0] === undefined ? undefined : readFile(chosen[0]);
}

async function readFile(file: Uri): Promise<ComparedTrace | undefined> {
  const name = baseName(file.path);
  const { size } = await workspace.fs.stat(file);
  if (size > LARGEST_TRACE) {
    void window.showErrorMessage(t('{0} is larger than {1} MB', name, LARGEST_TRACE / 1024 / 1024));
    return undefined;
  }
  const { comparedSchema, decodeText, parseTrace } = await import('../../report/formats');
  const decoded = decodeText(await workspace.fs.readFile(file));
  const read = parseTrace('text' in decoded ? decoded.text : '', name, comparedSchema);
  if ('fault' in read) {
    void window.showErrorMessage(render(t, read.fault));
    return undefined;
  }
  return read;
}
