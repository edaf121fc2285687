import { editBetween, type TextEdit } from '../../base/textEdit';
import { appendToList, YamlBroken } from '../../base/yamlEdit';
import { sameId } from '../occurrences/sameId';
import { yamlIds } from '../yamlIds';

/** The edit of a catalogue's text that gives a requirement one more former id; `undefined` where it has it not, or is no sound YAML. */
export function formerIdOf(text: string, id: string, former: string): TextEdit | undefined {
  const entry = yamlIds(text, 'catalog').find(({ role, raw }) => role === 'definition' && sameId(raw, id))?.entry;
  if (entry === undefined) {
    return undefined;
  }
  try {
    return editBetween(text, appendToList(text, [...entry, 'aliases'], former));
  } catch (error) {
    if (error instanceof YamlBroken) {
      return undefined;
    }
    throw error;
  }
}
