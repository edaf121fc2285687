import type { CodeUnit } from '../annotations/model';
import { shortened } from '../annotations/codeAnchor';
import { loadCatalogFile, type CatalogFile } from '../catalog/loadCatalog';
import { mergeCatalogs } from '../catalog/mergeCatalogs';
import type { Requirement } from '../catalog/model';
import type { AcceptedLink } from '../evidence/lock';
import { requirementFingerprint } from '../evidence/requirementFingerprint';
import { lineFingerprint } from '../trace/reviewedLinks';
import type { CodeHistory, FileChange } from './codeHistory';
import { FormerTexts } from './formerTexts';
import type { ReadUnits } from './unitReading';

/** Versions of a file that are looked through. */
const MOST_VERSIONS = 400;
const MOST_CATALOGS = 100;
/** So many at once, the newest first. */
const PORTION = 16;

/** The commit that holds something as it was accepted. */
export interface PastVersion {
  /** Full hash. */
  readonly commit: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

export interface PastCode extends PastVersion {
  /** Of the whole file. */
  readonly text: string;
  /** Absent where the annotation stood in no unit. */
  readonly unit?: CodeUnit;
}

export interface PastRequirement extends PastVersion {
  readonly requirement: Requirement;
}

/** Looks up in a folder's history what was accepted: what is kept of it is a fingerprint. Every method rejects with the signal's reason. */
// @segur ST.REV.02
export class CodePast {
  readonly #history: CodeHistory;
  readonly texts: FormerTexts;

  constructor(history: CodeHistory, readUnits: ReadUnits) {
    this.#history = history;
    this.texts = new FormerTexts(history, readUnits);
  }

  /** The newest version of the file in which the code was the accepted one. @param marker of the annotations */
  async codeOf(accepted: AcceptedLink, marker: string, signal?: AbortSignal): Promise<PastCode | undefined> {
    const { file, code, unit: name } = accepted;
    if (code === undefined) {
      return undefined;
    }
    for await (const portion of this.#versionsOf(file, MOST_VERSIONS, signal)) {
      const files = portion.map(({ after }) => ({ path: file, blob: after }));
      await this.texts.load(files, marker, signal);
      const texts = await this.#history.texts(
        files.map(({ blob }) => blob),
        signal,
      );
      for (const { after, commit, day } of portion) {
        const text = texts.get(after);
        const units = this.texts.of({ path: file, blob: after })?.units ?? [];
        const same = units.filter(({ hash }) => hash === code);
        const unit = same.find((one) => one.name === name) ?? same[0];
        if (text !== undefined && (name === undefined ? hasLine(text, code) : unit !== undefined)) {
          return { commit, day, text, ...(name === undefined || unit === undefined ? {} : { unit }) };
        }
      }
    }
    return undefined;
  }

  /**
   * The newest version of a requirement with the accepted words.
   * @param ids that of today, then former ones
   * @param fingerprint of those words
   * @param file the catalogue whose past is looked through
   * @param others all catalogues as they are now, in their order
   */
  async requirementOf(
    ids: readonly string[],
    fingerprint: string,
    file: string,
    others: readonly CatalogFile[],
    signal?: AbortSignal,
  ): Promise<PastRequirement | undefined> {
    for await (const portion of this.#versionsOf(file, MOST_CATALOGS, signal)) {
      const texts = await this.#history.texts(
        portion.map(({ after }) => after),
        signal,
      );
      for (const { after, commit, day } of portion) {
        const requirement = requirementIn(texts.get(after) ?? '', ids, file, others);
        if (requirement !== undefined && requirementFingerprint(requirement) === fingerprint) {
          return { commit, day, requirement };
        }
      }
    }
    return undefined;
  }

  /** Each text once, with the newest commit that brought it. */
  async *#versionsOf(
    file: string,
    most: number,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<(FileChange & { readonly after: string })[]> {
    if ((await this.#history.head(signal)) === undefined) {
      return;
    }
    const seen = new Set<string>();
    const versions = (await this.#history.changesOf([file], undefined, signal)).filter(
      (change): change is FileChange & { readonly after: string } => {
        const isNew = change.after !== undefined && !seen.has(change.after);
        seen.add(change.after ?? '');
        return isNew;
      },
    );
    for (let at = 0; at < Math.min(versions.length, most); at += PORTION) {
      yield versions.slice(at, Math.min(at + PORTION, most));
    }
  }
}

/** A requirement as it would be if one of the catalogues had another text. @param ids that of today, then former ones */
export function requirementIn(
  text: string,
  ids: readonly string[],
  file: string,
  others: readonly CatalogFile[],
): Requirement | undefined {
  const former = loadCatalogFile(text, file).catalog;
  if (former === undefined) {
    return undefined;
  }
  const { catalog } = mergeCatalogs(others.map((other) => (other.info.file === file ? former : other)));
  const [found] = ids.flatMap((id) => catalog.requirement(id) ?? []);
  return found;
}

function hasLine(text: string, code: string): boolean {
  return text.split(/\r\n?|\n/u).some((line) => lineFingerprint(shortened(line)) === code);
}
