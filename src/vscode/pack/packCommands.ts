import { commands, env, Uri, window } from 'vscode';
import { megabytes } from '../../base/megabytes';
import type { Disposable } from '../../base/ports';
import { Command, ContextKey, packReportScheme } from '../ids';
import type { PackWork } from '../platform';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { TextReports } from '../support/textReports';
import { t } from '../support/translate';
import { buildPack, packRequestOf, type BuiltPack } from './buildPack';
import type { PackParts } from './packParts';
import { verifyPack } from './verifyPack';
import { baseName } from '../../base/fileNames';

/** *Build evidence pack* and *Verify evidence pack*. Where there is no disk the menus hide them, and whoever runs them is told. */
export function registerPackCommands(parts: PackParts): Disposable {
  const { platform, reporter } = parts;
  const store = new DisposableStore();
  const reports = store.add(new TextReports(packReportScheme));
  void commands.executeCommand('setContext', ContextKey.CanPack, platform.packWork !== undefined);
  store.add(
    commands.registerCommand(Command.BuildPack, async (argument?: unknown): Promise<BuiltPack | undefined> => {
      try {
        const work = await workOf(parts);
        const built = work === undefined ? undefined : await buildPack(parts, work, packRequestOf(argument));
        if (built !== undefined) {
          offer(built, reporter);
        }
        return built;
      } catch (error) {
        reporter.show(t('The evidence pack could not be written'), error);
        return undefined;
      }
    }),
  );
  store.add(
    commands.registerCommand(Command.VerifyPack, async (argument?: unknown) => {
      try {
        const work = await workOf(parts);
        return work === undefined
          ? undefined
          : await verifyPack(work, reports, reporter, argument instanceof Uri ? argument : undefined);
      } catch (error) {
        reporter.show(t('The evidence pack could not be checked'), error);
        return undefined;
      }
    }),
  );
  return store;
}

async function workOf({ platform, reporter }: PackParts): Promise<PackWork | undefined> {
  if (platform.packWork === undefined) {
    reporter.tell(
      t(
        'Evidence packs are written and checked by VS Code on the desktop, or beside the files of a remote, or by segur-trace pack: there is no disk here.',
      ),
    );
    return undefined;
  }
  return platform.packWork();
}

function offer({ file, files, bytes, fingerprint, inWorkspace }: BuiltPack, reporter: ErrorReporter): void {
  const reveal = t('Reveal');
  const verify = t('Verify');
  window
    .showInformationMessage(
      t(
        'Evidence pack written: {0} ({1} files, {2} MB). SHA-256 of its manifest, to be noted: {3}',
        baseName(file.path),
        files,
        megabytes(bytes, env.language),
        fingerprint,
      ),
      reveal,
      verify,
    )
    .then(
      async (choice) => {
        if (choice === reveal) {
          await commands.executeCommand(inWorkspace ? 'revealInExplorer' : 'revealFileInOS', file);
        } else if (choice === verify) {
          await commands.executeCommand(Command.VerifyPack, file);
        }
      },
      (error: unknown) => reporter.log(error),
    );
}
