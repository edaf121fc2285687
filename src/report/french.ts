import { html, type Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';

/** The attribute of an element with words of a catalogue, which are French: in a page of another language a screen reader has to be told. */
export function frenchIn({ language }: Pick<MatrixOptions, 'language'>): Markup | undefined {
  return language === 'fr' ? undefined : html`lang="fr"`;
}
