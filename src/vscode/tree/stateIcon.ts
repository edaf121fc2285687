import { ThemeColor, ThemeIcon } from 'vscode';
import type { RequirementState } from '../../trace/model';
import { ColorId } from '../ids';

/** Each state has its own shape, so that nothing depends on colour alone. */
const shapes: Readonly<Record<RequirementState, string>> = {
  satisfied: 'pass-filled',
  partial: 'color-mode',
  missing: 'circle-large',
  suspect: 'warning',
  'not-applicable': 'circle-slash',
  'accepted-gap': 'law',
};

export function stateIcon(state: RequirementState): ThemeIcon {
  return new ThemeIcon(shapes[state], stateColor(state));
}

export function stateColor(state: RequirementState): ThemeColor {
  return new ThemeColor(ColorId[state]);
}

/** `$(pass-filled)`: the same shape for quick picks and Markdown, which take no colour. */
export function stateCodicon(state: RequirementState): string {
  return `$(${shapes[state]})`;
}
