import { DocumentLink, languages, Uri } from 'vscode';
import type { DocumentLinkProvider, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import {
  answerOf,
  documentLinks,
  firstOf,
  proofFiles,
  type LinkTarget,
  type TextLink,
} from '../../language/documentLinks';
import { faqTitle } from '../faq/faqTitle';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import { shippedCatalogUri } from '../shippedCatalogs';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { askedAnew } from './askedAnew';
import type { VisibleFacts } from './visibleFacts';
import { yamlFileOf } from './yamlFiles';

/** Where a link leads, and what its hover says of that. */
interface Destination {
  /** Absent: nothing is there. */
  readonly uri?: Uri;
  readonly tooltip?: string;
}

class YamlLink extends DocumentLink {
  constructor(
    readonly link: TextLink,
    readonly session: FolderSession,
  ) {
    super(toRange(link.range));
  }
}

/**
 * Links in project and catalogue files: to proofs and catalogues inside the folder, to pages of the Web, to answers of the FAQ. In code, ids are no
 * links: *Go to Definition* leads from them to the catalogue, and to underline each would make comments hard to read.
 */
export function registerDocumentLinks(sessions: Sessions, yaml: VisibleFacts): Disposable {
  const lead = (link: YamlLink): YamlLink => {
    const { uri, tooltip } = destinationOf(link.link.target, link.session);
    if (uri !== undefined) {
      link.target = uri;
    }
    if (tooltip !== undefined) {
      link.tooltip = tooltip;
    }
    return link;
  };
  const provider: DocumentLinkProvider<YamlLink> = {
    provideDocumentLinks(document: TextDocument): YamlLink[] | undefined {
      const file = yamlFileOf(sessions, document);
      return file === undefined
        ? undefined
        : documentLinks(document.getText(), file.kind).map((link) => lead(new YamlLink(link, file.session)));
    },
    /** Asked for at the click about links that led nowhere: a file may have come meanwhile. */
    resolveDocumentLink: (link) => (link.link.target.kind === 'answer' ? openAnswer(link) : lead(link)),
  };
  const register = () => languages.registerDocumentLinkProvider({ pattern: '**/*.{yaml,yml}' }, provider);
  return askedAnew(register, [yaml.onDidChange]);
}

function destinationOf(target: LinkTarget, session: FolderSession): Destination {
  switch (target.kind) {
    case 'address':
      return { uri: Uri.parse(target.url) };
    case 'files':
      return fileDestination(target.glob, proofFiles(session.files.proofs), session);
    case 'catalog':
      return catalogDestination(target.name, session);
    case 'answer': {
      const entry = answerOf(target.id, session.catalog.faq);
      return { tooltip: entry === undefined ? t('No answer has this id') : t('Read the answer: {0}', faqTitle(entry)) };
    }
  }
}

function fileDestination(glob: string, files: Iterable<string>, session: FolderSession): Destination {
  const first = firstOf(glob, files);
  if (first === undefined) {
    return { tooltip: t('No file matches yet') };
  }
  const tooltip =
    first.count > 1 ? t('Open {0}, the first of {1} files', first.path, first.count) : t('Open {0}', first.path);
  return { uri: session.uriOf(first.path), tooltip };
}

function catalogDestination(name: string, session: FolderSession): Destination {
  const files = session.catalog.catalogs.map(({ file }) => file);
  const shipped = files.includes(name) ? shippedCatalogUri(name) : undefined;
  return shipped === undefined
    ? fileDestination(name, files, session)
    : { uri: shipped, tooltip: t('Open the catalogue that ships with Ségur Trace') };
}

/** The command is ours and runs at the click alone; what the file gives is the id of an answer that exists. */
function openAnswer(link: YamlLink): YamlLink {
  const { target } = link.link;
  const entry = target.kind === 'answer' ? answerOf(target.id, link.session.catalog.faq) : undefined;
  if (entry !== undefined) {
    link.target = Uri.from({ scheme: 'command', path: Command.OpenFaq, query: JSON.stringify([entry.id]) });
  }
  return link;
}
