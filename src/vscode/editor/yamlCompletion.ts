import { extensions, FileSystemError, FileType, languages, workspace } from 'vscode';
import type { CompletionItem, CompletionItemProvider, Position, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { catalogSchema } from '../../catalog/catalogSchema';
import { yamlCompletionsAt } from '../../language/yamlCompletion';
import type { FolderEntry } from '../../language/yamlPaths';
import { localClock } from '../../workspace/localClock';
import { projectSchema } from '../../workspace/projectSchema';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { offeredItems, withDocumentation } from './offeredItem';

/** Letters open the list by VS Code's own settings for YAML. */
const TRIGGERS = [' ', ':', '-', ',', '[', '/', '.', "'", '"'];

/** Keys, ids, words, paths and whole entries in `segur.yaml` and in catalogue files. */
export function registerYamlCompletion(sessions: Sessions, reporter: ErrorReporter): Disposable {
  const provider: CompletionItemProvider = {
    async provideCompletionItems(document: TextDocument, position: Position): Promise<CompletionItem[] | undefined> {
      const located = sessions.of(document);
      const format = located === undefined ? undefined : formatOf(located.session, located.path);
      if (located === undefined || format === undefined) {
        return undefined;
      }
      const { session, path } = located;
      const found = yamlCompletionsAt({
        text: document.getText(),
        offset: document.offsetAt(position),
        format,
        schema: format === 'project' ? projectSchema : catalogSchema,
        trace: session.trace,
        catalog: session.catalog,
        t,
        today: localClock.today(),
        schemaElsewhere: isServedElsewhere(path),
      });
      if (found === undefined) {
        return undefined;
      }
      const { paths } = found;
      const listed = paths === undefined ? [] : paths.itemsOf(await list(session, paths.question.folder, reporter));
      return offeredItems({ ...found, items: [...found.items, ...listed] }, session);
    },
    resolveCompletionItem: withDocumentation,
  };
  return languages.registerCompletionItemProvider({ pattern: '**/*.{yaml,yml}' }, provider, ...TRIGGERS);
}

/** Where our schemas say that a YAML file is a catalogue; see `yamlValidation` in the manifest. */
const CATALOG_FOLDER = /(?:^|\/)requirements\/[^/]+\.yaml$/u;

function formatOf(session: FolderSession, path: string): 'project' | 'catalog' | undefined {
  if (path === projectFile) {
    return 'project';
  }
  const isCatalog =
    session.catalog.catalogs.some(({ file }) => file === path) ||
    (session.files.hasProjectFile && CATALOG_FOLDER.test(path));
  return isCatalog ? 'catalog' : undefined;
}

/** The YAML extension, where it runs, offers keys and words by our own schemas: they must not stand there twice. */
function isServedElsewhere(path: string): boolean {
  return (
    (path === projectFile || CATALOG_FOLDER.test(path)) &&
    extensions.getExtension('redhat.vscode-yaml')?.isActive === true &&
    workspace.getConfiguration('yaml').get('completion') !== false
  );
}

/** @param folder relative, inside of the workspace folder */
async function list(session: FolderSession, folder: string, reporter: ErrorReporter): Promise<readonly FolderEntry[]> {
  try {
    const found = await workspace.fs.readDirectory(session.uriOf(folder));
    // What a link leads to may lie outside.
    return found.flatMap(([name, type]) =>
      type === FileType.Directory || type === FileType.File ? [{ name, isFolder: type === FileType.Directory }] : [],
    );
  } catch (error) {
    // A folder whose name is only half typed is none.
    if (!(error instanceof FileSystemError)) {
      reporter.log(error);
    }
    return [];
  }
}
