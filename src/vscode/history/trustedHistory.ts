import { workspace } from 'vscode';
import type { CodeHistory } from '../../workspace/codeHistory';

/** No program is started for a folder that the user does not trust: until then it has no past. */
// @segur ST.TRU.05
export function trustedHistory(history: CodeHistory): CodeHistory {
  return {
    head: async (signal) => (workspace.isTrusted ? history.head(signal) : undefined),
    changesOf: async (...asked) => (workspace.isTrusted ? history.changesOf(...asked) : []),
    texts: async (...asked) => (workspace.isTrusted ? history.texts(...asked) : new Map()),
  };
}
