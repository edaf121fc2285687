import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemCode, type Problem, type Severity } from '../../../../src/base/problem';
import { problemSection } from '../../../../src/vscode/problems/problemSection';
import { FolderTrace } from '../../../../src/workspace/folderTrace';
import { UnitReader } from '../../../../src/workspace/unitReader';
import { parsers } from '../../units/parsers';
import { MemoryFileSystem } from '../../workspace/memoryFileSystem';
import { MemoryScan } from '../../workspace/memoryScan';

/*
 * The guide to problems is held against the product: a section for each code in both languages, and examples that really yield the code.
 */

const root = join(__dirname, '..', '..', '..', '..');
const english = guide('problems.md');
const french = guide('problems.fr.md');

/** About bytes, rights and the past, which no example in a text can show; the tests of the scan and of results hold these. */
const WITHOUT_EXAMPLE: readonly ProblemCode[] = [
  ProblemCode.FileUnreadable,
  ProblemCode.FileTooLarge,
  ProblemCode.FileBinary,
  ProblemCode.AnnotationSuspect,
  ProblemCode.ProofOlderThanCode,
  ProblemCode.ResultsTooMany,
];

const LABELS: Readonly<Record<Severity, { readonly en: string; readonly fr: string }>> = {
  error: { en: 'Error', fr: 'Erreur' },
  warning: { en: 'Warning', fr: 'Avertissement' },
  information: { en: 'Information', fr: 'Information' },
  hint: { en: 'Hint', fr: 'Suggestion' },
};

function guide(name: string): string {
  return readFileSync(join(root, 'docs', name), 'utf8');
}

function sectionOf(text: string, code: string): string {
  const section = problemSection(text, code);
  assert.ok(section, `${code} has no section`);
  return section;
}

/** Path to content, of the fences that name a path behind their language. */
function filesIn(section: string): Record<string, string> {
  return Object.fromEntries(
    [...section.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gmu)].map(([, path = '', content = '']) => [
      path,
      content.trim() === '' ? '' : content,
    ]),
  );
}

/** The severities that a section's first words name. */
function labelsOf(section: string): string[] {
  const [, words = ''] = /^\*\*([^*]+)\.\*\*/mu.exec(section) ?? [];
  return words.split(/, | or | ou /u).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly Problem[]> {
  const fs = new MemoryFileSystem(files);
  const shipped = readdirSync(join(root, 'requirements')).filter((name) => name.startsWith('segur-v2'));
  const faults: unknown[] = [];
  const reader = new UnitReader(fs, parsers);
  const folder = new FolderTrace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: () =>
      Promise.resolve(
        shipped.map((name) => ({
          file: `builtin:${name}`,
          text: readFileSync(join(root, 'requirements', name), 'utf8'),
        })),
      ),
    scan: new MemoryScan(fs).scan,
    readUnits: async (questions, marker, onAnswers) => onAnswers(await reader.answerAll(questions, marker)),
    onError: (error) => faults.push(error),
  });
  await folder.load();
  await folder.resolveUnits();
  assert.deepEqual(faults, []);
  return folder.trace.problems;
}

// @segur ST.EDT.05
describe('the guide to problems', () => {
  for (const code of Object.values(ProblemCode)) {
    it(`tells of ${code} in both languages, with one example and the severities that it comes with`, async () => {
      const sections = [sectionOf(english, code), sectionOf(french, code)] as const;
      const [files, sameFiles] = sections.map(filesIn);
      assert.deepEqual(sameFiles, files);
      const severities = Object.values(LABELS).filter(({ en }) => labelsOf(sections[0]).includes(en));
      assert.ok(severities.length > 0);
      assert.deepEqual(
        labelsOf(sections[1]),
        labelsOf(sections[0]).map((label) => severities.find(({ en }) => en === label)?.fr),
      );
      if (WITHOUT_EXAMPLE.includes(code)) {
        return;
      }
      const problems = await problemsOf(files ?? {});
      const own = problems.filter((problem) => problem.code === code);
      assert.equal(own.length, 1, `the example yields ${problems.map((problem) => problem.code).join(', ')}`);
      assert.ok(own.every(({ severity }) => labelsOf(sections[0]).includes(LABELS[severity].en)));
      assert.deepEqual(
        problems.filter((problem) => problem.code !== code),
        [],
      );
    });
  }

  it('tells of no code that does not exist', () => {
    const codes = new Set<string>(Object.values(ProblemCode));
    for (const text of [english, french]) {
      const told = [...text.matchAll(/^### (.+)$/gmu)].map(([, code = '']) => code);
      assert.deepEqual(told, [...new Set(told)]);
      assert.deepEqual(
        told.filter((code) => !codes.has(code)),
        [],
      );
    }
  });

  it('gives a section as a page, without what follows it', () => {
    const page = sectionOf(english, ProblemCode.AnnotationTodo);
    assert.match(page, /^# annotation\.todo\n/u);
    assert.doesNotMatch(page, /^## /mu);
    assert.equal(problemSection(english, 'annotation.none'), undefined);
  });
});
