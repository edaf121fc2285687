import type { SeededRandom } from './random';

/** One of the twelve languages of generated trees: how it spells comments, strings and lines of code. */
export interface Language {
  readonly extension: string;
  /** What starts a comment that ends with its line. */
  readonly line: string;
  /** What encloses a comment of several lines, where the language has one. */
  readonly block?: readonly [string, string];
  readonly statement: (words: Words) => string;
  readonly head: (words: Words) => string;
}

export interface Words {
  readonly a: string;
  readonly b: string;
  readonly n: number;
}

const C_BLOCK = ['/*', '*/'] as const;
const call = ({ a, b, n }: Words): string => `    ${a}.${b}(${n}, "${b} of ${a}");`;

export const LANGUAGES: readonly Language[] = [
  {
    extension: 'ts',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `  const ${a}${n} = \`\${${b}} // ${a}\`;`,
    head: ({ a, b }) => `export function ${a}(${b}: string): void {`,
  },
  {
    extension: 'js',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `  const ${a}${n} = /${b}\\/+/u.test('${a}') ? ${n} : null;`,
    head: ({ a, b }) => `function ${a}(${b}) {`,
  },
  { extension: 'java', line: '//', block: C_BLOCK, statement: call, head: ({ a, b }) => `  void ${a}(String ${b}) {` },
  {
    extension: 'c',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `    ${a}->${b} = ${n} / ${n + 1}; puts("${b}\\n");`,
    head: ({ a, b }) => `static int ${a}(struct ${b} *${b}) {`,
  },
  {
    extension: 'cpp',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `    auto ${a}${n} = R"(${b} "quoted")" + std::to_string(${n});`,
    head: ({ a, b }) => `void ${a}(const std::string &${b}) {`,
  },
  {
    extension: 'cs',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `        var ${a}${n} = $"{${b}} of ${a}";`,
    head: ({ a, b }) => `    void ${a}(string ${b}) {`,
  },
  {
    extension: 'go',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `\t${a}${n} := \`${b} of ${a}\` + '${a.charAt(0)}'`,
    head: ({ a, b }) => `func ${a}(${b} string) {`,
  },
  {
    extension: 'rs',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `    let ${a}${n}: &'static str = "${b}";`,
    head: ({ a, b }) => `fn ${a}<'a>(${b}: &'a str) {`,
  },
  {
    extension: 'kt',
    line: '//',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `    val ${a}${n} = "$${b} of \${${a}}"`,
    head: ({ a, b }) => `fun ${a}(${b}: String) {`,
  },
  {
    extension: 'py',
    line: '#',
    statement: ({ a, b, n }) => `    ${a} = f"{${b}} # ${a}" + str(${n})`,
    head: ({ a, b, n }) => `def ${a}_${n}(${b}):`,
  },
  {
    extension: 'rb',
    line: '#',
    statement: ({ a, b, n }) => `  ${a} = "#{${b}} of ${a}" + ${n}.to_s`,
    head: ({ a, b }) => `def ${a}(${b})`,
  },
  {
    extension: 'sql',
    line: '--',
    block: C_BLOCK,
    statement: ({ a, b, n }) => `  insert into ${a} (${b}) values ('it''s ${b}', ${n});`,
    head: ({ a, b }) => `select ${a} from ${b};`,
  },
];

const WORDS =
  'alpha beta gamma user session token record value index count total service request response handler encode decode opened closed reader writer queue batch store cache point lines pages'.split(
    ' ',
  );

/** A name for a file or a folder, or a word in a text. */
export function word(random: SeededRandom): string {
  return random.pick(WORDS);
}

/** Of the catalogue that ships. */
const KNOWN: readonly string[] = [
  ...Array.from({ length: 20 }, (_, n) => `GEN.${String(n + 1).padStart(2, '0')}`),
  ...Array.from({ length: 15 }, (_, n) => `IAM.${n + 80}`),
  ...Array.from({ length: 29 }, (_, n) => `IE.${n + 30}`),
].flatMap((id) => [id, `SSI/${id}`, `SC.SSI/${id}`]);

/** The id of a requirement. @param unknown how many of all ids no catalogue knows, from 0 to 1 */
export function requirementId(random: SeededRandom, unknown: number): string {
  return random.next() < unknown
    ? `${random.pick(['REQ-', 'SRS_Core_', 'BIG.'])}${random.below(4000)}`
    : random.pick(KNOWN);
}

/** @param lines how many there are before annotations are put in */
export function sourceLines(language: Language, random: SeededRandom, lines: number): string[] {
  return Array.from({ length: lines }, (_, n) => {
    const words = { a: word(random), b: word(random), n };
    return n % 11 === 3
      ? `${language.line} ${words.a} ${words.b} of the ${word(random)}`
      : n % 13 === 0
        ? language.head(words)
        : language.statement(words);
  });
}

/** One annotation, alone on its line or after code, in a comment of either kind. No two of them are on one line. */
export function annotationLine({ line, block, statement }: Language, random: SeededRandom, unknown: number): string {
  const verb = random.pick(['', '', '', 'implements ', 'verifies ', 'partial ']);
  const more = random.below(10) === 0 ? `, ${requirementId(random, unknown)}` : '';
  const text = `@segur ${verb}${requirementId(random, unknown)}${more}${random.below(8) === 0 ? ` - ${word(random)}` : ''}`;
  const form = random.below(10);
  if (form < 2 && block !== undefined) {
    return `${block[0]} ${text} ${block[1]}`;
  }
  return form === 2 ? `${statement({ a: 'a', b: 'b', n: 1 })} ${line} ${text}` : `${line} ${text}`;
}

/** The marker in a string, which no comment is: a search for the word finds it, a scan must not. */
export function decoyLine({ extension }: Language, random: SeededRandom): string {
  const quote = extension === 'sql' ? "'" : '"';
  return `  x = ${quote}@segur ${requirementId(random, 0)}${quote};`;
}
