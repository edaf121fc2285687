import { PROJECT_FILE } from '../../base/projectFileName';
import type { Translate } from '../../base/message';
import type { ExpectedProof } from '../../catalog/model';
import type { Link, RequirementTrace } from '../../trace/model';
import {
  matchLabel,
  natureLabel,
  needLabel,
  originLabel,
  proofKindLabel,
  proofName,
  proofStateLabel,
  stateLabel,
  testStateLabel,
} from '../../trace/words';
import type { Answer, AnswerContext, Data } from './answer';
import type { InputOf } from './inputs';
import { oneLine, placeOf, quoted, quotedBlock } from './quoting';
import { entryTitle, gapLine, linkData, linkLine, rowData, rowLine, stateWords, targetsOf, unknownId } from './rows';
import type { requirementInput } from './tools';

/** A range of ids is told so far in full. */
const IN_FULL = 3;
/** Entries of each list. */
const SOME = 12;
/** Answers of the FAQ, and how much of each. */
const ANSWERS = 5;
const EXTRACT = 240;
const STATEMENT = 800;

/** All about one requirement, or about each of a range. */
export async function requirementAnswer(
  { id }: InputOf<typeof requirementInput>,
  { folder, t }: AnswerContext,
): Promise<Answer> {
  const targets = () => targetsOf(folder.catalog, folder.trace, id);
  const found = targets();
  if (found.length === 0) {
    const { lines, data } = unknownId(t, folder.catalog, id);
    return { text: lines.join('\n'), data: { requirements: [], ...data } };
  }
  const files = found.slice(0, IN_FULL).flatMap(({ row }) => row.links.slice(0, SOME).map(({ file }) => file));
  await folder.nameCode([...new Set(files)]);
  const named = targets();
  const full = named.slice(0, IN_FULL);
  const others = named.slice(IN_FULL).map(({ row }) => row);
  const texts = full.map(({ row, item }) => wordsOf(t, row, item));
  if (others.length > 0) {
    texts.push(
      [t('And also, each to be asked for by its id:'), ...others.map((row) => `- ${rowLine(t, row)}`)].join('\n'),
    );
  }
  return {
    text: texts.join('\n\n'),
    data: {
      requirements: full.map(({ row, item }) => dataOf(t, row, item)),
      ...(others.length === 0 ? {} : { others: others.map(rowData) }),
    },
  };
}

function wordsOf(t: Translate, row: RequirementTrace, item: string | undefined): string {
  const { requirement } = row;
  const facts = [
    stateWords(t, row),
    natureLabel(t, requirement.nature),
    ...[requirement.chapter ?? requirement.theme].flatMap((name) => (name === undefined ? [] : [quoted(name)])),
    originLabel(t, requirement.origin),
  ];
  const needs = row.needs.map(({ need, met }) => `${met ? '✓' : '✗'} ${needLabel(t, need)}`).join(' · ');
  const lines = [`${oneLine(requirement.id)} — ${quoted(requirement.title)}`, facts.join(' · ')];
  const add = (more: readonly string[]): void => void lines.push(...more);
  if (item !== undefined) {
    add([t('Named here: {0}', oneLine(item))]);
  }
  if (requirement.statement !== undefined) {
    add([quotedBlock(requirement.statement, STATEMENT).block]);
  }
  if (needs !== '') {
    add([`${t('Needs:')} ${needs}`]);
  }
  add(listed(t, t('Missing:'), row.gaps, (gap) => gapLine(t, gap)));
  if (row.decision !== undefined) {
    const { status, reason, expires, range } = row.decision;
    const until = expires === undefined ? '' : ` (${t('expires on {0}', oneLine(expires))})`;
    add([
      `${t('Decision: {0}', stateLabel(t, status))} — ${quoted(reason, 300)}${until} — ${placeOf(PROJECT_FILE, range.start)}`,
    ]);
  }
  const places = chosen(row.links, item);
  add(listed(t, t('Places ({0}):', row.links.length), places, (link) => linkLine(t, link), row.links.length));
  if (row.tests !== undefined) {
    add([t('Tests: {0}', testStateLabel(t, row.tests.state))]);
    add(
      listed(
        t,
        t('Tests that name it:'),
        row.tests.named,
        ({ name, outcome, file, line }) =>
          `${quoted(name)} — ${testStateLabel(t, outcome)} — ${placeOf(file, { line, character: 0 })}`,
      ),
    );
  }
  if (row.links.length > places.length) {
    add([t('All places: segur_places.')]);
  }
  add(
    listed(
      t,
      t('Proofs:'),
      row.proofs,
      ({ entry, state, expires }) =>
        `${proofKindLabel(t, entry.kind)} ${quoted(proofName(entry))} — ${proofStateLabel(t, state)}${expires === undefined ? '' : ` (${t('expires on {0}', oneLine(expires))})`} — ${placeOf(PROJECT_FILE, entry.range.start)}`,
    ),
  );
  add(
    listed(
      t,
      t('Expected proofs:'),
      expected(row),
      (proof) =>
        `${proofKindLabel(t, proof.kind)} ${proof.id === undefined ? '' : `${oneLine(proof.id)} `}${quoted(proof.text)}`,
    ),
  );
  add(
    listed(
      t,
      t('Points to cover ({0} of {1}), those left:', row.covered.length, requirement.checklist.length),
      uncovered(row),
      (point) => `${oneLine(point.id)} ${quoted(point.text)}`,
    ),
  );
  add(
    listed(
      t,
      t('What the FAQ says, in full with segur_faq:'),
      row.guidance.slice(0, ANSWERS),
      ({ entry, match }) =>
        `${oneLine(entry.id)} — ${quoted(entryTitle(entry))} (${matchLabel(t, match)}): ${quoted(entry.answer, EXTRACT)}`,
      row.guidance.length,
    ),
  );
  return lines.join('\n');
}

/** A title and some of the entries; nothing where there are none. */
function listed<T>(
  t: Translate,
  title: string,
  all: readonly T[],
  line: (one: T) => string,
  total = all.length,
): string[] {
  if (all.length === 0) {
    return [];
  }
  const shown = all.slice(0, SOME);
  const rest = total - shown.length;
  return [title, ...shown.map((one) => `- ${line(one)}`), ...(rest > 0 ? [t('({0} more)', rest)] : [])];
}

function dataOf(t: Translate, row: RequirementTrace, item: string | undefined): Data {
  const { requirement, decision } = row;
  const { nature, origin, chapter, theme, statement } = requirement;
  return {
    ...rowData(row),
    ...(item === undefined ? {} : { item }),
    nature,
    origin,
    ...(chapter === undefined ? {} : { chapter: oneLine(chapter) }),
    ...(theme === undefined ? {} : { theme: oneLine(theme) }),
    ...(statement === undefined ? {} : { statement: oneLine(statement, STATEMENT) }),
    needs: row.needs.map(({ need, met }) => ({ need, met })),
    missing: row.gaps.slice(0, SOME).map((gap) => gapLine(t, gap)),
    missingTotal: row.gaps.length,
    links: chosen(row.links, item).map(linkData),
    linksTotal: row.links.length,
    proofs: row.proofs.slice(0, SOME).map(({ entry, state, expires }) => ({
      kind: entry.kind,
      name: oneLine(proofName(entry)),
      state,
      ...(expires === undefined ? {} : { expires }),
      line: entry.range.start.line + 1,
    })),
    proofsTotal: row.proofs.length,
    expectedProofs: expected(row)
      .slice(0, SOME)
      .map(({ id, kind, text }) => ({ ...(id === undefined ? {} : { id }), kind, text: oneLine(text) })),
    pointsLeft: uncovered(row)
      .slice(0, SOME)
      .map(({ id, text }) => ({ id, text: oneLine(text) })),
    ...(row.tests === undefined
      ? {}
      : {
          tests: {
            state: row.tests.state,
            named: row.tests.named.slice(0, SOME).map(({ name, outcome, message, file, line }) => ({
              name: oneLine(name),
              outcome,
              ...(message === undefined ? {} : { message: oneLine(message) }),
              file,
              line: line + 1,
            })),
          },
        }),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            status: decision.status,
            reason: oneLine(decision.reason, 300),
            line: decision.range.start.line + 1,
          },
        }),
    faq: row.guidance.slice(0, ANSWERS).map(({ entry, match }) => ({
      id: entry.id,
      title: oneLine(entryTitle(entry)),
      match,
      extract: oneLine(entry.answer, EXTRACT),
    })),
    faqTotal: row.guidance.length,
  };
}

/** Those of the scenario or proof that was named come first. */
function chosen(links: readonly Link[], item: string | undefined): readonly Link[] {
  const own = item === undefined ? [] : links.filter((link) => link.item === item);
  return (own.length === 0 ? links : [...own, ...links.filter((link) => link.item !== item)]).slice(0, SOME);
}

function expected({ requirement }: RequirementTrace): readonly ExpectedProof[] {
  return [...requirement.proofs, ...requirement.scenarios.flatMap(({ proofs }) => proofs)];
}

function uncovered({ requirement, covered }: RequirementTrace) {
  return requirement.checklist.filter(({ id }) => !covered.includes(id));
}
