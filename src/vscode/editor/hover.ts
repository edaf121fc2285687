import { Hover, languages, MarkdownString } from 'vscode';
import type { HoverProvider, TextDocument, Position } from 'vscode';
import type { Disposable } from '../../base/ports';
import {
  hoverAt,
  hoverOnYamlId,
  type Hover as CoreHover,
  type HoverAction,
  type HoverSection,
} from '../../language/hover';
import { idAt } from '../../language/yamlIds';
import { escapeMarkdown } from '../../language/markdown';
import type { DocumentSync } from '../documentSync';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { yamlFileOf, yamlIdsOf } from './yamlFiles';

/** The hover on an annotation's marker or id, in files of any language, and on the ids of project and catalogue files. */
export function registerHover(sessions: Sessions, documents: DocumentSync): Disposable {
  const provider: HoverProvider = {
    provideHover(document: TextDocument, position: Position): Hover | undefined {
      const hover = onYamlId(sessions, document, position) ?? onAnnotation(sessions, documents, document, position);
      if (hover === undefined) {
        return undefined;
      }
      const contents = hover.sections.flatMap((section) => sectionMarkdown(section, document, position));
      return new Hover(contents, toRange(hover.range));
    },
  };
  return languages.registerHoverProvider({ pattern: '**' }, provider);
}

function onAnnotation(
  sessions: Sessions,
  documents: DocumentSync,
  document: TextDocument,
  position: Position,
): CoreHover | undefined {
  const located = sessions.of(document);
  if (located === undefined) {
    return undefined;
  }
  documents.flush();
  const { session, path } = located;
  const annotations = session.files.annotationsOf(path);
  return annotations === undefined
    ? undefined
    : hoverAt(annotations, position, { trace: session.trace, catalog: session.catalog, t });
}

function onYamlId(sessions: Sessions, document: TextDocument, position: Position): CoreHover | undefined {
  const file = yamlFileOf(sessions, document);
  const id = file === undefined ? undefined : idAt(yamlIdsOf(document, file.kind), position);
  return file === undefined || id === undefined
    ? undefined
    : hoverOnYamlId(id, { trace: file.session.trace, catalog: file.session.catalog, t });
}

/**
 * Text of the workspace goes into untrusted Markdown, which runs no command; only the row of links, whose targets we
 * make ourselves, is trusted, and with our own commands alone.
 */
function sectionMarkdown(section: HoverSection, document: TextDocument, position: Position): MarkdownString[] {
  const parts = [new MarkdownString(section.head), actionsMarkdown(section.actions, document, position)];
  if (section.details !== '') {
    parts.push(new MarkdownString(section.details));
  }
  if (section.otherAnswers.length > 0) {
    parts.push(actionsMarkdown(section.otherAnswers, document, position, t('Other answers of the FAQ:')));
  }
  return parts;
}

function actionsMarkdown(
  actions: readonly HoverAction[],
  document: TextDocument,
  position: Position,
  before = '',
): MarkdownString {
  const links = actions.map((action) => {
    const [command, args] = commandOf(action, document, position);
    return `[${escapeMarkdown(action.label)}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
  });
  const markdown = new MarkdownString(escapeMarkdown(before) + (before === '' ? '' : ' ') + links.join(' · '));
  markdown.isTrusted = {
    enabledCommands: [
      Command.ShowRequirement,
      Command.ShowPlaces,
      Command.Annotate,
      Command.OpenFaq,
      Command.ImportRem,
    ],
  };
  return markdown;
}

function commandOf(action: HoverAction, document: TextDocument, position: Position): [string, unknown[]] {
  switch (action.kind) {
    case 'open-requirement':
      return [Command.ShowRequirement, [action.requirement]];
    case 'show-places':
      return [Command.ShowPlaces, [action.requirement, document.uri.toString(), position.line, position.character]];
    case 'annotate':
      return [Command.Annotate, [action.requirement]];
    case 'import-rem':
      return [Command.ImportRem, []];
    case 'open-faq':
      return [Command.OpenFaq, [action.entry]];
  }
}
