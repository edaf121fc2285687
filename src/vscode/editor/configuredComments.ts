import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import { extensions, Uri, workspace } from 'vscode';
import type { CommentTokens } from '../../language/annotate';

/** The part of a language configuration file that we read; since VS Code 1.110 the line comment may be an object. */
const configurationSchema = v.object({
  comments: v.optional(
    v.object({
      lineComment: v.optional(v.union([v.string(), v.object({ comment: v.string() })])),
      blockComment: v.optional(v.tuple([v.string(), v.string()])),
    }),
  ),
});

const manifestSchema = v.object({
  contributes: v.object({
    languages: v.array(v.object({ id: v.optional(v.string()), configuration: v.optional(v.string()) })),
  }),
});

const known = new Map<string, Promise<CommentTokens | undefined>>();

/** The comment syntax that an installed extension declares for a language: for languages that our own table does not know. */
export function configuredComments(languageId: string): Promise<CommentTokens | undefined> {
  let tokens = known.get(languageId);
  if (tokens === undefined) {
    tokens = read(languageId);
    known.set(languageId, tokens);
  }
  return tokens;
}

async function read(languageId: string): Promise<CommentTokens | undefined> {
  for (const extension of extensions.all) {
    const manifest = v.safeParse(manifestSchema, extension.packageJSON);
    const languages = manifest.success ? manifest.output.contributes.languages : [];
    for (const language of languages) {
      if (language.id === languageId && language.configuration !== undefined) {
        const tokens = await readConfiguration(Uri.joinPath(extension.extensionUri, language.configuration));
        if (tokens !== undefined) {
          return tokens;
        }
      }
    }
  }
  return undefined;
}

/** A configuration that is missing or broken is another extension's fault: the language then has no known comments. */
async function readConfiguration(uri: Uri): Promise<CommentTokens | undefined> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    const { comments } = v.parse(configurationSchema, parse(text));
    if (comments === undefined) {
      return undefined;
    }
    const { lineComment, blockComment } = comments;
    const line = typeof lineComment === 'object' ? lineComment.comment : lineComment;
    return { ...(line === undefined ? {} : { line }), ...(blockComment === undefined ? {} : { block: blockComment }) };
  } catch {
    return undefined;
  }
}
