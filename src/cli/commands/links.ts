import { render, type Translate } from '../../base/message';
import type { Problem } from '../../base/problem';
import { linkJson, mentionJson } from '../../report/json';
import type { Link, Trace } from '../../trace/model';
import { linkStateLabel, verbLabel } from '../../trace/words';
import type { OpenedFolder } from '../openFolder';
import { placeOf } from '../places';
import type { Terminal } from '../terminal';

/** `links`: every annotation of the folder, one entry per id; mentions and problems apart. */
export async function links(folder: OpenedFolder, format: 'text' | 'json', terminal: Terminal): Promise<void> {
  const all = allLinks(folder.trace);
  if (format === 'json') {
    const { files, bytes, matched } = folder.stats;
    const { mentions, problems } = folder.trace;
    await writeList(terminal, '{"version":1,"links":', all, linkJson);
    await writeList(terminal, ',"mentions":', mentions, mentionJson);
    await writeList(terminal, ',"problems":', problems, (problem) => problemJson(problem, terminal.t));
    await terminal.write(`,"stats":${JSON.stringify({ files, bytes, matched })}}\n`);
    return;
  }
  const { colors, t } = terminal;
  const lines = all.map((link) => {
    const state = link.state === 'ok' ? '' : ` ${colors.yellow(`[${linkStateLabel(t, link.state)}]`)}`;
    const unit = link.unit === undefined ? '' : ` ${colors.dim(link.unit.name)}`;
    return `${colors.cyan(placeOf(link))}  ${colors.bold(link.id)}  ${verbLabel(t, link.verb)}${unit}${state}`;
  });
  await terminal.write(lines.map((line) => `${line}\n`).join(''));
  terminal.note(
    t('{0} links, {1} mentions, {2} problems', all.length, folder.trace.mentions.length, folder.trace.problems.length),
  );
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
export function allLinks(trace: Trace): Link[] {
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
