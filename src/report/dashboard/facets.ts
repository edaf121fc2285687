import type { RequirementTrace, Trace } from '../../trace/model';
import { statesByUrgency } from '../../trace/urgency';
import { stateOfNeed, type Aspect } from './readiness';
import { html, type Markup } from '../markup';

/** What the page's script tells rows apart by. Numbered, for a name may hold what no selector can. */
export class Facets {
  readonly chapters: readonly string[];
  readonly families: readonly string[];
  readonly #chapters: ReadonlyMap<string, number>;
  readonly #families: ReadonlyMap<string, number>;

  constructor(trace: Pick<Trace, 'requirements'>) {
    const distinct = (of: (row: RequirementTrace) => string | undefined): string[] => [
      ...new Set(trace.requirements.map((row) => of(row) ?? '')),
    ];
    this.chapters = distinct(({ requirement }) => requirement.chapter);
    this.families = distinct(({ requirement }) => requirement.family);
    this.#chapters = numbered(this.chapters);
    this.#families = numbered(this.families);
  }

  /** How a group is named in the filters. */
  keyOf(aspect: Aspect, name: string): string {
    switch (aspect) {
      case 'chapter':
        return String(this.#chapters.get(name) ?? '');
      case 'family':
        return String(this.#families.get(name) ?? '');
      case 'need':
        return name;
    }
  }

  /** The attributes of a row. */
  attributes(row: RequirementTrace): Markup {
    const { chapter, family } = row.requirement;
    const needs = row.needs.map(({ need }) => `${need}:${stateOfNeed(row, need) ?? ''}`).join(' ');
    return html`data-state="${row.state}" data-chapter="${this.keyOf('chapter', chapter ?? '')}"
    data-family="${this.keyOf('family', family ?? '')}" data-needs="${needs}" data-gaps="${row.gaps.length}"
    data-urgency="${statesByUrgency.indexOf(row.state)}"`;
  }
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}
