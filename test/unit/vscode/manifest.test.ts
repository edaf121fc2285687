import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemCode } from '../../../src/base/problem';
import { tools } from '../../../src/language/answers/tools';
import {
  ColorId,
  Command,
  ContextKey,
  NodeContext,
  PartColor,
  Setting,
  View,
  viewContainer,
} from '../../../src/vscode/ids';

const root = join(__dirname, '..', '..', '..');

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

interface KeyBinding extends MenuEntry {
  readonly key: string;
  readonly mac: string;
}

interface Property {
  readonly default?: unknown;
  readonly markdownDescription?: string;
  readonly scope?: string;
  readonly order?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly enum: readonly string[] }>>;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string; enablement?: string }[];
    readonly views: Record<string, readonly { id: string; when?: string; icon: string }[]>;
    readonly viewsContainers: { activitybar: readonly { id: string; icon: string }[] };
    readonly viewsWelcome: readonly { view: string; contents: string; when?: string }[];
    readonly menus: Record<string, readonly MenuEntry[]>;
    readonly keybindings: readonly KeyBinding[];
    readonly colors: readonly { id: string; defaults: Record<string, string> }[];
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly toolReferenceName: string;
      readonly modelDescription: string;
      readonly inputSchema: object;
      readonly canBeReferencedInPrompt: boolean;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly title: string;
        readonly description: string;
        readonly when?: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly configuration: { properties: Record<string, Property> };
    readonly yamlValidation?: readonly { fileMatch: string | string[]; url: string }[];
    readonly jsonValidation?: readonly { fileMatch: string | string[]; url: string }[];
  };
  readonly icon: string;
  readonly l10n: string;
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

const manifest = json('package.json') as Manifest;
const { contributes } = manifest;
const english = json('package.nls.json') as Record<string, string>;
const french = json('package.nls.fr.json') as Record<string, string>;
const whens = [
  ...Object.values(contributes.menus).flat(),
  ...contributes.viewsWelcome,
  ...Object.values(contributes.views).flat(),
  ...contributes.commands.map(({ enablement }) => (enablement === undefined ? {} : { when: enablement })),
  ...contributes.keybindings,
  ...contributes.walkthroughs.flatMap(({ steps }) => steps),
  ...contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ completionEvents }) => completionEvents.map((event) => ({ when: event }))),
  ),
].flatMap(({ when }: { readonly when?: string }) => when?.replaceAll(/'[^']*'/gu, "''") ?? []);
const sources = readdirSync(join(root, 'src', 'vscode'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'ids.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

function sorted(values: Iterable<string>): string[] {
  return [...values].sort();
}

describe('package.json', () => {
  it('declares the commands that the code names, and no other', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(Command)));
  });

  it('has a registration for every command', () => {
    for (const name of Object.keys(Command)) {
      const registration = new RegExp(`register(TextEditor)?Command\\(\\s*Command\\.${name}\\b`, 'u');
      assert.ok(
        sources.some((source) => registration.test(source)),
        `no registration for Command.${name}`,
      );
    }
  });

  it('puts every command in one category', () => {
    assert.deepEqual(new Set(contributes.commands.map(({ category }) => category)), new Set(['Ségur Trace']));
  });

  it('keeps commands that need an argument out of the palette, and says of every other when it is there', () => {
    const never = new Set<string>([
      Command.ShowPlaces,
      Command.ShowInCatalog,
      Command.CopyId,
      Command.CopyReference,
      Command.CarryOutFix,
    ]);
    const always = new Set<string>([
      Command.OpenExample,
      Command.ShowLog,
      Command.OpenFaq,
      Command.FaqSearch,
      Command.FaqFilter,
      Command.ExportFeedback,
    ]);
    const palette = new Map((contributes.menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
    for (const command of Object.values(Command)) {
      const when = palette.get(command);
      assert.equal(when === 'false', never.has(command), command);
      assert.equal(when === undefined, always.has(command), command);
    }
  });

  it('binds keys only where they mean something, each with the Mac’s own', () => {
    for (const { command, key, mac, when } of contributes.keybindings) {
      assert.ok(when !== undefined && when !== '', command);
      assert.equal(mac, key.replaceAll('ctrl', 'cmd'), command);
    }
  });

  it('declares the views and their container', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [viewContainer],
    );
    const views = contributes.views[viewContainer]?.map(({ id }) => id) ?? [];
    assert.deepEqual(sorted(views), sorted(Object.values(View)));
  });

  it('names only known commands and views in menus and welcome texts', () => {
    const commands = new Set<string>(Object.values(Command));
    const views = new Set<string>(Object.values(View));
    for (const { command } of [...Object.values(contributes.menus).flat(), ...contributes.keybindings]) {
      assert.ok(commands.has(command), command);
    }
    for (const { view } of contributes.viewsWelcome) {
      // VS Code's own view of tests, which shows it where nobody lists a test.
      assert.ok(views.has(view) || view === 'testing', view);
    }
    for (const texts of [english, french]) {
      for (const [, command = ''] of Object.values(texts)
        .join('\n')
        .matchAll(/\(command:([\w.]+)\)/gu)) {
        assert.ok(commands.has(command) || /^(?:vscode|workbench)\./u.test(command), command);
      }
    }
  });

  it('names only known keys, views and nodes in when clauses', () => {
    const known = new Set<string>([...Object.values(ContextKey), ...Object.values(View)]);
    const nodes = new Set<string>(Object.values(NodeContext));
    for (const when of whens) {
      for (const [key] of when.matchAll(/\bsegur\.[\w.]+/gu)) {
        assert.ok(known.has(key), `${key} in ${when}`);
      }
      for (const [, node = ''] of when.matchAll(/viewItem == (\w+)/gu)) {
        assert.ok(nodes.has(node), `${node} in ${when}`);
      }
    }
  });

  it('uses every context key that the code sets', () => {
    for (const key of Object.values(ContextKey)) {
      assert.ok(
        whens.some((when) => new RegExp(`\\b${key.replaceAll('.', '\\.')}\\b`, 'u').test(when)),
        key,
      );
    }
  });

  it('declares the settings that the code reads, each with default, description, scope and order', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(sorted(Object.keys(properties)), sorted(Object.values(Setting)));
    for (const [id, property] of Object.entries(properties)) {
      assert.notEqual(property.default, undefined, id);
      assert.match(property.markdownDescription ?? '', /^%.+%$/u, id);
      assert.ok(['resource', 'window'].includes(property.scope ?? ''), id);
      assert.equal(property.enum?.length, property.enumDescriptions?.length, id);
    }
    const orders = Object.values(properties).map(({ order }) => order);
    assert.deepEqual(
      orders,
      orders.map((_, index) => index + 1),
    );
  });

  it('lets the user choose the severity of every problem code, and of no other', () => {
    const { properties = {} } = contributes.configuration.properties[Setting.ProblemSeverity] ?? {};
    assert.deepEqual(sorted(Object.keys(properties)), sorted(Object.values(ProblemCode)));
    for (const { enum: choices } of Object.values(properties)) {
      assert.deepEqual(choices, ['error', 'warning', 'information', 'hint', 'off']);
    }
  });

  it('declares to agents the questions that the command answers too, word for word', () => {
    const { languageModelTools } = contributes;
    assert.deepEqual(
      languageModelTools.map(({ name, modelDescription, inputSchema }) => ({ name, modelDescription, inputSchema })),
      tools.map(({ name, description, inputSchema }) => ({ name, modelDescription: description, inputSchema })),
    );
    const names = languageModelTools.map(({ toolReferenceName }) => toolReferenceName);
    assert.equal(new Set(names).size, names.length);
    assert.ok(languageModelTools.every(({ canBeReferencedInPrompt }) => canBeReferencedInPrompt));
  });

  it('declares a colour for every state and part of an annotation, with a default for every kind of theme', () => {
    assert.deepEqual(
      sorted(contributes.colors.map(({ id }) => id)),
      sorted(Object.values({ ...ColorId, ...PartColor })),
    );
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    }
  });

  it('leads through a profile, a REM, an annotation, a proof and an export, each step with what does it and what tells that it is done', () => {
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['folder', 'profile', 'import', 'annotate', 'prove', 'export'],
    );
    for (const { id, title, description, media, completionEvents } of steps) {
      for (const texts of [english, french]) {
        assert.ok((texts[title.slice(1, -1)] ?? '') !== '', id);
        assert.match(texts[description.slice(1, -1)] ?? '', /^\[[^\]]+\]\(command:[\w.]+\)$/mu, `${id} has a button`);
      }
      const [language] = [media.markdown, media.markdown.replace(/\.md$/u, '.nls.fr.md')].filter(
        (path) => !existsSync(join(root, path)),
      );
      assert.equal(language, undefined, id);
      // A command that was given up has done nothing: only what stands in the folder tells that a step is done.
      assert.ok(completionEvents.length > 0 && completionEvents.every((event) => event.startsWith('onContext:')), id);
    }
  });

  it('names only files that exist', () => {
    const schemas = [...(contributes.yamlValidation ?? []), ...(contributes.jsonValidation ?? [])].map(
      ({ url }) => url,
    );
    const icons = [...contributes.viewsContainers.activitybar, ...Object.values(contributes.views).flat()].map(
      ({ icon }) => icon,
    );
    for (const path of [...schemas, ...icons, manifest.icon, manifest.l10n]) {
      assert.ok(existsSync(join(root, path)), path);
    }
  });
});

describe('docs/commands.md and docs/commands.fr.md', () => {
  const pages = [
    ['docs/commands.md', english],
    ['docs/commands.fr.md', french],
  ] as const;
  const rowsOf = (page: string): string[][] =>
    readFileSync(join(root, page), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| +|\|$/gu, '').trim()));
  const textOf = (texts: Record<string, string>, key: string) => texts[key.replaceAll('%', '')] ?? '';

  it('list every setting with its default and what it does', () => {
    for (const [page, texts] of pages) {
      const rows = new Map(rowsOf(page).map(([head = '', ...rest]) => [head, rest]));
      for (const [id, { default: value, markdownDescription = '' }] of Object.entries(
        contributes.configuration.properties,
      )) {
        const meaning = textOf(texts, markdownDescription)
          .replaceAll(/\*([^*]+)\*/gu, '_$1_')
          .replaceAll(/`#([\w.]+)#`/gu, '`$1`');
        const shown = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
        assert.deepEqual(rows.get(`\`${id}\``), [`\`${shown}\``, meaning], `${id} in ${page}`);
      }
    }
  });

  it('list every command by its title', () => {
    for (const [page, texts] of pages) {
      const heads = new Set(rowsOf(page).map(([head = '']) => head));
      const missing = contributes.commands
        .map(({ title }) => textOf(texts, title))
        .filter((title) => !heads.has(title));
      assert.deepEqual(missing, [], page);
    }
  });

  it('tell the key of every command that has one', () => {
    for (const [page, texts] of pages) {
      const rows = new Map(rowsOf(page).map(([head = '', key = '']) => [head, key]));
      for (const { command, key } of contributes.keybindings) {
        const title = contributes.commands.find((one) => one.command === command)?.title ?? '';
        const shown = rows.get(textOf(texts, title))?.toLowerCase().replaceAll('maj', 'shift');
        assert.equal(shown, key, `${command} in ${page}`);
      }
    }
  });
});

// @segur ST.LNG.01
describe('package.nls.json and package.nls.fr.json', () => {
  it('hold the texts that package.json names, and no other', () => {
    const named = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/gu)].map(([, key = '']) => key));
    assert.deepEqual(sorted(Object.keys(english)), sorted(named));
    assert.deepEqual(sorted(Object.keys(french)), sorted(named));
  });

  it('keep links and code of the English texts in the French ones', () => {
    for (const [key, text] of Object.entries(english)) {
      const marks = (value: string) => sorted(value.match(/\(command:[\w.]+\)|`[^`]+`/gu) ?? []);
      assert.deepEqual(marks(french[key] ?? ''), marks(text), key);
    }
  });

  it('use French typography', () => {
    for (const [key, text] of Object.entries(french)) {
      const prose = text.replaceAll(/\(command:[\w.]+\)|`[^`]+`/gu, '');
      assert.doesNotMatch(prose, /[^\s\u00a0\u202f][:;!?»]|« |\w'\w|[ ][:;!?»]/u, key);
    }
  });
});
