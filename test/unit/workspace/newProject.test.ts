import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import frenchBundle from '../../../l10n/bundle.l10n.fr.json';
import { english, translator } from '../../../src/base/message';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { withProof } from '../../../src/language/fixes/projectEdits';
import { newProject, projectStart, type ProjectStart } from '../../../src/workspace/newProject';
import { parseProjectFile } from '../../../src/workspace/projectFile';
import { MemoryFileSystem } from './memoryFileSystem';

const root = join(__dirname, '..', '..', '..');
const shipped = ['segur-v2.yaml', 'segur-v2.faq.yaml'].map(
  (name) => loadCatalogFile(readFileSync(join(root, 'requirements', name), 'utf8'), name).catalog,
);
const { catalog } = mergeCatalogs(shipped.flatMap((file) => file ?? []));
const ajv = addFormats(new Ajv({ allowUnionTypes: true, strict: true }));
const fitsSchema = ajv.compile(
  JSON.parse(readFileSync(join(root, 'schemas', 'project.schema.json'), 'utf8')) as object,
);

const bare: ProjectStart = { catalog, results: [] };
const full: ProjectStart = {
  catalog,
  profile: {
    couloir: 'Médecin de ville',
    dispositif: 'LGC',
    profils: ['Général', "Prestations d'hébergement ou Saas"],
  },
  product: { file: 'package.json', name: '@acme/dossier: "patient" #1', version: '4.20' },
  results: ['**/surefire-reports/*.xml', '**/TEST-*.xml'],
};

/** An example begins with `#` and no blank, or goes on below one with two. */
const EXAMPLE = /^#(?=\S| {2})/u;

function problemsOf(text: string): string[] {
  const { problems } = parseProjectFile(text, 'segur.yaml');
  const told = problems.map(({ message: { template } }) => template);
  return fitsSchema(parse(text)) ? told : [...told, ...(fitsSchema.errors ?? []).map(({ message = '' }) => message)];
}

function uncommented(text: string, which: (line: string, index: number) => boolean = () => true): string {
  return text
    .split('\n')
    .map((line, index) => (EXAMPLE.test(line) && which(line, index) ? line.slice(1) : line))
    .join('\n');
}

for (const [language, t] of [
  ['English', english],
  ['French', translator(frenchBundle)],
] as const) {
  describe(`the first segur.yaml, in ${language}`, () => {
    it('says nothing that nobody chose', () => {
      const text = newProject(t, {
        ...bare,
        product: { file: 'pom.xml', name: 'X', version: '1' },
        results: ['**/TEST-*.xml'],
      });
      assert.deepEqual(problemsOf(text), []);
      assert.deepEqual(parse(text), { version: 1 });
    });

    it('says the profile that was chosen', () => {
      const { project } = parseProjectFile(newProject(t, full), 'segur.yaml');
      assert.deepEqual(project.profile, full.profile);
      assert.deepEqual(parse(newProject(t, { ...bare, profile: { profils: [] } })), { version: 1, profile: {} });
    });

    for (const [name, start] of [
      ['a bare folder', bare],
      ['a folder that proposes much', full],
    ] as const) {
      const text = newProject(t, start);

      it(`of ${name}: all its examples count without a problem when their # is removed`, () => {
        const whole = uncommented(text);
        assert.deepEqual(problemsOf(whole), []);
        assert.deepEqual(Object.keys(parse(whole) as object), [
          'version',
          'product',
          'profile',
          'catalogs',
          'scan',
          'results',
          'traces',
          'proofs',
          'decisions',
        ]);
      });

      it(`of ${name}: so does each example alone`, () => {
        const lines = text.split('\n');
        const heads = lines.flatMap((line, index) => (/^#\S/u.test(line) ? [index] : []));
        assert.ok(heads.length >= 7);
        for (const head of heads) {
          const end = lines.findIndex((line, index) => index > head && !/^# {2}/u.test(line));
          const one = uncommented(text, (_, index) => index >= head && index < end);
          assert.deepEqual(problemsOf(one), [], lines[head]);
          assert.ok(Object.keys(parse(one) as object).length > Object.keys(parse(text) as object).length, lines[head]);
        }
      });

      it(`of ${name}: so does each line of the scan alone`, () => {
        const lines = text.split('\n');
        const scan = lines.indexOf('#scan:');
        for (const key of ['exclude', 'tests', 'sensitive', 'marker', 'mentions']) {
          const own = lines.findIndex((line) => line.startsWith(`#  ${key}:`));
          const one = uncommented(text, (_, index) => index === scan || index === own);
          assert.deepEqual(problemsOf(one), [], key);
          assert.deepEqual(Object.keys((parse(one) as { scan: object }).scan), [key]);
        }
      });
    }

    it('proposes what was found, in one line each, whatever stands in it', () => {
      const whole = parse(uncommented(newProject(t, full))) as { product: unknown; results: unknown };
      assert.deepEqual(whole.product, { name: '@acme/dossier: "patient" #1', version: '4.20' });
      assert.deepEqual(whole.results, full.results);
    });

    it('tells the values of the profile that the catalogue knows, and no other', () => {
      const text = newProject(t, bare);
      assert.match(text, /^# couloir: .*Hôpital.* \| Médecin de ville/mu);
      assert.match(text, /^# dispositif: .*\bLGC\b/mu);
      assert.match(text, /^# profils: .*Général/mu);
      const empty = newProject(t, { catalog: mergeCatalogs([]).catalog, results: [] });
      assert.doesNotMatch(empty, /^# (?:couloir|dispositif|profils):/mu);
    });

    it('keeps all its comments when a command declares a proof in it', () => {
      const text = newProject(t, bare);
      const edited = withProof(text, 'SC.SSI/GEN.21', 'documentation').text;
      assert.deepEqual(problemsOf(edited), []);
      const kept = new Set(edited.split('\n'));
      assert.deepEqual(
        text.split('\n').filter((line) => !kept.has(line)),
        [],
      );
    });
  });
}

it('the first segur.yaml comes in the language of its reader', () => {
  const prose = (text: string) =>
    text.split('\n').filter((line) => /^# [^ ]/u.test(line) && !/^# (?:couloir|dispositif|profils):/u.test(line));
  const english_ = prose(newProject(english, full));
  const french = new Set(prose(newProject(translator(frenchBundle), full)));
  assert.deepEqual(
    english_.filter((line) => french.has(line)),
    [],
  );
});

// @segur ST.GST.01
describe('what a folder proposes for its segur.yaml', () => {
  const look = async (files: Record<string, string | Uint8Array>) => projectStart(new MemoryFileSystem(files), catalog);
  const productOf = async (files: Record<string, string | Uint8Array>) => (await look(files)).product;

  it('is the name and version of its build file', async () => {
    assert.deepEqual(await productOf({ 'package.json': '{"name": "@acme/dossier", "version": "4.2.0"}' }), {
      file: 'package.json',
      name: '@acme/dossier',
      version: '4.2.0',
    });
    assert.deepEqual(
      await productOf({
        'pyproject.toml':
          '[tool.x]\nname = "no"\n[project]\nname = "dossier" # x\nversion=\'1.0\'\n[a]\nversion = "2"\n',
      }),
      { file: 'pyproject.toml', name: 'dossier', version: '1.0' },
    );
    assert.deepEqual(await productOf({ 'Cargo.toml': '[package]\nname = "dossier"\nversion.workspace = true\n' }), {
      file: 'Cargo.toml',
      name: 'dossier',
    });
    assert.deepEqual(
      await productOf({ 'settings.gradle.kts': 'pluginManagement {}\nrootProject.name = "dossier"\n' }),
      {
        file: 'settings.gradle.kts',
        name: 'dossier',
      },
    );
  });

  it('is what a pom.xml says of the project itself, not of its parent or what it depends on', async () => {
    const pom = (own: string) =>
      `<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0"><parent><artifactId>parent</artifactId><version>9</version></parent>${own}<dependencies><dependency><artifactId>dep</artifactId><version>3</version></dependency></dependencies></project>`;
    assert.deepEqual(
      await productOf({
        'pom.xml': pom('<artifactId>dossier</artifactId><version>4.2</version><name>Dossier patient</name>'),
      }),
      {
        file: 'pom.xml',
        name: 'Dossier patient',
        version: '4.2',
      },
    );
    assert.deepEqual(await productOf({ 'pom.xml': pom('<artifactId>dossier</artifactId><name>${x}</name>') }), {
      file: 'pom.xml',
      name: 'dossier',
      version: '9',
    });
    assert.deepEqual(
      await productOf({ 'pom.xml': pom('<artifactId>dossier</artifactId><version>${revision}</version>') }),
      {
        file: 'pom.xml',
        name: 'dossier',
      },
    );
  });

  it('is nothing where files are broken, huge, binary or say no name', async () => {
    const useless = {
      'pom.xml': '<project><artifactId>x',
      'package.json': '{"version": "1", "name": ["x"]}',
      'composer.json': `{"name": "${'x'.repeat(200)}"}`,
      'Cargo.toml': '[package]\nname = ""\n',
      'pyproject.toml': new Uint8Array([0, 1, 2, 3]),
    };
    assert.equal(await productOf(useless), undefined);
    assert.equal(await productOf({ 'package.json': `{"name": "x", "pad": "${'x'.repeat(1024 * 1024)}"}` }), undefined);
    assert.equal(await productOf({ 'package.json': '{"name": "a\\nprofile: x"}' }), undefined);
    assert.equal(await productOf({ 'package.json': 'null' }), undefined);
    const fs = new MemoryFileSystem({ 'package.json': '{"name": "x"}' });
    fs.makeUnreadable('package.json');
    assert.equal((await projectStart(fs, catalog)).product, undefined);
  });

  it('are places of test results of which a file is JUnit XML', async () => {
    const junit = '<?xml version="1.0"?>\n<testsuites><testsuite name="a"/></testsuites>';
    const { results } = await look({
      'target/surefire-reports/TEST-a.xml': junit,
      'resultats/junit/api.xml': '<testsuite/>',
      'app/build/test-results/test/binary.xml': '<other/>',
      'notes/TEST-plan.xml': '<plan/>',
      'src/data.xml': junit,
    });
    assert.deepEqual(results, ['**/surefire-reports/*.xml', '**/junit/**/*.xml']);
    assert.deepEqual((await look({})).results, []);
  });
});
