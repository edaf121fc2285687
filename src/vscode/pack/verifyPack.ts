import { window } from 'vscode';
import type { Uri } from 'vscode';
import { render } from '../../base/message';
import type { PackCheck } from '../../workspace/packCheckResult';
import { packCheckLines } from '../../workspace/packCheckText';
import { packFaultMessage, type PackFault } from '../../workspace/packFault';
import type { PackWork } from '../platform';
import type { ErrorReporter } from '../support/errorReporter';
import type { TextReports } from '../support/textReports';
import { t } from '../support/translate';
import { withCancel } from '../support/withCancel';
import { bytesText } from './bytesText';
import { baseName } from '../../base/fileNames';

/** What a check found; `undefined` when the user gave up. */
export type VerifiedPack = { readonly sound: boolean; readonly check: PackCheck } | PackFault | undefined;

/** Checks an archive, asked for unless it is given: says that it is whole, or shows a document that names whatever differs. */
export async function verifyPack(
  work: PackWork,
  reports: TextReports,
  reporter: ErrorReporter,
  given: Uri | undefined,
): Promise<VerifiedPack> {
  const file = given ?? (await chooseFile());
  if (file === undefined) {
    return undefined;
  }
  const name = baseName(file.path);
  const found = await withCancel(t('Checking the evidence pack'), undefined, (signal, tell) =>
    work.check(file.fsPath, {
      signal,
      onProgress: (done, total) => tell(done, total, bytesText(done, total)),
    }),
  );
  if (found === undefined) {
    return undefined;
  }
  if (found.kind !== 'checked') {
    tell(window.showErrorMessage(render(t, packFaultMessage(found, name))), reporter);
    return found;
  }
  const lines = packCheckLines(found.check, t);
  if (found.sound) {
    const text = t('{0}: every file is as it was packed. {1}', name, lines.join(' · '));
    tell(window.showInformationMessage(text), reporter);
  } else {
    const verdict = t('This pack is not as it was made.');
    await reports.show(`${name}.txt`, `${[verdict, '', ...lines].join('\n')}\n`);
    tell(window.showWarningMessage(`${name}: ${verdict}`), reporter);
  }
  return { sound: found.sound, check: found.check };
}

async function chooseFile(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: t('Which evidence pack?'),
    openLabel: t('Verify'),
    canSelectMany: false,
    filters: { ZIP: ['zip'] },
  });
  return chosen?.[0];
}

/** Nobody waits for the answer to a message without buttons. */
function tell(message: Thenable<unknown>, reporter: ErrorReporter): void {
  message.then(undefined, (error: unknown) => reporter.log(error));
}
