import assert from 'node:assert/strict';
import { english, render } from '../../../src/base/message';
import type { Link } from '../../../src/trace/model';
import { catalogOf, decisionOf, rowOf, traceOf } from './fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Un, needs: [code, test], aliases: [SC.SSI/OLD.1] }
  - { id: SC.SSI/GEN.19, title: Deux, needs: [proof] }
  - { id: SC.SSI/GEN.20, title: Trois, obsolete: true }
  - { id: SC.SSI/GEN.21, title: Quatre, revision: "3", profiles: [{ dispositif: LGC, profil: Général }] }
  - { id: SC.SSI/GEN.22, title: Cinq, scenarios: [{ id: SC.SSI/GEN.22.01, proofs: [{ kind: capture, text: Écran }] }] }
`);

function linksOf(text: string, path = 'src/a.ts'): Link[] {
  const trace = traceOf(catalog, { files: { [path]: text } });
  return [...trace.requirements.flatMap((row) => row.links), ...trace.unknownLinks];
}

function stateOf(text: string): string[] {
  return linksOf(text).map((link) => link.state);
}

function codesOf(text: string): string[] {
  return traceOf(catalog, { files: { 'src/a.ts': text } }).problems.map((problem) => problem.code);
}

describe('the links of a file', () => {
  it('are ok when the requirement is known and needs that kind', () => {
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.18\nrun();\n'), ['ok']);
    assert.deepEqual(codesOf('// @segur SC.SSI/GEN.18\nrun();\n'), []);
  });

  it('are unknown, with the closest ids proposed, when no catalogue knows the id', () => {
    const text = '// @segur SC.SSI/GEN.81\nrun();\n';
    assert.deepEqual(stateOf(text), ['unknown']);
    const [problem] = traceOf(catalog, { files: { 'src/a.ts': text } }).problems;
    assert.ok(problem?.remedy);
    assert.equal(problem.code, 'annotation.unknown-id');
    assert.equal(problem.severity, 'error');
    assert.match(render(english, problem.remedy), /SC\.SSI\/GEN\.18/u);
  });

  it('are outdated or predated when the pinned revision is older or newer than the catalogue', () => {
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.18~2025\nrun();\n'), ['outdated']);
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.18~2026\nrun();\n'), ['ok']);
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.18~2027\nrun();\n'), ['predated']);
    assert.deepEqual(codesOf('// @segur SC.SSI/GEN.18~2025\nrun();\n'), ['annotation.outdated']);
    assert.deepEqual(codesOf('// @segur SC.SSI/GEN.18~2027\nrun();\n'), ['annotation.predated']);
  });

  it('compare a pin with the requirement’s own revision before the catalogue’s edition', () => {
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.21~2\nrun();\n'), ['outdated']);
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.21~3\nrun();\n'), ['ok']);
  });

  it('are unwanted when no such kind is needed, or the requirement is obsolete', () => {
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.19\nrun();\n'), ['unwanted']);
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.20\nrun();\n'), ['unwanted']);
    assert.deepEqual(codesOf('// @segur SC.SSI/GEN.19\nrun();\n'), ['annotation.unwanted']);
    assert.deepEqual(codesOf('// @segur SC.SSI/GEN.20\nrun();\n'), ['annotation.obsolete-requirement']);
  });

  it('are unwanted when the requirement was decided not applicable, and wanted when its gap was accepted', () => {
    const files = { 'src/a.ts': '// @segur SC.SSI/GEN.18\nrun();\n' };
    const stateWith = (status: 'not-applicable' | 'accepted-gap') =>
      rowOf(traceOf(catalog, { files, decisions: [decisionOf('SC.SSI/GEN.18', { status })] }), 'SC.SSI/GEN.18').links[0]
        ?.state;
    assert.equal(stateWith('not-applicable'), 'unwanted');
    assert.equal(stateWith('accepted-gap'), 'ok');
  });

  it('are unwanted out of the profile', () => {
    const files = { 'src/a.ts': '// @segur SC.SSI/GEN.21\nrun();\n' };
    const profiled = catalogOf(`requirements:
  - { id: SC.SSI/GEN.21, title: Quatre, profiles: [{ dispositif: LGC, profil: Général }] }
  - { id: SC.SSI/GEN.22, title: Cinq, profiles: [{ dispositif: DPI, profil: Général }] }
`);
    const trace = traceOf(profiled, { files, profile: { dispositif: 'DPI', profils: [] } });
    assert.equal(rowOf(trace, 'SC.SSI/GEN.21').links[0]?.state, 'unwanted');
  });

  it('are duplicate the second time on one piece of code, not on two', () => {
    assert.deepEqual(stateOf('// @segur SC.SSI/GEN.18, ssi/gen.18\nfunction run() {}\n'), ['ok', 'duplicate']);
    assert.deepEqual(
      stateOf('// @segur SC.SSI/GEN.18\nfunction run() {}\n// @segur SC.SSI/GEN.18\nfunction stop() {}\n'),
      ['ok', 'ok'],
    );
    assert.deepEqual(codesOf('// @segur SC.SSI/GEN.18, SC.SSI/GEN.18\nrun();\n'), ['annotation.duplicate']);
  });

  it('verify in tests and implement elsewhere, unless the author says otherwise', () => {
    const verbs = (path: string, verb = '') => linksOf(`// @segur ${verb} SC.SSI/GEN.18\nrun();\n`, path)[0]?.verb;
    assert.equal(verbs('src/a.ts'), 'implements');
    assert.equal(verbs('test/a.ts'), 'verifies');
    assert.equal(verbs('test/a.ts', 'implements'), 'implements');
    assert.equal(verbs('src/a.ts', 'vérifie'), 'verifies');
  });

  it('count for the requirement above when a scenario is named', () => {
    const [link] = linksOf('// @segur SC.SSI/GEN.22.01\nrun();\n');
    assert.equal(link?.id, 'SC.SSI/GEN.22');
    assert.equal(link.item, 'SC.SSI/GEN.22.01');
  });

  it('are one for each requirement that a range stands for, with a hint', () => {
    const text = '// @segur SC.SSI/GEN.18-19\nrun();\n';
    assert.deepEqual(
      linksOf(text).map((link) => link.id),
      ['SC.SSI/GEN.18', 'SC.SSI/GEN.19'],
    );
    assert.ok(codesOf(text).includes('annotation.short-form'));
  });

  it('follow a former id, with a hint to write the one of today', () => {
    const text = '// @segur SC.SSI/OLD.1\nrun();\n';
    assert.deepEqual(
      linksOf(text).map((link) => link.id),
      ['SC.SSI/GEN.18'],
    );
    assert.deepEqual(codesOf(text), ['annotation.alias']);
  });

  it('are none for ids without the marker: these are mentions', () => {
    const trace = traceOf(catalog, { files: { 'src/a.ts': '// see SC.SSI/GEN.18\nrun();\n' } });
    assert.deepEqual(
      trace.mentions.map(({ file, id }) => [file, id]),
      [['src/a.ts', 'SC.SSI/GEN.18']],
    );
    assert.deepEqual(rowOf(trace, 'SC.SSI/GEN.18').links, []);
  });

  it('name the first place of a duplicate, the catalogue of a revision, the decision that makes them unwanted', () => {
    const relatedTo = (text: string, decided = false) => {
      const decisions = decided ? [decisionOf('SC.SSI/GEN.18')] : [];
      const { problems } = traceOf(catalog, { files: { 'src/a.ts': text }, decisions });
      return problems.flatMap(({ related = [] }) =>
        related.map((place) => [place.file, place.range.start.line, render(english, place.message)]),
      );
    };
    assert.deepEqual(relatedTo('// @segur GEN.18\n// @segur SC.SSI/GEN.18\nrun();\n'), [
      ['src/a.ts', 0, 'SC.SSI/GEN.18 stands here already'],
    ]);
    assert.deepEqual(relatedTo('// @segur SC.SSI/GEN.18~2025\nrun();\n'), [
      ['catalogue.yaml', 3, 'SC.SSI/GEN.18 in the catalogue'],
    ]);
    assert.deepEqual(relatedTo('// @segur SC.SSI/GEN.18\nrun();\n', true), [
      ['segur.yaml', 0, 'The decision on SC.SSI/GEN.18'],
    ]);
  });
});

describe('the verb that an author writes', () => {
  const verifies = (path: string, code: string, verb = 'verifies') =>
    traceOf(catalog, { files: { [path]: `// @segur ${verb} SC.SSI/GEN.18\n${code}\n` } }).problems.map(
      ({ code: of, severity, range }) => [of, severity, range?.start.character, range?.end.character],
    );
  const told = [['annotation.verifies-outside-tests', 'information', 10, 18]];

  it('is told when it verifies in a file that is no test', () => {
    assert.deepEqual(verifies('src/a.ts', 'export function run() {}'), told);
    assert.deepEqual(verifies('src/a.java', 'class Latest { void contest() {} }'), told);
    assert.deepEqual(verifies('test/a.ts', 'export function run() {}'), []);
    assert.deepEqual(verifies('src/a.ts', 'export function run() {}', ''), []);
  });

  it('is not told where tests stand beside the code, or where the code names itself a test', () => {
    assert.deepEqual(verifies('src/a.rs', 'fn adds() {}'), []);
    assert.deepEqual(verifies('src/a.ts', 'export function runTests() {}'), []);
    assert.deepEqual(verifies('src/a.cs', '[Fact] void Adds() {}'), []);
    assert.deepEqual(verifies('src/a.ts', 'if (import.meta.vitest) test("adds", () => {});'), []);
    assert.deepEqual(verifies('docs/recette.md', ''), []);
  });

  it('is told when it says that something is still to be done', () => {
    assert.deepEqual(verifies('src/a.ts', 'run();', 'todo'), [['annotation.todo', 'warning', 10, 14]]);
    assert.deepEqual(verifies('src/a.ts', 'run();', 'à-faire'), [['annotation.todo', 'warning', 10, 17]]);
  });
});
