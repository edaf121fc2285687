import { commands, QuickPickItemKind, ThemeIcon, Uri, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { baseName } from '../../base/fileNames';
import type { Disposable } from '../../base/ports';
import type { Range } from '../../base/text';
import { fileRequirements, type Service, type ServiceGroup } from '../../language/fileRequirements';
import { linkStateLabel, proofKindLabel, proofStateLabel, stateLabel, verbLabel } from '../../trace/words';
import type { DocumentSync } from '../documentSync';
import { Command, projectFile } from '../ids';
import type { Located, Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { stateIcon } from '../tree/stateIcon';
import { PreviewedPlace } from './previewedPlace';

interface ServiceItem extends QuickPickItem {
  readonly place?: { readonly uri: Uri; readonly range: Range };
  readonly requirement?: string;
}

/** *Show the requirements of this file*: of the one that is named, else of the one in the editor. */
export function registerFileRequirements(
  sessions: Sessions,
  documents: DocumentSync,
  reporter: ErrorReporter,
): Disposable {
  return commands.registerCommand(Command.ShowFileRequirements, async (argument: unknown) => {
    try {
      documents.flush();
      const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
      const located = uri === undefined ? undefined : sessions.locate(uri);
      if (located === undefined) {
        reporter.tell(t('Open a file of the workspace to see which requirements it serves.'));
        return;
      }
      await located.session.settled();
      show(located, reporter);
    } catch (error) {
      reporter.show(t('The requirements of the file could not be shown'), error);
    }
  });
}

function show(located: Located, reporter: ErrorReporter): void {
  const { session, path } = located;
  const groups = fileRequirements(path, session.trace);
  if (groups.length === 0) {
    window
      .showInformationMessage(t('No requirement claims {0}.', path))
      .then(undefined, (error: unknown) => reporter.log(error));
    return;
  }
  const onError = (error: unknown): void => reporter.log(error);
  const preview = new PreviewedPlace(true, onError);
  const pick = window.createQuickPick<ServiceItem>();
  const ids = new Set(groups.flatMap(({ services }) => services.map(({ row }) => row.requirement.id)));
  let isChosen = false;
  let isMoved = false;
  pick.title = t('{0}: serves {1} requirement(s)', baseName(path), ids.size);
  pick.placeholder = t('Go to a place; the arrow keys show it, Escape leads back');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = groups.flatMap((group) => [separatorOf(group), ...group.services.map((one) => itemOf(one, located))]);
  pick.onDidChangeActive(([item]) => {
    // The row that is active when the list comes shows nothing before somebody moves.
    if (item?.place !== undefined && isMoved && !isChosen) {
      preview.show(item.place.uri, item.place.range);
    }
    isMoved = true;
  });
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.requirement !== undefined) {
      isChosen = true;
      pick.hide();
      preview
        .restore()
        .then(() => commands.executeCommand(Command.GoToCode, item.requirement))
        .then(undefined, onError);
    }
  });
  pick.onDidAccept(() => {
    const place = pick.activeItems[0]?.place;
    if (place !== undefined) {
      isChosen = true;
      preview.open(place.uri, place.range);
      pick.hide();
    }
  });
  pick.onDidHide(() => {
    if (!isChosen) {
      preview.restore().catch(onError);
    }
    pick.dispose();
  });
  pick.show();
}

function separatorOf({ kind, services }: ServiceGroup): ServiceItem {
  const label =
    kind === 'proofs' ? t('proofs') : kind === 'mentions' ? t('mentions without the marker') : verbLabel(t, kind);
  return { label: `${sentenceCase(label)} (${services.length})`, kind: QuickPickItemKind.Separator };
}

function itemOf(service: Service, { session, path }: Located): ServiceItem {
  const { requirement, state } = service.row;
  return {
    label: requirement.id,
    iconPath: stateIcon(state),
    description: [stateLabel(t, state), ...detailsOf(service)].filter(Boolean).join(' · '),
    detail: requirement.title,
    requirement: requirement.id,
    place:
      service.kind === 'proof'
        ? { uri: session.uriOf(projectFile), range: service.proof.entry.range }
        : { uri: session.uriOf(path), range: service.kind === 'link' ? service.link.range : service.mention.range },
    buttons: [{ iconPath: new ThemeIcon('references'), tooltip: t('All places of {0}', requirement.id) }],
  };
}

function detailsOf(service: Service): string[] {
  switch (service.kind) {
    case 'link': {
      const { range, unit, state } = service.link;
      return [t('line {0}', range.start.line + 1), unit?.name ?? '', state === 'ok' ? '' : linkStateLabel(t, state)];
    }
    case 'proof':
      return [proofKindLabel(t, service.proof.entry.kind), proofStateLabel(t, service.proof.state)];
    case 'mention':
      return [t('line {0}', service.mention.range.start.line + 1)];
  }
}
