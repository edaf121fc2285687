import type { TextDocument } from 'vscode';
import { languageForDocument } from '../../annotations/languages';
import type { Verb } from '../../annotations/model';
import { annotate, type AnnotateResult } from '../../language/annotate';
import type { FolderSession } from '../folderSession';
import type { Located } from '../sessions';
import { configuredComments } from './configuredComments';

/** The verb that an annotation of that file has where it names none. */
export function defaultVerbOf(session: FolderSession, path: string): Verb {
  return session.files.isTest(path) ? 'verifies' : 'implements';
}

export interface AnnotationWish {
  /** Canonical. */
  readonly ids: readonly string[];
  /** The file's own if left out. */
  readonly verb?: Verb;
  /** Zero-based; each is answered, in order. */
  readonly lines: readonly number[];
}

/** What has to be written for the code at these lines of a document to carry the ids. */
export async function annotationsAt(
  document: TextDocument,
  { session, path }: Located,
  { ids, verb, lines }: AnnotationWish,
): Promise<AnnotateResult[]> {
  const comment = await configuredComments(document.languageId);
  const text = document.getText();
  const language = languageForDocument(path, document.languageId);
  const defaultVerb = defaultVerbOf(session, path);
  return lines.map((line) =>
    annotate({
      text,
      language,
      marker: session.marker,
      line,
      ids,
      verb: verb ?? defaultVerb,
      defaultVerb,
      ...(comment === undefined ? {} : { comment }),
    }),
  );
}
