import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import type { LineMap } from '../base/text';
import type { Language } from '../annotations/data/language';
import type { Grammar } from './grammar';
import { grammarOf } from './grammars';
import type { LexedText } from './lexedText';
import { scriptParts, type ScriptParts } from './scriptParts';
import { SyntaxTree, type ParseSyntax } from './syntaxTree';

/** What the parsers need from where they run. */
export interface SyntaxHost {
  /** The package's module; asked for once. */
  runtime(): Promise<typeof TreeSitter>;
  /** The bytes of `<name>.wasm`: of the runtime itself (`tree-sitter`) or of a grammar (`tree-sitter-java`). */
  wasm(name: string): Promise<Uint8Array>;
}

export interface SyntaxLimits {
  /** Longer texts are not parsed. In UTF-16 units. */
  readonly longest: number;
  /** How often a parser may report its progress on one text before it is stopped: work, not time, so that the answer is the same on a busy machine. */
  readonly steps: number;
}

/** Two megabytes of code take some 14,000 steps, of a tenth of a millisecond at most: hostile texts are given up after seconds. */
const LIMITS: SyntaxLimits = { longest: 2 * 1024 * 1024, steps: 40_000 };

/** A module has one memory: to start it again would take the parsers of others away. */
const starts = new WeakMap<typeof TreeSitter, Promise<void>>();

/** A parser that traps was given a text that breaks it; one that always does is itself broken. */
const MOST_FAILURES = 3;

/** The parsers of the languages that have one, each loaded when first asked for and then kept. */
export class SyntaxParsers {
  readonly #host: SyntaxHost;
  readonly #onError: (error: unknown) => void;
  readonly #limits: SyntaxLimits;
  readonly #grammars = new Map<string, Promise<LoadedGrammar | undefined>>();
  #runtime: Promise<typeof TreeSitter> | undefined;
  #failures = 0;

  /** @param onError told of a parser that cannot be loaded or that failed, once; the look of the lines answers in its stead */
  constructor(host: SyntaxHost, onError: (error: unknown) => void, limits: Partial<SyntaxLimits> = {}) {
    this.#host = host;
    this.#onError = onError;
    this.#limits = { ...LIMITS, ...limits };
  }

  /** What reads that text; `undefined` where no parser can or should. */
  async parserOf(language: Language, text: string): Promise<ParseSyntax | undefined> {
    const scripts = scriptParts(text, language.id);
    const grammar = grammarOf(scripts?.language ?? language.id);
    if (grammar === undefined || text.length > this.#limits.longest || this.#failures >= MOST_FAILURES) {
      return undefined;
    }
    const loaded = await this.#load(grammar);
    return loaded === undefined ? undefined : (code) => this.#parse(loaded, code, scripts);
  }

  #load(grammar: Grammar): Promise<LoadedGrammar | undefined> {
    let loaded = this.#grammars.get(grammar.name);
    if (loaded === undefined) {
      loaded = this.#loadGrammar(grammar).catch((error: unknown) => {
        this.#fail(error);
        return undefined;
      });
      this.#grammars.set(grammar.name, loaded);
    }
    return loaded;
  }

  async #loadGrammar(grammar: Grammar): Promise<LoadedGrammar> {
    this.#runtime ??= this.#start();
    const runtime = await this.#runtime;
    const language = await runtime.Language.load(await this.#host.wasm(`tree-sitter-${grammar.name}`));
    return new LoadedGrammar(grammar, runtime, language);
  }

  async #start(): Promise<typeof TreeSitter> {
    const runtime = await this.#host.runtime();
    let start = starts.get(runtime);
    if (start === undefined) {
      start = this.#init(runtime);
      starts.set(runtime, start);
      start.catch(() => starts.delete(runtime));
    }
    await start;
    return runtime;
  }

  async #init(runtime: typeof TreeSitter): Promise<void> {
    const wasmBinary = await this.#host.wasm('tree-sitter');
    // What it prints when it gives up comes as an exception too.
    const options = { wasmBinary, locateFile: (file: string) => file, print: quiet, printErr: quiet };
    await runtime.Parser.init(options);
  }

  #parse(loaded: LoadedGrammar, code: LexedText, scripts: ScriptParts | undefined): SyntaxTree | undefined {
    try {
      return loaded.parse(code, this.#limits.steps, scripts);
    } catch (error) {
      loaded.renew();
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    this.#failures++;
    if (this.#failures === 1) {
      this.#onError(error);
    }
  }
}

function quiet(): void {
  // Nobody reads it.
}

class LoadedGrammar {
  readonly #grammar: Grammar;
  readonly #runtime: typeof TreeSitter;
  readonly #language: TreeSitter.Language;
  #parser: TreeSitter.Parser | undefined;

  constructor(grammar: Grammar, runtime: typeof TreeSitter, language: TreeSitter.Language) {
    this.#grammar = grammar;
    this.#runtime = runtime;
    this.#language = language;
  }

  parse(code: LexedText, limit: number, scripts: ScriptParts | undefined): SyntaxTree | undefined {
    const { hiddenComments } = this.#grammar;
    const text = hiddenComments === undefined ? code.text : code.withoutComments(hiddenComments);
    this.#parser ??= new this.#runtime.Parser().setLanguage(this.#language);
    let steps = 0;
    const tree = this.#parser.parse(text, null, {
      ...(scripts === undefined ? {} : { includedRanges: rangesOf(code.lineMap, scripts) }),
      // True stops it; the types of the package say otherwise.
      progressCallback: () => ++steps > limit,
    });
    if (tree === null) {
      // Else the next text would be read on from where this one stopped.
      this.#parser.reset();
      return undefined;
    }
    return new SyntaxTree(tree, this.#grammar, scripts?.parts);
  }

  /** After a trap nothing is known of the parser's state. */
  renew(): void {
    this.#parser = undefined;
  }
}

function rangesOf(lines: LineMap, { parts }: ScriptParts): TreeSitter.Range[] {
  const pointOf = (offset: number): TreeSitter.Point => {
    const { line, character } = lines.positionAt(offset);
    return { row: line, column: character };
  };
  return parts.map(([startIndex, endIndex]) => ({
    startIndex,
    endIndex,
    startPosition: pointOf(startIndex),
    endPosition: pointOf(endIndex),
  }));
}
