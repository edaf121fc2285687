import { isMap, isScalar, isSeq, parseDocument, Scalar, stringify } from 'yaml';
import type { Document, YAMLMap, YAMLSeq } from 'yaml';
import { PROJECT_VERSION } from '../../base/projectFileName';
import { isTooDeep } from '../../base/yamlDepth';
import type { Profile } from '../../trace/model';

/** The text of a project file can not be changed because it is not the YAML of a project file. */
export class ProjectFileBroken extends Error {}

/**
 * Sets the profile in a project file's text. Every other byte of a usual file stays as it is, comments and style included;
 * a file written in an unusual way (all in flow style, say) is rewritten through the YAML document, which keeps comments and order.
 * Throws `ProjectFileBroken`.
 */
export function withProfile(text: string, profile: Profile): string {
  const source = text.trim() === '' ? PROJECT_VERSION : text;
  try {
    return rewritten(source, profile);
  } catch (error) {
    // The library gives up on aliases without their anchor, and on more of them than it follows.
    throw error instanceof ProjectFileBroken
      ? error
      : new ProjectFileBroken(error instanceof Error ? error.message : String(error));
  }
}

function rewritten(source: string, profile: Profile): string {
  if (isTooDeep(source)) {
    throw new ProjectFileBroken('nested too deep');
  }
  const document = parseDocument(source);
  const root: unknown = document.contents;
  if (document.errors.length > 0 || !isMap(root)) {
    throw new ProjectFileBroken(document.errors[0]?.message ?? 'not a map');
  }
  const spliced = splice(source, root, profile);
  setProfile(document, profile);
  const wanted = JSON.stringify(document.toJS());
  return spliced !== undefined && meaningOf(spliced) === wanted ? spliced : document.toString({ lineWidth: 0 });
}

function meaningOf(text: string): string | undefined {
  const document = parseDocument(text);
  return document.errors.length === 0 ? JSON.stringify(document.toJS()) : undefined;
}

/** Rewrites the value of `profile` alone, or adds it at the end; `undefined` where it is written in a way not foreseen here. */
function splice(source: string, root: YAMLMap, profile: Profile): string | undefined {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const pair = root.items.find((item) => isScalar(item.key) && item.key.value === 'profile');
  if (pair === undefined) {
    const before = source.endsWith('\n') ? source : source + lineEnd;
    return `${before}${stringify({ profile: plain(profile) }, { lineWidth: 0 }).replaceAll('\n', lineEnd)}`;
  }
  const value = isMap(pair.value) ? pair.value.clone() : undefined;
  if (!isMap(value) || !value.range) {
    return undefined;
  }
  const [start, end] = value.range;
  setEntries(value, profile);
  // These stand outside of the range that is replaced.
  value.comment = null;
  value.commentBefore = null;
  const indent = value.flow === true ? '' : ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const flowCollectionPadding = !/[[{][^\s\]}]/u.test(source.slice(start, end));
  const written = stringify(value, { lineWidth: 0, flowCollectionPadding })
    .trimEnd()
    .replaceAll('\n', lineEnd + indent);
  const trailing = /\s*$/u.exec(source.slice(start, end))?.[0] ?? '';
  return source.slice(0, start) + written + trailing + source.slice(end);
}

function setProfile(document: Document, profile: Profile): void {
  const current = document.get('profile');
  if (isMap(current)) {
    setEntries(current, profile);
  } else {
    document.set('profile', plain(profile));
  }
}

function setEntries(map: YAMLMap, profile: Profile): void {
  const current = map.toJSON() as Record<string, unknown>;
  for (const [key, wanted] of entries(profile)) {
    const list: unknown = map.get(key, true);
    if (wanted === undefined) {
      map.delete(key);
    } else if (isSeq(list) && typeof wanted !== 'string') {
      setItems(list, wanted);
    } else if (JSON.stringify(current[key]) !== JSON.stringify(wanted)) {
      map.set(
        map.items.find((item) => isScalar(item.key) && item.key.value === key)?.key ?? key,
        typeof wanted === 'string' ? wanted : [...wanted],
      );
    }
  }
}

/** What stays keeps its place and its style; what is new comes behind it. */
function setItems(list: YAMLSeq, wanted: readonly string[]): void {
  const valueOf = (item: unknown): unknown => (isScalar(item) ? item.value : item);
  const kept = list.items.filter((item) => wanted.some((value) => value === valueOf(item)));
  const added = wanted.filter((value) => !kept.some((item) => value === valueOf(item)));
  list.items = [...kept, ...added.map((value) => new Scalar(value))];
}

function entries(profile: Profile): [string, string | readonly string[] | undefined][] {
  return [
    ['couloir', profile.couloir],
    ['dispositif', profile.dispositif],
    ['profils', profile.profils.length === 0 ? undefined : profile.profils],
  ];
}

function plain(profile: Profile): Record<string, unknown> {
  return Object.fromEntries(entries(profile).filter(([, value]) => value !== undefined));
}
