import type { Translate } from '../../base/message';
import type { Catalog } from '../../catalog/model';
import { createCatalogSearch, type CatalogSearch } from '../../catalog/searchCatalog';
import type { Trace } from '../../trace/model';
import { QuestionError, type Answer, type AnswerContext, type AskedFolder } from './answer';
import { changesAnswer, firstMark } from './changes';
import { faqAnswer } from './faqEntry';
import { gapsAnswer } from './gaps';
import { readInput } from './inputs';
import { placesAnswer } from './places';
import { oneLine } from './quoting';
import { requirementAnswer } from './requirement';
import { searchAnswer } from './search';
import { changesInput, faqInput, gapsInput, placesInput, requirementInput, searchInput, type ToolName } from './tools';

/** How many moments of each folder are kept to be compared with. A trace shares with the next one all that did not change. */
const KEPT = 8;

interface Moment {
  readonly mark: number;
  readonly trace: Trace;
}

/** One conversation with an agent: it remembers what it told of changes. */
// @segur ST.AGT.01
export class Questions {
  readonly #t: Translate;
  readonly #searches = new WeakMap<Catalog, CatalogSearch>();
  /** By the folder's name, oldest first. */
  readonly #moments = new Map<string, Moment[]>();
  #mark = 0;

  constructor(t: Translate) {
    this.#t = t;
  }

  /**
   * Answers one question about one folder.
   * @throws QuestionError when the input is not what the tool asks for
   */
  async ask(tool: ToolName, input: unknown, folder: AskedFolder): Promise<Answer> {
    const context: AnswerContext = { folder, t: this.#t, search: this.#searchOf(folder.catalog) };
    const answer = await this.#answer(tool, input, context);
    // The first question starts the conversation: what changes from here on is news.
    if (!this.#moments.has(folder.name)) {
      this.remember(folder);
    }
    return answer;
  }

  /** What is as it is now is no news to the next question about changes. @returns the mark of this moment */
  remember({ name, trace }: Pick<AskedFolder, 'name' | 'trace'>): number {
    const moments = this.#moments.get(name) ?? [];
    const last = moments.at(-1);
    if (last?.trace === trace) {
      return last.mark;
    }
    this.#mark++;
    this.#moments.set(name, [...moments, { mark: this.#mark, trace }].slice(-KEPT));
    return this.#mark;
  }

  async #answer(tool: ToolName, input: unknown, context: AnswerContext): Promise<Answer> {
    switch (tool) {
      case 'segur_search':
        return searchAnswer(readInput(searchInput, input), context);
      case 'segur_requirement':
        return requirementAnswer(readInput(requirementInput, input), context);
      case 'segur_gaps':
        return gapsAnswer(readInput(gapsInput, input), context);
      case 'segur_places':
        return placesAnswer(readInput(placesInput, input), context);
      case 'segur_faq':
        return faqAnswer(readInput(faqInput, input), context);
      case 'segur_changes':
        return this.#changes(readInput(changesInput, input).since, context);
    }
  }

  #changes(since: number | undefined, { folder }: AnswerContext): Answer {
    const moments = this.#moments.get(folder.name) ?? [];
    const before = since === undefined ? moments.at(-1) : moments.find(({ mark }) => mark === since);
    if (since !== undefined && before === undefined) {
      const known = moments.map(({ mark }) => mark).join(', ');
      throw new QuestionError(`Mark ${since} is not known any more. Known: ${known === '' ? 'none yet' : known}.`);
    }
    const { trace } = folder;
    const mark = this.remember(folder);
    return before === undefined
      ? firstMark(this.#t, trace, mark)
      : changesAnswer(this.#t, before.trace, trace, before.mark, mark);
  }

  #searchOf(catalog: Catalog): CatalogSearch {
    let search = this.#searches.get(catalog);
    if (search === undefined) {
      search = createCatalogSearch(catalog);
      this.#searches.set(catalog, search);
    }
    return search;
  }
}

/** The folders that a question is about: the one that it names, or all. @throws QuestionError when there is none of that name */
export function foldersAsked<F extends { readonly name: string }>(input: unknown, folders: readonly F[]): readonly F[] {
  const name: unknown = typeof input === 'object' && input !== null && 'folder' in input ? input.folder : undefined;
  if (typeof name !== 'string' || name === '') {
    return folders;
  }
  const named = folders.filter((folder) => folder.name === name);
  const found = named.length > 0 ? named : folders.filter((folder) => folder.name.toLowerCase() === name.toLowerCase());
  if (found.length === 0) {
    const known = folders.map((folder) => oneLine(folder.name)).join(', ');
    throw new QuestionError(`There is no folder ${JSON.stringify(oneLine(name))}. Known: ${known}.`);
  }
  return found;
}
