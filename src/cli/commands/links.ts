import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { countText, message, render, type Translate } from '../../base/message';
import type { Problem } from '../../base/problem';
import { linkJson, mentionJson } from '../../report/json';
import type { Link, RequirementTrace, Trace } from '../../trace/model';
import { linkStateLabel, stateLabel, stateSymbol, verbLabel } from '../../trace/words';
import { pathIn } from '../../workspace/pathIn.node';
import type { Asked, OpenedFolder } from '../openFolder';
import { placeOf } from '../places';
import type { Terminal } from '../terminal';
import { slashed } from '../slashed';
import { UsageError } from '../usageError';
import { paint } from './status';

export interface LinksOptions {
  readonly format: 'text' | 'json';
  /** Paths of files, in the folder or from where the command runs; all files when there are none. */
  readonly file: readonly string[];
}

/**
 * `links`: every annotation of the folder, one entry per id; mentions and problems apart. Of some files alone: which requirements they serve.
 *
 * @throws UsageError when there is no file of such a name
 */
export async function links(folder: OpenedFolder, options: LinksOptions, terminal: Terminal): Promise<void> {
  const named = new Set(await filesNamed(folder.root, options.file));
  const ofThese = <T extends { readonly file: string }>(all: readonly T[]): readonly T[] =>
    named.size === 0 ? all : all.filter(({ file }) => named.has(file.normalize('NFC')));
  const all = ofThese(allLinks(folder.trace));
  const mentions = ofThese(folder.trace.mentions);
  const problems = ofThese(folder.trace.problems);
  const { colors, t } = terminal;
  if (options.format === 'json') {
    const { files, bytes, matched } = folder.stats;
    await writeList(terminal, '{"version":1,"links":', all, linkJson);
    await writeList(terminal, ',"mentions":', mentions, mentionJson);
    await writeList(terminal, ',"problems":', problems, (problem) => problemJson(problem, t));
    if (named.size > 0) {
      await writeList(terminal, ',"requirements":', rowsOf(all, folder.trace), rowJson);
    }
    await terminal.write(`,"stats":${JSON.stringify({ files, bytes, matched })}}\n`);
    return;
  }
  const lines = all.map((link) => {
    const state = link.state === 'ok' ? '' : ` ${colors.yellow(`[${linkStateLabel(t, link.state)}]`)}`;
    const unit = link.unit === undefined ? '' : ` ${colors.dim(link.unit.name)}`;
    return `${colors.cyan(placeOf(link))}  ${colors.bold(link.id)}  ${verbLabel(t, link.verb)}${unit}${state}`;
  });
  if (named.size > 0) {
    lines.push(...rowsOf(all, folder.trace).map((row) => rowLine(row, terminal)));
  }
  await terminal.write(lines.map((line) => `${line}\n`).join(''));
  const counts = [all, mentions, problems].map(({ length }) => countText(t, length));
  terminal.note(t('{0} links, {1} mentions, {2} problems', ...counts));
}

/** The requirements that some links serve, in the catalogue's order. */
function rowsOf(links: readonly Link[], trace: Trace): RequirementTrace[] {
  const ids = new Set(links.map(({ id }) => id));
  return trace.requirements.filter(({ requirement }) => ids.has(requirement.id));
}

function rowLine({ requirement, state }: RequirementTrace, { colors, t }: Terminal): string {
  const mark = paint(colors, state, `${stateSymbol(state)} ${stateLabel(t, state)}`);
  return `${colors.bold(requirement.id)}  ${mark}  ${requirement.title}`;
}

function rowJson({ requirement: { id, title }, state }: RequirementTrace): object {
  return { id, title, state };
}

/** The code that links of the named files alone speak of. */
export function unitsOfFiles(paths: readonly string[]): Asked {
  const ends = paths.flatMap((path) => [resolve(path), resolve('/', path)]).map(slashed);
  return ({ trace }) =>
    trace.requirements
      .flatMap((row) => row.links.map(({ file }) => file))
      .filter((file) => ends.some((end) => end.endsWith(`/${file}`)));
}

async function filesNamed(root: string, paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const inside = pathIn(root, resolve(path)) ?? pathIn(root, resolve(root, path));
    if (inside === undefined || (await stat(join(root, inside)).catch(() => undefined))?.isFile() !== true) {
      throw new UsageError(message('There is no file {0}.', path));
    }
    files.push(inside.normalize('NFC'));
  }
  return files;
}

/** How many lines are held at a time: the list of a large folder is longer than all that was read for it. */
const HELD = 1000;

/** A JSON array with one entry a line: half as long as an indented one, and `grep` finds whole entries. */
async function writeList<T>(
  terminal: Terminal,
  name: string,
  entries: readonly T[],
  toJson: (entry: T) => object,
): Promise<void> {
  await terminal.write(`${name}[`);
  for (let from = 0; from < entries.length; from += HELD) {
    const lines = entries.slice(from, from + HELD).map((entry) => `\n${JSON.stringify(toJson(entry))}`);
    await terminal.write(`${from === 0 ? '' : ','}${lines.join(',')}`);
  }
  await terminal.write(entries.length === 0 ? ']' : '\n]');
}

/** The links of every requirement and the unknown ones, by file and place. */
function allLinks(trace: Trace): Link[] {
  const all = [...trace.requirements.flatMap((row) => row.links), ...trace.unknownLinks];
  return all.sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** Without the remedy: `check` proposes one, which for thousands of unknown ids takes its time. */
function problemJson({ file, range, severity, code, message }: Problem, t: Translate): object {
  const place = range === undefined ? {} : { line: range.start.line + 1, column: range.start.character + 1 };
  return { file, ...place, severity, code, message: render(t, message) };
}
