import type { Catalog, Requirement } from '../catalog/model';
import type { Decision } from '../evidence/model';
import type { Scope } from './model';

/** What links are held against. */
export interface LinkContext {
  readonly catalog: Catalog;
  readonly isTest: (path: string) => boolean;
  /** Of the requirement, decisions aside. */
  readonly scopeOf: (requirement: Requirement) => Scope;
  /** The decision that counts today. */
  readonly decisionOn: (requirementId: string) => Decision | undefined;
}
