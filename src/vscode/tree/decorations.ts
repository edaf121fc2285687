import { FileDecoration, Uri } from 'vscode';
import type { FileDecorationProvider } from 'vscode';
import type { RequirementState, RequirementTrace } from '../../trace/model';
import { statesByUrgency } from '../../trace/urgency';
import { stateLabel } from '../../trace/words';
import { requirementScheme } from '../ids';
import { t } from '../support/translate';
import { isSettled } from './requirementRows';
import { stateColor } from './stateIcon';

/*
 * The resource URI of a node says all that its decoration shows. A node that looks otherwise gets another URI,
 * so the provider keeps nothing and has nothing to announce.
 */

export function requirementUri(row: RequirementTrace): Uri {
  const gaps = isSettled(row) ? 0 : row.gaps.length;
  return Uri.from({
    scheme: requirementScheme,
    path: `/${row.requirement.id}`,
    query: `state=${row.state}&open=${gaps}`,
  });
}

/** `open`: how many requirements of the group still ask for work. */
export function groupUri(key: string, open: number): Uri {
  return Uri.from({ scheme: requirementScheme, path: `/group/${key}`, query: `open=${open}` });
}

/** Shows on the right of a requirement the number of its gaps, of a group its open requirements; tints what stands out. */
export const requirementDecorations: FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== requirementScheme) {
      return undefined;
    }
    const query = new URLSearchParams(uri.query);
    const state = statesByUrgency.find((candidate) => candidate === query.get('state'));
    const open = Number(query.get('open') ?? '0');
    const badge = open === 0 ? undefined : open > 99 ? '…' : String(open);
    return new FileDecoration(
      badge,
      tooltipOf(state, open),
      state === undefined || !tinted.has(state) ? undefined : stateColor(state),
    );
  },
};

/** The icon has the colour of every state; the text only of those that stand apart, or a young project would be one red page. */
const tinted: ReadonlySet<RequirementState> = new Set(['suspect', 'not-applicable']);

function tooltipOf(state: RequirementState | undefined, open: number): string {
  if (state === undefined) {
    return t('open: {0}', open);
  }
  return open === 0 ? stateLabel(t, state) : t('{0}, gaps: {1}', stateLabel(t, state), open);
}
