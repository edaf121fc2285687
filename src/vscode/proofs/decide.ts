import { window } from 'vscode';
import { render } from '../../base/message';
import { dayNumber, lastDayWithinYear } from '../../evidence/calendar';
import { knownReasons } from '../../language/decisionReasons';
import { withDecision } from '../../language/fixes/projectEdits';
import { localClock } from '../../workspace/localClock';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { editProjectFile } from '../project/editProjectFile';
import { t } from '../support/translate';
import { askName } from './author';

/** Asks for the reason of a decision, those that the ANS knows first, for who takes it and for its last day, then writes it down. */
export async function decide(
  session: FolderSession,
  id: string,
  status: 'not-applicable' | 'accepted-gap',
): Promise<void> {
  const title = status === 'not-applicable' ? t('Declare {0} not applicable', id) : t('Accept the gap of {0}', id);
  const proposed = status === 'not-applicable' ? await chooseReason(session, id, title) : '';
  const reason = proposed === undefined ? undefined : await askReason(title, status, proposed);
  const by = reason === undefined ? undefined : await askWho(session, title);
  const expires = by === undefined ? undefined : await askExpiry(title);
  if (reason === undefined || by === undefined || expires === undefined) {
    return;
  }
  const decision = {
    id,
    status,
    reason,
    ...(by === '' ? {} : { by }),
    date: localClock.today(),
    ...(expires === '' ? {} : { expires }),
  };
  const document = await editProjectFile(session, (text) => withDecision(text, decision));
  const show = t('Show');
  const choice = await window.showInformationMessage(t('The decision on {0} stands in {1}.', id, projectFile), show);
  if (choice === show) {
    await window.showTextDocument(document);
  }
}

/** `''` for a reason of one's own; `undefined` when the user gives up. */
async function chooseReason(session: FolderSession, id: string, title: string): Promise<string | undefined> {
  const row = session.trace.requirement(id);
  const known = row === undefined ? [] : knownReasons(row);
  if (known.length === 0) {
    return '';
  }
  const items = known.map(({ reason, source, reminder }) => ({
    label: reason,
    description: render(t, source),
    detail: render(t, reminder),
    reason,
  }));
  const own = { label: t('Another reason…'), description: '', detail: '', reason: '' };
  const choice = await window.showQuickPick([...items, own], {
    title,
    placeHolder: t('Cases that the ANS knows: take one only if it is yours'),
    ignoreFocusOut: true,
  });
  return choice?.reason;
}

async function askReason(title: string, status: string, value: string): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title,
    value,
    prompt: t('The reason, as a verifier will read it'),
    placeHolder:
      status === 'not-applicable'
        ? t('The product does not do what the requirement is about, because…')
        : t('Why the requirement is not met, and until when'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A decision needs a reason.') : undefined),
  });
  return reason?.trim();
}

function askWho(session: FolderSession, title: string): Promise<string | undefined> {
  return askName(session, {
    title,
    prompt: t('Who decides'),
    usual: session.files.project.decisions.findLast(({ by }) => by !== undefined)?.by,
  });
}

/** `''` for none. */
async function askExpiry(title: string): Promise<string | undefined> {
  const today = localClock.today();
  const day = await window.showInputBox({
    title,
    value: lastDayWithinYear(today) ?? '',
    prompt: t('Last day on which it counts; leave it empty for none'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const written = text.trim();
      if (written === '') {
        return undefined;
      }
      return dayNumber(written) === undefined
        ? t('Year, month and day: {0}', today)
        : written < today
          ? t('This day is past.')
          : undefined;
    },
  });
  return day?.trim();
}
