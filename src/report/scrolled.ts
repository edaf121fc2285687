import { html, type Markup } from './markup';

/** A table that is wider than a narrow window: it moves by itself, also by the arrow keys. @param label how a screen reader announces it */
// @segur ST.ACC.01
export function scrolled(label: string, table: Markup): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div> `;
}
