import { commands } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { DocumentSync } from '../documentSync';
import { Command, traceDiffScheme } from '../ids';
import { DisposableStore } from '../support/disposableStore';
import { TextReports } from '../support/textReports';
import { t } from '../support/translate';
import { compareTrace, isCompareRequest } from './compareTrace';
import { isStoreRequest, storeTrace } from './storeTrace';
import type { TraceParts } from './traceParts';

/** *Store this trace* and *Compare with a stored trace…*; the first resolves to the file, the second to the text that it shows. */
export function registerTraceCommands(parts: TraceParts, documents: DocumentSync): Disposable {
  const { reporter } = parts;
  const store = new DisposableStore();
  const reports = store.add(new TextReports(traceDiffScheme));
  store.add(
    commands.registerCommand(Command.StoreTrace, async (given?: unknown) => {
      try {
        documents.flush();
        return await storeTrace(parts, isStoreRequest(given) ? given : {});
      } catch (error) {
        reporter.show(t('The trace could not be stored'), error);
        return undefined;
      }
    }),
  );
  store.add(
    commands.registerCommand(Command.CompareTrace, async (given?: unknown) => {
      try {
        documents.flush();
        return await compareTrace(parts, reports, isCompareRequest(given) ? given : {});
      } catch (error) {
        reporter.show(t('The traces could not be compared'), error);
        return undefined;
      }
    }),
  );
  return store;
}
