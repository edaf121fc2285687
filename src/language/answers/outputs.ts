import type { Data } from './answer';
import type { ToolName } from './tools';

const text: Data = { type: 'string' };
const count: Data = { type: 'integer', minimum: 0 };
const line: Data = { type: 'integer', minimum: 1, description: 'From 1.' };
const flag: Data = { type: 'boolean' };

function list(items: Data): Data {
  return { type: 'array', items };
}

/** All properties are required but those that are named as optional. */
function object(properties: Readonly<Record<string, Data>>, optional: Readonly<Record<string, Data>> = {}): Data {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    ...(Object.keys(properties).length === 0 ? {} : { required: Object.keys(properties) }),
    additionalProperties: false,
  };
}

const state: Data = {
  type: 'string',
  enum: ['satisfied', 'partial', 'missing', 'suspect', 'not-applicable', 'accepted-gap'],
};
const rowFields = { id: text, title: text, state, scope: text };
const row = object(rowFields);
const named = object({ id: text, title: text });
const linkFields = { file: text, line, verb: text, id: text, state: text };
const testState: Data = { type: 'string', enum: ['passed', 'failed', 'skipped', 'not-run'] };
const linkOptions = { item: text, unit: object({ kind: text, name: text }), note: text, tests: testState };
const link = object(linkFields, linkOptions);
const proposals = { unknown: text, didYouMean: list(named) };
const next = { nextOffset: count };

const requirement = object(
  {
    ...rowFields,
    nature: text,
    origin: text,
    needs: list(object({ need: text, met: flag })),
    missing: list(text),
    missingTotal: count,
    links: list(link),
    linksTotal: count,
    proofs: list(object({ kind: text, name: text, state: text, line }, { expires: text })),
    proofsTotal: count,
    expectedProofs: list(object({ kind: text, text }, { id: text })),
    pointsLeft: list(object({ id: text, text })),
    faq: list(object({ id: text, title: text, match: text, extract: text })),
    faqTotal: count,
  },
  {
    item: text,
    chapter: text,
    theme: text,
    statement: text,
    decision: object({ status: text, reason: text, line }),
    tests: object({
      state: testState,
      named: list(object({ name: text, outcome: text, file: text, line }, { message: text })),
    }),
  },
);

const problem = object({ code: text, severity: text, file: text, message: text }, { line });

function some(items: Data): Data {
  return object({ total: count, items: list(items) });
}

/** JSON Schemas of the data of each answer. */
export const outputSchemas: Readonly<Record<ToolName, Data>> = {
  segur_search: object({
    query: text,
    allWords: { type: 'boolean', description: 'Otherwise nothing holds all the words, and these hold some.' },
    requirements: object({ total: count, items: list(row) }, next),
    faq: object(
      { total: count, items: list(object({ id: text, title: text, requirements: list(text) }, { question: text })) },
      next,
    ),
  }),
  segur_requirement: object({ requirements: list(requirement) }, { others: list(row), ...proposals }),
  segur_gaps: object(
    {
      inProfile: count,
      open: count,
      total: count,
      groupedBy: { type: 'string', enum: ['chapter', 'theme'] },
      groups: list(object({ name: text, open: count, blocking: count })),
      items: list(object({ ...rowFields, group: text, nature: text, missing: list(text), missingTotal: count })),
    },
    next,
  ),
  segur_places: object(
    { requirements: list(row), links: list(link), linksTotal: count },
    {
      file: text,
      mentions: list(object({ file: text, line })),
      proofOf: list(object({ ...rowFields, proof: text })),
      outside: text,
      ...next,
      unknown: text,
      didYouMean: { type: 'array', items: { anyOf: [named, text] } },
    },
  ),
  segur_faq: object(
    {},
    {
      id: text,
      title: text,
      question: text,
      reconstructed: flag,
      answer: text,
      cut: flag,
      source: text,
      facets: { type: 'object', additionalProperties: text },
      requirements: list(row),
      requirementsTotal: count,
      ...proposals,
    },
  ),
  segur_changes: object({
    since: count,
    mark: count,
    changed: flag,
    requirements: some(object({ id: text, missing: list(text) }, { before: state, after: state })),
    linksAdded: some(link),
    linksRemoved: some(link),
    linksJudgedOtherwise: some(object({ ...linkFields, before: text }, linkOptions)),
    newProblems: some(problem),
    solvedProblems: some(problem),
  }),
};
