import type { Platform } from '../platform';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';

/** What the commands on stored traces work with. */
export interface TraceParts {
  readonly sessions: Sessions;
  readonly platform: Pick<Platform, 'commitOf'>;
  readonly reporter: ErrorReporter;
  /** The French words. */
  readonly bundle: () => Promise<Readonly<Record<string, string>>>;
}
