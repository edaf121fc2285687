import type { Command } from 'commander';
import type { ExitStatus } from '../exitStatus';
import type { Terminal } from '../terminal';

/** What a subcommand needs to add itself to the command-line grammar. */
export interface Grammar {
  /** @param nameAndArgs `show`, as Commander takes it */
  readonly subcommand: (nameAndArgs: string, summary: string) => Command;
  readonly terminal: Terminal;
  /** Of the product. */
  readonly version: string;
  /** For those that end with another status than 0 without an error. */
  readonly setStatus: (status: ExitStatus) => void;
}
