import { readJsonString, walkJsonStrings, type JsonString } from './jsonStrings';

/** One cell of a Jupyter notebook. */
export interface NotebookCell {
  /** From 1 on, in the order of the file. */
  readonly number: number;
  readonly kind: 'code' | 'markdown' | 'raw';
  /** What the cell itself says its language is. */
  readonly language?: string;
  readonly source: MappedText;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
  /** What the notebook says that its code cells are written in; absent where it says nothing. */
  readonly language?: string;
}

/** A text put together from JSON strings, which knows where in the file its characters stand. */
export class MappedText {
  #text = '';
  /** Stretches without escapes, and escapes one by one: where each starts here and in the file, and where it ends in the file. */
  readonly #from: number[] = [];
  readonly #fileFrom: number[] = [];
  readonly #fileTo: number[] = [];

  append(file: string, string: JsonString): void {
    const parts: string[] = [];
    let length = this.#text.length;
    for (const { value, start, end } of readJsonString(file, string)) {
      this.#from.push(length);
      this.#fileFrom.push(start);
      this.#fileTo.push(end);
      length += value.length;
      parts.push(value);
    }
    this.#text += parts.join('');
  }

  get text(): string {
    return this.#text;
  }

  /** Offset in the file of the character that starts at `offset`. */
  startInFile(offset: number): number {
    const i = this.#stretchOf(offset);
    return Math.min((this.#fileFrom[i] ?? 0) + offset - (this.#from[i] ?? 0), this.#fileTo[i] ?? 0);
  }

  /** Offset in the file behind the character that ends at `offset`. */
  endInFile(offset: number): number {
    if (offset === 0) {
      return this.startInFile(0);
    }
    const i = this.#stretchOf(offset - 1);
    const length = (this.#from[i + 1] ?? this.#text.length) - (this.#from[i] ?? 0);
    const behind = offset - (this.#from[i] ?? 0);
    return behind === length ? (this.#fileTo[i] ?? 0) : (this.#fileFrom[i] ?? 0) + behind;
  }

  #stretchOf(offset: number): number {
    let low = 0;
    let high = this.#from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#from[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}

/** Says of the notebook what the nbformat schema (versions 3 and 4) puts there; what is broken or elsewhere is passed over. */
export function readNotebook(file: string): Notebook {
  const cells = new Map<string, { type: string; language?: string; source: MappedText }>();
  let language: string | undefined;
  walkJsonStrings(file, (path, string) => {
    const joined = path.map((step) => (typeof step === 'number' ? '#' : step)).join('.');
    const value = (): string => file.slice(string.start, string.end);
    if (/^#\.metadata\.(?:language_info\.name|kernelspec\.language)$/.test(joined)) {
      language ??= value();
      return;
    }
    const match = /^(#\.(?:worksheets\.#\.)?cells\.#)\.(.+)$/.exec(joined);
    if (match === null) {
      return;
    }
    const key = path.slice(0, match[1]?.split('.').length).join('.');
    const cell = cells.get(key) ?? { type: '', source: new MappedText() };
    cells.set(key, cell);
    const field = match[2] ?? '';
    if (field === 'cell_type') {
      cell.type = value();
    } else if (/^(?:source|input)(?:\.#)?$/.test(field)) {
      cell.source.append(file, string);
    } else if (/^(?:language|metadata\.(?:vscode\.languageId|dotnet_interactive\.language))$/.test(field)) {
      cell.language ??= value();
    }
  });
  return {
    cells: [...cells.values()].map((cell, index) => ({
      number: index + 1,
      kind: cell.type === 'markdown' || cell.type === 'heading' ? 'markdown' : cell.type === 'raw' ? 'raw' : 'code',
      ...(cell.language === undefined ? {} : { language: cell.language }),
      source: cell.source,
    })),
    ...(language === undefined ? {} : { language }),
  };
}
