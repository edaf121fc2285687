import assert from 'node:assert/strict';
import type { Requirement } from '../../../../src/catalog/model';
import type { Link, RequirementState, RequirementTrace, Scope, StateCounts, Trace } from '../../../../src/trace/model';
import { statesByUrgency } from '../../../../src/trace/urgency';
import { groupRows } from '../../../../src/vscode/tree/requirementRows';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function row(
  id: string,
  chapter: string | undefined,
  state: RequirementState,
  more: { scope?: Scope; linked?: boolean } = {},
): RequirementTrace {
  const requirement: Requirement = {
    id,
    title: `Title of ${id}`,
    origin: 'cited',
    ...(chapter === undefined ? {} : { chapter }),
    nature: 'exigence',
    needs: [],
    profiles: [],
    checklist: [],
    scenarios: [],
    proofs: [],
    references: [],
    aliases: [],
    location: { file: 'requirements/a.yaml', range: place },
    catalogId: 'a',
  };
  const link: Link = { file: 'a.ts', range: place, verb: 'implements', id, raw: id, state: 'ok', snippet: '' };
  return {
    requirement,
    scope: more.scope ?? 'applicable',
    state,
    needs: [],
    links: more.linked === true ? [link] : [],
    proofs: [],
    covered: [],
    documents: [],
    guidance: [],
    gaps: [],
  };
}

function traceOf(requirements: readonly RequirementTrace[]): Trace {
  const counts = Object.fromEntries(statesByUrgency.map((state) => [state, 0])) as unknown as StateCounts;
  return {
    product: {},
    profile: { profils: [] },
    catalogs: [],
    requirements,
    unknownLinks: [],
    former: [],
    mentions: [],
    problems: [],
    problemsByFile: [],
    counts,
    chapters: [],
    themes: [],
    families: [],
    requirement: (id) => requirements.find((candidate) => candidate.requirement.id === id),
  };
}

function shown(...args: Parameters<typeof groupRows>): [string, string[]][] {
  return groupRows(...args).map(({ key, rows }) => [key, rows.map(({ requirement }) => requirement.id)]);
}

// @segur ST.EDT.01
describe('groupRows', () => {
  it('keeps the order of the catalogue within and between chapters', () => {
    const trace = traceOf([row('2', 'B', 'missing'), row('1', 'A', 'missing'), row('3', 'B', 'satisfied')]);
    assert.deepEqual(shown(trace, 'chapter', { states: [] }), [
      ['B', ['2', '3']],
      ['A', ['1']],
    ]);
  });

  it('puts requirements without a chapter in a group without a name', () => {
    const [group] = groupRows(traceOf([row('1', undefined, 'missing')]), 'chapter', { states: [] });
    assert.equal(group?.name, undefined);
    assert.equal(group?.rows.length, 1);
  });

  it('puts the states that ask for work first and leaves out empty ones', () => {
    const trace = traceOf([row('1', 'A', 'satisfied'), row('2', 'A', 'missing'), row('3', 'A', 'suspect')]);
    assert.deepEqual(
      shown(trace, 'state', { states: [] }).map(([key]) => key),
      ['suspect', 'missing', 'satisfied'],
    );
  });

  it('shows only the wanted states', () => {
    const trace = traceOf([row('1', 'A', 'satisfied'), row('2', 'B', 'missing')]);
    assert.deepEqual(shown(trace, 'chapter', { states: ['missing'] }), [['B', ['2']]]);
  });

  it('shows only what the text search found', () => {
    const trace = traceOf([row('1', 'A', 'satisfied'), row('2', 'B', 'missing')]);
    assert.deepEqual(shown(trace, 'chapter', { states: [], found: new Set(['1']) }), [['A', ['1']]]);
    assert.deepEqual(shown(trace, 'chapter', { states: [], found: new Set() }), []);
  });

  it('lists requirements out of the profile last, and only those that the code speaks of', () => {
    const trace = traceOf([
      row('1', 'A', 'missing', { scope: 'out-of-profile', linked: true }),
      row('2', 'A', 'missing', { scope: 'out-of-profile' }),
      row('3', 'A', 'missing', { scope: 'unknown' }),
      row('4', 'A', 'missing', { scope: 'obsolete', linked: true }),
    ]);
    assert.deepEqual(shown(trace, 'chapter', { states: [] }), [
      ['A', ['3']],
      ['outside', ['1', '4']],
    ]);
  });
});
