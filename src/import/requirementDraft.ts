import { message } from '../base/message';
import type { RequirementDocument } from '../catalog/catalogSchema';
import type { Applicability, ExpectedProof, Nature, Need, Requirement } from '../catalog/model';
import { canonicalId, foldId } from '../catalog/requirementId';
import { fieldWords } from './fieldWords';
import { mostProofs, type ImportField } from './fields';
import type { Notice } from './model';
import { proofKindIn } from './proofKindIn';
import { ProofList } from './proofList';
import type { RemRow } from './remRows';

/** What the whole file is known to be. */
export interface Facts {
  /** `REM-MDV-LGC-Va2`. */
  readonly rem?: string;
  /** Rows are named with their sheet when several were read. */
  readonly severalSheets: boolean;
}

/** What a row said, and which. */
interface Said<T extends string = string> {
  readonly text: T;
  readonly row: number;
}

interface ScenarioDraft {
  readonly id: string;
  said?: Said;
  readonly proofs: ProofList;
}

/** Fields that all rows of a requirement should say alike. */
const common = [
  'title',
  'statement',
  'chapter',
  'function',
  'criticality',
  'status',
  'perimeter',
  'previous',
  'comment',
] as const;

/** A requirement while its rows are read. */
export class Draft {
  /** As the first row spells it. */
  readonly id: string;
  readonly notices: Notice[] = [];
  readonly #facts: Facts;
  readonly #common = new Map<ImportField, Said>();
  readonly #rows: RemRow[] = [];
  /** By all that is in them. */
  readonly #profiles = new Map<string, Applicability>();
  readonly #scenarios: ScenarioDraft[] = [];
  readonly #scenariosById = new Map<string, ScenarioDraft>();
  readonly #scenariosByText = new Map<string, ScenarioDraft>();
  readonly #proofs = new ProofList();
  #nature: Said<Nature> | undefined;

  constructor(id: string, facts: Facts) {
    this.id = id;
    this.#facts = facts;
  }

  get scenarioIds(): readonly string[] {
    return this.#scenarios.map(({ id }) => id);
  }

  get scenarioCount(): number {
    return this.#scenarios.length;
  }

  get proofCount(): number {
    return this.#allProofs().length;
  }

  add(row: RemRow): void {
    const isFirst = this.#rows.length === 0;
    this.#rows.push(row);
    for (const field of common) {
      this.#say(row, field, this.#common.get(field), row.values.get(field), (said) => this.#common.set(field, said));
    }
    this.#addNature(row);
    const news = this.#addProfiles(row);
    if (!this.#addScenario(row) && !news && !isFirst) {
      this.#tell(
        'warning',
        row,
        message('{0} occurs again with nothing new: row {1} was joined to the first', this.id, row.row),
      );
    }
  }

  /** @param shipped what the catalogue that ships knows of this requirement */
  finish(shipped: Requirement | undefined): RequirementDocument {
    const text = (field: ImportField) => this.#common.get(field)?.text;
    const optional = <K extends (typeof common)[number]>(field: K): Partial<Record<K, string>> => {
      const value = text(field);
      return value === undefined ? {} : ({ [field]: value } as Partial<Record<K, string>>);
    };
    const isGone = /^(?:obsol|supprim)/iu.test(text('status') ?? '');
    const obsolete = isGone ? true : shipped?.obsolete === true && text('statement') !== undefined ? false : undefined;
    return {
      id: this.id,
      ...optional('title'),
      ...optional('statement'),
      origin: 'imported',
      ...optional('chapter'),
      ...optional('function'),
      ...(this.#nature === undefined ? {} : { nature: this.#nature.text }),
      ...optional('criticality'),
      ...optional('status'),
      ...optional('perimeter'),
      ...optional('previous'),
      ...optional('comment'),
      rows: this.#rowNames(),
      ...(shipped === undefined || obsolete === false ? this.#needs() : {}),
      ...(this.#profiles.size === 0 ? {} : { profiles: [...this.#profiles.values()].map((line) => ({ ...line })) }),
      ...(this.#scenarios.length === 0 ? {} : { scenarios: this.#scenarios.map(scenarioDocument) }),
      ...proofDocuments(this.#proofs),
      ...(obsolete === undefined ? {} : { obsolete }),
    };
  }

  #rowNames(): (number | string)[] {
    const names = this.#rows.map(({ sheet, row }) => (this.#facts.severalSheets ? `${sheet}!${row}` : row));
    return [...new Set(names)];
  }

  /** Guessed from the expected proofs: documents alone ask for no code. */
  #needs(): { needs: Need[] } | Record<string, never> {
    const kinds = this.#allProofs().map(({ kind }) => kind);
    if (kinds.length === 0) {
      return {};
    }
    const onPaper = kinds.every((kind) => kind === 'documentation' || kind === 'attestation' || kind === 'formulaire');
    return { needs: onPaper ? ['proof'] : ['code', 'proof'] };
  }

  #allProofs(): readonly ExpectedProof[] {
    return [...this.#proofs.all, ...this.#scenarios.flatMap(({ proofs }) => proofs.all)];
  }

  #addNature(row: RemRow): void {
    const written = row.values.get('nature');
    const folded =
      written
        ?.normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase() ?? '';
    const nature = /^(?:exigence|doit|obligat)/u.test(folded)
      ? 'exigence'
      : /^(?:preconisation|peut|recommand|optionn)/u.test(folded)
        ? 'préconisation'
        : undefined;
    if (written !== undefined && nature === undefined) {
      this.#tell(
        'guess',
        row,
        message('{0}: the nature “{1}” is not known; it counts as a requirement (DOIT)', this.id, written),
      );
    }
    this.#say(row, 'nature', this.#nature, nature, (said) => (this.#nature = said));
  }

  #addProfiles(row: RemRow): boolean {
    const named = row.values.get('rem');
    const rem = named !== undefined && /^REM\b/iu.test(named) ? named : this.#facts.rem;
    const where = rem === undefined ? (named === undefined ? {} : { dispositif: named }) : { rem };
    const profils = (row.values.get('profil') ?? '')
      .split(/[\n;,]/u)
      .map((profil) => profil.trim())
      .filter((profil) => profil !== '');
    const lines = profils.map((profil): Applicability => ({ ...where, profil }));
    const before = this.#profiles.size;
    for (const line of lines) {
      const key = JSON.stringify(line);
      this.#profiles.set(key, this.#profiles.get(key) ?? line);
    }
    return this.#profiles.size > before;
  }

  /** `false` when the row brings neither a scenario nor a proof that was not known. */
  #addScenario(row: RemRow): boolean {
    const writtenId = row.values.get('scenarioId');
    const text = row.values.get('scenario');
    const proofs = proofsOf(row);
    if (writtenId === undefined && text === undefined) {
      return this.#proofs.add(proofs);
    }
    const id = writtenId === undefined ? undefined : canonicalId(writtenId).slice(0, 200);
    const known = id === undefined ? this.#scenariosByText.get(text ?? '') : this.#scenariosById.get(foldId(id));
    if (known !== undefined) {
      const isLonger = known.said === undefined && text !== undefined;
      this.#sayScenario(row, known, text);
      return known.proofs.add(proofs) || isLonger;
    }
    // Ours, and no id of the ANS’s shape, so that nobody takes it for one.
    const draft = { id: id ?? `${this.id} scénario ${this.#scenarios.length + 1}`, proofs: new ProofList() };
    if (id === undefined) {
      this.#tell('guess', row, message('{0}: a scenario without number was named “{1}”', this.id, draft.id));
    }
    this.#scenarios.push(draft);
    this.#scenariosById.set(foldId(draft.id), draft);
    this.#sayScenario(row, draft, text);
    draft.proofs.add(proofs);
    return true;
  }

  #sayScenario(row: RemRow, scenario: ScenarioDraft, text: string | undefined): void {
    this.#say(row, 'scenario', scenario.said, text, (said) => {
      scenario.said = said;
      this.#scenariosByText.set(said.text, this.#scenariosByText.get(said.text) ?? scenario);
    });
  }

  #say<T extends string>(
    row: RemRow,
    field: ImportField,
    known: Said<T> | undefined,
    text: T | undefined,
    set: (said: Said<T>) => void,
  ): void {
    if (text === undefined || text === known?.text) {
      return;
    }
    if (known === undefined) {
      set({ text, row: row.row });
      return;
    }
    this.#tell(
      'warning',
      row,
      message('{0}: row {1} contradicts row {2} in “{3}”; the earlier one counts', this.id, row.row, known.row),
      [fieldWords(field, message)],
    );
  }

  #tell(level: Notice['level'], row: RemRow, text: Notice['text'], words?: Notice['words']): void {
    this.notices.push({ level, text, ...(words === undefined ? {} : { words }), sheet: row.sheet, rows: [row.row] });
  }
}

function scenarioDocument({ id, said, proofs }: ScenarioDraft) {
  return { id, ...(said === undefined ? {} : { text: said.text }), ...proofDocuments(proofs) };
}

function proofDocuments({ all }: ProofList): { proofs?: ExpectedProof[] } {
  return all.length === 0 ? {} : { proofs: all.map((proof) => ({ ...proof })) };
}

function proofsOf({ values }: RemRow): ExpectedProof[] {
  const proofs: ExpectedProof[] = [];
  for (let n = 1; n <= mostProofs; n++) {
    const id = values.get(`proofId${n}`);
    const text = values.get(`proof${n}`) ?? id;
    if (text !== undefined) {
      proofs.push({
        ...(id === undefined ? {} : { id: canonicalId(id).slice(0, 200) }),
        kind: proofKindIn(text),
        text,
      });
    }
  }
  return proofs;
}
