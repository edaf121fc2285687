import type { DocumentSync } from '../documentSync';
import type { Platform } from '../platform';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';

/** What the commands of the evidence pack work with. */
export interface PackParts {
  readonly sessions: Sessions;
  readonly documents: DocumentSync;
  readonly platform: Platform;
  readonly reporter: ErrorReporter;
  /** The French words. */
  readonly bundle: () => Promise<Readonly<Record<string, string>>>;
  /** Of this extension. */
  readonly version: string;
}
