import assert from 'node:assert/strict';
import { decodeText } from '../../../src/base/decodeText';
import { YamlBroken } from '../../../src/base/yamlEdit';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { parseLock, writeLock } from '../../../src/evidence/lock';
import { withCatalog, withDecision, withNewProof } from '../../../src/language/fixes/projectEdits';
import { ProjectFileBroken, withProfile } from '../../../src/vscode/project/profileText';
import { parseProjectFile } from '../../../src/workspace/projectFile';
import { corpusFiles } from '../corpus';
import { assertBounded, assertProblems, assertSame } from '../invariants';
import { mutateJson } from '../jsonMutations';
import { mutateTextSample, type TextWords } from '../mutations';
import type { Reader } from '../reader';

const YAML = [
  'a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n',
  '&x ', '*x', '<<: *x\n', '&self [*self]', '? ', ': ', '- ', '\n- ', '|\n', '>-\n', '"', "'", '---\n', '...\n', '%YAML 1.1\n', '!!binary ', '!!js/function ', '!<tag:x> ', '# ', ' #', '{', '}', '[', ']', ',', '~', 'null', 'true', 'version: 2\n', '\t',
]; // prettier-ignore

const PROJECT: TextWords = {
  words: [
    ...YAML, 'version: 1\n', 'catalogs:', 'builtin:segur-v2', 'requirements/*.yaml', 'scan:', 'include', 'exclude', 'tests', 'marker: ', '"@x"', 'proofs:\n', 'for: ', 'kind: ', 'files: ', 'value: ', 'link: ', 'date: 2026-02-30\n', 'expires: ', 'decisions:\n', 'status: ', 'not-applicable', 'reason: ', 'profile:', 'profils: ', 'couloir: ', 'results: ', 'traces: ', '../', '/etc/passwd', '**/**/**', '{a,b}{c,d}{e,f}', '[a-z]', 'covers: ', 'sensitive: ',
  ],
  nesting: [['[', ']'], ['{a: ', '}'], ['- ', ''], ['{', '}']],
}; // prettier-ignore

const CATALOG: TextWords = {
  words: [
    ...YAML, 'requirements:\n', '- id: ', 'SC.SSI/GEN.18', 'title: ', 'statement: |\n', 'needs: [code, test, proof]', 'checklist: ', 'scenarios: ', 'proofs: ', 'profiles: ', 'aliases: ', 'faq:\n', 'question: ', 'answer: |\n', 'facets: ', 'match: cited', 'origin: imported', 'nature: exigence', 'references: ', 'replaces: ', 'catalog: ', 'edition: ', 'obsolete: ', 'https://example.org/', 'constructor', '__proto__',
  ],
  nesting: [['[', ']'], ['{a: ', '}'], ['- ', '']],
}; // prettier-ignore

const LOCK: TextWords = {
  words: ['"version": 1', '"requirements": ', '"links": ', '"proofs": ', '"id": ', '"sha256": ', '"file": ', '0123456789abcdef', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n', '{', '}', '[', ']', ',', 'null', '"', '\\u0000', '__proto__'],
  nesting: [['[', ']'], ['{"a":', '}']],
}; // prettier-ignore

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : undefined;
}

export const projectReader: Reader = {
  name: 'project',
  iterations: 80,
  corpus: () => Promise.resolve(corpusFiles('project')),
  mutate: (random, corpus) => mutateTextSample(random, corpus, PROJECT),
  check({ bytes }) {
    const text = textOf(bytes);
    if (text !== undefined) {
      const read = parseProjectFile(text, 'segur.yaml');
      assertProblems(read.problems, text);
      assertBounded(read, bytes, 400, 'project file');
      assertSame(read, parseProjectFile(text, 'segur.yaml'), 'read twice');
      assertEdits(text, read.project, !read.problems.some(({ severity }) => severity === 'error'));
    }
    return Promise.resolve();
  },
};

type Project = ReturnType<typeof parseProjectFile>['project'];

/** What commands write into the file keeps all that was in it, or they refuse to. */
function assertEdits(text: string, before: Project, isSound: boolean): void {
  // Places move; all else stays.
  const facts = (project: Project): string =>
    JSON.stringify(project, (key, value: unknown) => (/range/iu.test(key) ? undefined : value));
  const edited = (edit: () => { readonly text: string }): Project | undefined => {
    try {
      const { project } = parseProjectFile(edit().text, 'segur.yaml');
      return isSound ? project : undefined;
    } catch (error) {
      if (!(error instanceof YamlBroken || error instanceof ProjectFileBroken)) {
        throw error;
      }
      return undefined;
    }
  };
  const date = '2026-01-31';
  const id = 'SC.SSI/GEN.18';
  const decided = edited(() => withDecision(text, { id, status: 'accepted-gap', reason: 'Motif : « x »', date }));
  if (decided !== undefined) {
    assertSame(decided.decisions.length, before.decisions.length + 1, 'a decision more');
    assertSame(facts({ ...decided, decisions: decided.decisions.slice(0, -1) }), facts(before), 'the rest as it was');
  }
  const proven = edited(() => withNewProof(text, { id, kind: 'rapport', files: ['a b/c: d#.pdf', "é'.md"], date }));
  if (proven !== undefined) {
    assertSame(proven.proofs.length, before.proofs.length + 1, 'a proof more');
    assertSame(facts({ ...proven, proofs: proven.proofs.slice(0, -1) }), facts(before), 'the rest as it was');
  }
  const profile = { couloir: 'Médecine : de ville', profils: ['Général'] };
  const profiled = edited(() => ({ text: withProfile(text, profile) }));
  if (profiled !== undefined) {
    assertSame(profiled.profile, profile, 'the profile');
    assertSame(facts({ ...profiled, profile: before.profile }), facts(before), 'the rest as it was');
  }
  const current = before.catalogs.map((one) => one.text);
  const named = edited(() => withCatalog(text, 'requirements/x.yaml', current));
  if (named !== undefined) {
    assertSame(named.catalogs.at(-1)?.text, 'requirements/x.yaml', 'a catalogue more');
    assertSame(facts({ ...named, catalogs: named.catalogs.slice(0, -1) }), facts(before), 'the rest as it was');
  }
}

export const catalogReader: Reader = {
  name: 'catalog',
  iterations: 300,
  corpus: () => Promise.resolve(corpusFiles('catalog')),
  mutate: (random, corpus) => mutateTextSample(random, corpus, CATALOG),
  check({ bytes }) {
    const text = textOf(bytes);
    if (text !== undefined) {
      const read = loadCatalogFile(text, 'requirements/x.yaml');
      assertProblems(read.problems, text);
      assertBounded(read, bytes, 400, 'catalogue');
      assertSame(read, loadCatalogFile(text, 'requirements/x.yaml'), 'read twice');
      if (read.catalog !== undefined) {
        const merged = mergeCatalogs([read.catalog, read.catalog]);
        assertProblems(merged.problems, text);
        for (const { id } of merged.catalog.requirements.slice(0, 50)) {
          assert.ok(merged.catalog.requirement(id) !== undefined, id);
        }
      }
    }
    return Promise.resolve();
  },
};

export const lockReader: Reader = {
  name: 'lock',
  iterations: 1200,
  corpus: () => Promise.resolve(corpusFiles('lock')),
  mutate(random, corpus) {
    const sample = random.pick(corpus);
    const json = random.below(2) === 0 ? mutateJson(Buffer.from(sample.bytes).toString('utf8'), random) : undefined;
    return json === undefined
      ? mutateTextSample(random, corpus, LOCK)
      : { name: sample.name, bytes: Buffer.from(json) };
  },
  check({ bytes }) {
    const text = textOf(bytes);
    if (text !== undefined) {
      const { lock, problems } = parseLock(text);
      assertProblems(problems, text);
      assert.equal(lock === undefined, problems.length > 0);
      if (lock !== undefined) {
        const written = writeLock(lock);
        const again = parseLock(written).lock;
        assert.ok(again !== undefined, 'what was written can be read');
        assertSame(writeLock(again), written, 'written twice');
        assertSame([...again.requirements.keys()], [...lock.requirements.keys()].sort(), 'all requirements');
        assertSame([...again.proofs.keys()], [...lock.proofs.keys()].sort(), 'all proofs');
      }
    }
    return Promise.resolve();
  },
};
