import type { Clock } from '../base/ports';
import type { Trace } from '../trace/model';
import type { Tracer } from '../trace/tracer';
import type { AnnotationIndex } from './annotationIndex';
import { sameFrame, type FolderInputs } from './folderInputs';
import { createTracer, giveEvidence, inputProblems, reviewedInputs, type ProofFacts } from './inputTracer';

export interface LiveTracerInit extends ProofFacts {
  readonly clock: Clock;
  readonly index: AnnotationIndex;
  /** Whether annotations in that file verify where they name no verb. */
  readonly isTest: (path: string) => boolean;
}

/** The join of a folder's annotations and inputs, kept while they change: what a change does not touch is not joined again. */
export class LiveTracer {
  readonly #init: LiveTracerInit;
  #inputs: FolderInputs;
  /** The inputs with what is known of the proofs, until either is another. */
  #reviewed: FolderInputs | undefined;
  #tracer: Tracer;
  /** The day that the tracer goes by. */
  #today = '';
  #trace: Trace | undefined;

  constructor(init: LiveTracerInit, inputs: FolderInputs) {
    this.#init = init;
    this.#inputs = inputs;
    this.#tracer = this.#createTracer();
  }

  get trace(): Trace {
    this.#trace ??= this.#tracer.trace(inputProblems(this.#reviewedNow()));
    return this.#trace;
  }

  /** @returns the requirements whose row is another by the new inputs */
  takeInputs(inputs: FolderInputs): ReadonlySet<string> | 'all' {
    const before = this.#inputs;
    this.#inputs = inputs;
    this.#reviewed = undefined;
    this.#trace = undefined;
    const isSameDay = this.#today === this.#init.clock.today();
    if (isSameDay && inputs.loaded.catalog === before.loaded.catalog && sameFrame(inputs.project, before.project)) {
      return giveEvidence(this.#tracer, this.#reviewedNow());
    }
    this.#tracer = this.#createTracer();
    const { index } = this.#init;
    for (const file of index.files()) {
      this.#tracer.update(file, index.get(file));
    }
    return 'all';
  }

  /** More is known of proofs. @returns the requirements whose row is another now */
  takeFacts(): ReadonlySet<string> {
    this.#reviewed = undefined;
    this.#trace = undefined;
    return giveEvidence(this.#tracer, this.#reviewedNow());
  }

  /** These files say something else. @returns the requirements whose row is another now */
  takeFiles(files: ReadonlySet<string>): ReadonlySet<string> {
    this.#trace = undefined;
    const requirements = new Set<string>();
    for (const file of files) {
      this.#tracer.update(file, this.#init.index.get(file)).forEach((id) => requirements.add(id));
    }
    this.#tracer.settle().forEach((id) => requirements.add(id));
    return requirements;
  }

  #createTracer(): Tracer {
    this.#today = this.#init.clock.today();
    return createTracer(this.#reviewedNow(), this.#init.isTest, this.#today);
  }

  #reviewedNow(): FolderInputs {
    this.#reviewed ??= reviewedInputs(this.#inputs, this.#init);
    return this.#reviewed;
  }
}
