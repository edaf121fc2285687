import { ThemeIcon } from 'vscode';
import type { Link, MentionLink } from '../../trace/model';
import type { FolderSession } from '../folderSession';
import { NodeContext } from '../ids';
import { openCommand } from './openPlace';
import { stateColor } from './stateIcon';
import type { Leaf } from './treeNode';

/** An annotation of an id that no catalogue knows. */
export function unknownLinkLeaf(link: Link, session: FolderSession): Leaf {
  const place = `${link.file}:${link.range.start.line + 1}`;
  return {
    key: `${place}:${link.range.start.character}`,
    label: link.raw,
    description: place,
    icon: new ThemeIcon('question', stateColor('suspect')),
    command: openCommand(session.uriOf(link.file), link.range),
    tooltip: () => place,
    context: NodeContext.Place,
    place,
  };
}

/** An id in a comment without the marker: perhaps an annotation that somebody meant to write. */
export function mentionLeaf(mention: MentionLink, session: FolderSession): Leaf {
  const place = `${mention.file}:${mention.range.start.line + 1}`;
  return {
    key: `${place}:${mention.range.start.character}`,
    label: mention.id,
    description: place,
    icon: new ThemeIcon('mention'),
    command: openCommand(session.uriOf(mention.file), mention.range),
    tooltip: () => place,
    context: NodeContext.Place,
    place,
  };
}
