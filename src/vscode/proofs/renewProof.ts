import { window } from 'vscode';
import { dayNumber, lastDayWithinYear } from '../../evidence/calendar';
import { renewedExpiry, renewedFacts, withRenewal } from '../../language/fixes/renewal';
import { localClock } from '../../workspace/localClock';
import { editProjectFile } from '../project/editProjectFile';
import { t } from '../support/translate';
import type { FolderSession } from '../folderSession';
import { copied, filesToKeep } from './filesToKeep';
import { indexIn, type ProofInText } from './proofAt';

/** A proof that was established anew: its day, its last day where it has one of its own, and its files where they are others. */
export async function renewProof(proof: ProofInText): Promise<void> {
  const { session, entry } = proof;
  const id = [entry['for']].flat().join(', ');
  const title = t('Renew the proof of {0}', id);
  const facts = renewedFacts(entry, session.catalog, session.trace.product);
  const news = Object.values(facts).join(', ');
  const date = await askDay(
    title,
    news === '' ? t('Day on which it was established anew') : t('Day on which it was established anew, for {0}', news),
    localClock.today(),
    (day, today) => (day > today ? t('This day is still to come.') : undefined),
  );
  if (date === undefined) {
    return;
  }
  const suggested = renewedExpiry(entry, date);
  const expires =
    suggested === undefined
      ? ''
      : await askDay(title, t('Last day on which it counts'), suggested, (day, today) =>
          day < today ? t('This day is past.') : undefined,
        );
  if (expires === undefined) {
    return;
  }
  const files = entry['files'] === undefined ? [] : await askFiles(session, entry, title);
  if (files === undefined) {
    return;
  }
  await editProjectFile(session, (text) =>
    withRenewal(text, indexIn(text, proof), { date, ...(expires === '' ? {} : { expires }), ...facts, files }),
  );
  const end = expires === '' && entry['kind'] === 'formulaire' ? lastDayWithinYear(date) : expires;
  window.setStatusBarMessage(
    end === undefined || end === '' ? t('Proof renewed.') : t('Proof renewed; its last day is {0}.', end),
    8000,
  );
}

async function askDay(
  title: string,
  prompt: string,
  value: string,
  faultOf: (day: string, today: string) => string | undefined,
): Promise<string | undefined> {
  const today = localClock.today();
  const day = await window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const written = text.trim();
      return dayNumber(written) === undefined ? t('Year, month and day: {0}', today) : faultOf(written, today);
    },
  });
  return day?.trim();
}

/** Paths of the new files, none where they stay; `undefined` when the user gives up. */
async function askFiles(
  session: FolderSession,
  entry: ProofInText['entry'],
  title: string,
): Promise<string[] | undefined> {
  const keep = { label: t('Keep its files'), description: [entry['files']].flat().join(', ') };
  const others = { label: t('Choose other files…'), description: '' };
  const choice = await window.showQuickPick([keep, others], { title, ignoreFocusOut: true });
  if (choice !== others) {
    return choice === undefined ? undefined : [];
  }
  const [id = ''] = [entry['for']].flat().filter((one) => typeof one === 'string');
  const uris = await window.showOpenDialog({
    canSelectMany: true,
    defaultUri: session.folder.uri,
    title,
    openLabel: t('Declare as proofs'),
  });
  const requirement = session.catalog.resolve(id).targets[0]?.requirement ?? id;
  const { inside, outside } = await filesToKeep(session, requirement, uris ?? []);
  const placed = [...inside, ...(await copied(session, requirement, outside))];
  const paths = placed.flatMap((uri) => session.pathOf(uri) ?? []);
  return paths.length === 0 ? undefined : paths;
}
