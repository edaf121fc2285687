import { commands } from 'vscode';
import type { Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import { chooseRequirement, namedRequirement } from '../commands/requirementCommands';
import type { DocumentSync } from '../documentSync';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { PastePanels } from './pastePanel';
import { proofAt, type ProofInText } from './proofAt';
import { registerPasteScreenshot } from './pasteScreenshot';
import { renameProofFiles } from './renameProofFiles';
import { renewProof } from './renewProof';

/** The commands about a proof that is declared, and screenshots. */
export function registerProofCommands(
  sessions: Sessions,
  documents: DocumentSync,
  reporter: ErrorReporter,
  extensionUri: Uri,
): Disposable {
  const store = new DisposableStore();
  const panels = store.add(new PastePanels(extensionUri, reporter));
  const about =
    (doing: () => string, work: (proof: ProofInText) => Promise<void>) =>
    async (argument: unknown): Promise<void> => {
      try {
        documents.flush();
        await sessions.settled();
        const proof = await proofAt(sessions, argument);
        if (proof !== undefined) {
          await work(proof);
        }
      } catch (error) {
        reporter.show(doing(), error);
      }
    };
  store.add(
    commands.registerCommand(
      Command.RenameProofFiles,
      about(
        () => t('The files could not be renamed'),
        (proof) => renameProofFiles(proof, reporter),
      ),
    ),
  );
  store.add(
    commands.registerCommand(
      Command.RenewProof,
      about(() => t('The proof could not be renewed'), renewProof),
    ),
  );
  store.add(
    commands.registerCommand(Command.PasteProof, async (argument: unknown) => {
      try {
        const chosen = namedRequirement(sessions, argument) ?? (await chooseRequirement(sessions));
        if (chosen !== undefined) {
          await panels.open(chosen.session, chosen.id);
        }
      } catch (error) {
        reporter.show(t('The screenshot could not be saved'), error);
      }
    }),
  );
  store.add(registerPasteScreenshot(sessions, reporter));
  return store;
}
