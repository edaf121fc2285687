import { compare } from '../../base/text';
import type { Link, RequirementTrace } from '../../trace/model';
import { proofKindLabel, proofStateLabel } from '../../trace/words';
import { QuestionError, type Answer, type AnswerContext } from './answer';
import type { InputOf } from './inputs';
import { pageOf, restOf } from './paging';
import { oneLine, placeOf, quoted } from './quoting';
import { linkData, linkLine, rowData, rowLine, stateWords, targetsOf, unknownId } from './rows';
import type { placesInput } from './tools';
import { baseName } from '../../base/fileNames';

const LIMIT = 30;
/** Mentions, proofs and proposals. */
const FEW = 10;

type PlacesInput = InputOf<typeof placesInput>;

/** The places of a requirement, or what a file speaks of. @throws QuestionError without both */
export function placesAnswer(input: PlacesInput, context: AnswerContext): Promise<Answer> {
  if (input.id !== undefined) {
    return placesOfId(input.id, input, context);
  }
  if (input.file !== undefined) {
    return placesInFile(input.file, input, context);
  }
  throw new QuestionError('Give "id", the id of a requirement, or "file", the path of a file.');
}

async function placesOfId(
  id: string,
  { file, limit = LIMIT, offset = 0 }: PlacesInput,
  { folder, t }: AnswerContext,
): Promise<Answer> {
  const path = file === undefined ? undefined : folder.pathOf(file);
  if (file !== undefined && path === undefined) {
    return outside(file, t);
  }
  const found = targetsOf(folder.catalog, folder.trace, id);
  if (found.length === 0) {
    const { lines, data } = unknownId(t, folder.catalog, id);
    return { text: lines.join('\n'), data: { requirements: [], links: [], linksTotal: 0, ...data } };
  }
  const read = () =>
    pageOf(
      targetsOf(folder.catalog, folder.trace, id)
        .flatMap(({ row }) => row.links)
        .filter((link) => path === undefined || link.file === path),
      offset,
      limit,
    );
  await folder.nameCode([...new Set(read().items.map((link) => link.file))]);
  const page = read();
  const ids = new Set(found.map(({ row }) => row.requirement.id));
  const mentions = folder.trace.mentions.filter((one) => ids.has(one.id) && (path === undefined || one.file === path));
  const lines = found.slice(0, FEW).map(({ row }) => rowLine(t, row));
  lines.push(
    page.total === 0 ? t('No annotation speaks of it.') : t('Places ({0}):', page.total),
    ...page.items.map((link) => `- ${found.length > 1 ? `${oneLine(link.id)} ` : ''}${linkLine(t, link)}`),
    ...restOf(t, page),
  );
  if (mentions.length > 0) {
    lines.push(
      t('Named without the marker, which is no link ({0}):', mentions.length),
      ...mentions.slice(0, FEW).map(({ file: of, range }) => `- ${placeOf(of, range.start)}`),
    );
  }
  return {
    text: lines.join('\n'),
    data: {
      requirements: found.slice(0, FEW).map(({ row }) => rowData(row)),
      links: page.items.map(linkData),
      linksTotal: page.total,
      ...(page.nextOffset === undefined ? {} : { nextOffset: page.nextOffset }),
      mentions: mentions.slice(0, FEW).map(({ file: of, range }) => ({ file: of, line: range.start.line + 1 })),
    },
  };
}

async function placesInFile(
  written: string,
  { limit = LIMIT, offset = 0 }: PlacesInput,
  { folder, t }: AnswerContext,
): Promise<Answer> {
  const file = folder.pathOf(written);
  if (file === undefined) {
    return outside(written, t);
  }
  if (linksOf(folder.trace, file).length > 0) {
    await folder.nameCode([file]);
  }
  const { trace } = folder;
  const page = pageOf(linksOf(trace, file), offset, limit);
  const proofs = trace.requirements.flatMap((row) =>
    row.proofs.filter(({ files }) => files.some(({ path }) => path === file)).map((proof) => ({ row, proof })),
  );
  const name = oneLine(file, 500);
  const lines = page.total === 0 ? [] : [t('What {0} speaks of ({1}):', name, page.total)];
  lines.push(...page.items.map((link) => `- ${requirementOf(link)} — ${linkLine(t, link)}`), ...restOf(t, page));
  const rows = rowsOf(page.items);
  if (rows.length > 0) {
    lines.push(t('Their requirements:'), ...rows.map((row) => `- ${rowLine(t, row)}`));
  }
  if (proofs.length > 0) {
    const some = proofs.slice(0, FEW).map(({ row, proof }) => {
      const kind = proofKindLabel(t, proof.entry.kind);
      return `- ${oneLine(row.requirement.id)} (${stateWords(t, row)}) — ${kind} — ${proofStateLabel(t, proof.state)}`;
    });
    lines.push(t('{0} is declared as a proof of ({1}):', name, proofs.length), ...some);
  }
  const like = page.total + proofs.length === 0 ? filesLike(file) : [];
  if (page.total + proofs.length === 0) {
    lines.push(
      t('No annotation was found in {0}.', name),
      ...(like.length === 0
        ? [t('It has none, does not exist or is left out by the ignore files.')]
        : [t('Files with such a name that have some:'), ...like.map((path) => `- ${oneLine(path, 500)}`)]),
    );
  }
  return {
    text: lines.join('\n'),
    data: {
      file,
      requirements: rows.map(rowData),
      links: page.items.map(linkData),
      linksTotal: page.total,
      ...(page.nextOffset === undefined ? {} : { nextOffset: page.nextOffset }),
      proofOf: proofs.slice(0, FEW).map(({ row, proof }) => ({ ...rowData(row), proof: proof.state })),
      ...(like.length === 0 ? {} : { didYouMean: like }),
    },
  };

  function rowsOf(links: readonly Link[]): RequirementTrace[] {
    return [...new Set(links.map(({ id }) => id))].flatMap((id) => trace.requirement(id) ?? []);
  }

  function requirementOf({ id, item }: Link): string {
    return oneLine(item ?? id);
  }

  /** Annotated files of the same name. */
  function filesLike(path: string): string[] {
    const name = baseName(path).toLowerCase();
    const files = new Set(trace.requirements.flatMap(({ links }) => links.map((link) => link.file)));
    return [...files].filter((one) => baseName(one).toLowerCase() === name).slice(0, FEW);
  }
}

/** In their order, those of unknown ids too. */
function linksOf(trace: AnswerContext['folder']['trace'], file: string): readonly Link[] {
  return [...trace.requirements.flatMap(({ links }) => links), ...trace.unknownLinks]
    .filter((link) => link.file === file)
    .sort((a, b) => compare(a.range.start, b.range.start));
}

function outside(written: string, t: AnswerContext['t']): Answer {
  return {
    text: t('{0} is not in this folder.', quoted(written, 300)),
    data: { outside: oneLine(written, 300), requirements: [], links: [], linksTotal: 0 },
  };
}
