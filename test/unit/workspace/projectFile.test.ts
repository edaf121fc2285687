import assert from 'node:assert/strict';
import { ProblemCode } from '../../../src/base/problem';
import { defaultProject, parseProjectFile } from '../../../src/workspace/projectFile';

function parse(text: string) {
  const { project, problems } = parseProjectFile(`version: 1\n${text}`, 'segur.yaml');
  return {
    project,
    problems,
    codes: problems.map(({ code }) => code),
    lines: problems.map(({ range }) => range?.start.line),
  };
}

describe('parseProjectFile', () => {
  it('reads product, profile, catalogues and scan settings', () => {
    const { project, problems } = parse(`product: { name: Dossier patient, version: 4.20 }
profile: { couloir: medico-social, dispositif: DUI, profils: [Général, IAM] }
catalogs: [ "builtin:segur-v2", "requirements/*.yaml" ]
scan: { include: ["src/**"], exclude: ["**/dist/**"], tests: ["**/*Test.java"], sensitive: src/auth/**, marker: "@req", mentions: false }
results: "**/TEST-*.xml"
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(project.product, { name: 'Dossier patient', version: '4.20' });
    assert.deepEqual(project.profile, { couloir: 'medico-social', dispositif: 'DUI', profils: ['Général', 'IAM'] });
    assert.deepEqual(
      project.catalogs.map(({ text }) => text),
      ['builtin:segur-v2', 'requirements/*.yaml'],
    );
    assert.deepEqual(project.scan, {
      include: ['src/**'],
      exclude: ['**/dist/**'],
      tests: ['**/*Test.java'],
      sensitive: ['src/auth/**'],
      marker: '@req',
      mentions: false,
    });
    assert.deepEqual(
      project.results.map(({ text }) => text),
      ['**/TEST-*.xml'],
    );
  });

  it('fills in the defaults', () => {
    const { project, problems } = parse('');
    assert.deepEqual(problems, []);
    assert.deepEqual(project, defaultProject());
  });

  it('takes an empty file for one that says nothing', () => {
    assert.deepEqual(parseProjectFile('', 'segur.yaml').project, defaultProject());
  });

  it('reads proofs with the places of the entry and of each id', () => {
    const { project, problems } = parse(`proofs:
  - for: [SC.SSI/GEN.18, SC.SSI/GEN.07]
    kind: formulaire
    files: preuves/GEN.18/*.xlsx
    date: 2026-09-01
    covers: [raci, frequence]
  - { for: SC.SSI/GEN.21, kind: rapport, value: 1234 }
`);
    assert.deepEqual(problems, []);
    const [form, report] = project.proofs;
    assert.deepEqual(form?.for, ['SC.SSI/GEN.18', 'SC.SSI/GEN.07']);
    assert.deepEqual(form.files, ['preuves/GEN.18/*.xlsx']);
    assert.equal(form.date, '2026-09-01');
    assert.deepEqual(form.covers, ['raci', 'frequence']);
    assert.deepEqual(form.range.start, { line: 2, character: 4 });
    assert.deepEqual(form.range.end.line, 6);
    assert.deepEqual(form.forRanges, [
      { start: { line: 2, character: 10 }, end: { line: 2, character: 23 } },
      { start: { line: 2, character: 25 }, end: { line: 2, character: 38 } },
    ]);
    assert.equal(report?.value, '1234');
    assert.deepEqual(report.forRanges[0], { start: { line: 7, character: 11 }, end: { line: 7, character: 24 } });
  });

  it('reads decisions', () => {
    const { project, problems } = parse(`decisions:
  - for: SC.SSI/IE.36
    status: not-applicable
    reason: Authentification déléguée
    by: Responsable produit
    date: 2026-09-01
    expires: 2027-09-01
`);
    assert.deepEqual(problems, []);
    assert.equal(project.decisions[0]?.status, 'not-applicable');
    assert.equal(project.decisions[0].expires, '2027-09-01');
  });

  it('drops a faulty proof and keeps the others', () => {
    const { project, codes, lines } = parse(`proofs:
  - { for: A-1, kind: papier, value: x }
  - { for: A-2, kind: rapport, value: x }
  - { for: A-3, kind: rapport, value: x, expires: 2026-02-30 }
  - { for: A-4, kind: rapport, value: x, expires: demain }
  - { for: A-5, kind: rapport }
  - { for: A-6, kind: rapport, value: x, link: "https://example.org" }
  - { for: A-7, kind: rapport, link: "javascript:alert(1)" }
  - { for: A-8, kind: rapport, value: y }
`);
    assert.deepEqual(
      project.proofs.map((proof) => proof.for[0]),
      ['A-2', 'A-8'],
    );
    assert.deepEqual(new Set(codes), new Set([ProblemCode.YamlSchema]));
    assert.deepEqual([...lines].sort(), [2, 4, 5, 6, 7, 8]);
  });

  it('drops a decision whose end is no date, since it would count for ever', () => {
    const { project, codes } = parse(`decisions:
  - { for: A-1, status: accepted-gap, reason: r, expires: [2026] }
`);
    assert.deepEqual(project.decisions, []);
    assert.deepEqual(codes, [ProblemCode.YamlSchema]);
  });

  it('refuses paths that leave the folder, at their place', () => {
    const { project, codes, lines } = parse(`proofs:
  - for: A-1
    kind: rapport
    files: [../secret.pdf, preuves/a.pdf]
  - { for: A-2, kind: rapport, files: /etc/passwd }
  - { for: A-3, kind: rapport, files: 'preuves/{a,../../b}' }
catalogs: ['C:/x.yaml']
`);
    assert.deepEqual(
      project.proofs.map(({ files }) => files),
      [['preuves/a.pdf']],
    );
    assert.deepEqual(project.catalogs, []);
    assert.deepEqual(codes, Array(4).fill(ProblemCode.PathOutside));
    assert.deepEqual([...lines].sort(), [4, 5, 6, 7]);
  });

  it('refuses globs that would take for ever', () => {
    const { project, codes } = parse(`scan:
  include: ['${'{a,b}'.repeat(20)}', '${'x'.repeat(2000)}', 'a\\b']
  exclude: ['{1..100000000}']
`);
    assert.deepEqual(codes, Array(4).fill(ProblemCode.GlobInvalid));
    assert.deepEqual(project.scan.include, ['**']);
    assert.deepEqual(project.scan.exclude, []);
  });

  it('reports broken YAML and goes on with what can be read', () => {
    const { project, codes } = parse('product: { name: X }\nproofs: [\n');
    assert.ok(codes.includes(ProblemCode.YamlSyntax));
    assert.equal(project.product.name, 'X');
  });

  it('says that a version is not known', () => {
    const { problems } = parseProjectFile('version: 7\nproduct: { name: X }\n', 'segur.yaml');
    assert.equal(problems[0]?.code, ProblemCode.YamlVersion);
  });
});
