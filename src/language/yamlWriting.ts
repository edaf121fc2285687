import type { YamlPlace } from './yamlPlace';
import type { YamlSlot } from './yamlSlots';

/** What has to come before a value or a key: the indentation of a line of its own, a dash, a blank. */
export function lead(place: YamlPlace, slot: YamlSlot): string {
  const dash = slot.role === 'item' ? '- ' : '';
  return place.freshLine ? `${' '.repeat(slot.column)}${dash}` : place.blankMissing ? ' ' : '';
}

export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
