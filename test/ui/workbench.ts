/*
 * A real VS Code window with this extension, for tests and for looking at it. In a script:
 *
 *   import { openWindow } from '../test/ui/workbench';
 *   export default async () => {
 *     const window = await openWindow({ theme: 'light', language: 'fr' });   // a copy of examples/dossier-patient
 *     await window.openContainer('Ségur Trace');
 *     console.log(await window.rows('Exigences'));
 *     await window.openFile('src/patient.ts', '@segur');                     // cursor on the first '@segur' in it
 *     console.log(await window.hover());
 *     await window.runCommand('Exporter la matrice');
 *     await window.pick('HTML');
 *     await window.screenshot('matrix-light');                               // out/screenshots/matrix-light.png
 *   };
 *
 * and `npm run look -- path/to/script.ts` builds, runs it and closes everything. `window.page` is the Playwright page
 * for whatever is not here. What VS Code or the extension does a moment later, await with
 * `eventually(() => assert…)`. Titles of views and commands are those of the window's language. Each window has a
 * workspace of its own to change; all windows of a process share one server, so only one should be open at a time.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { startChromiumProfile } from '../../scripts/host/chromium';
import { startCodeServer, type CodeServer, type CodeServerOptions } from '../../scripts/host/codeServer';
import { exampleFolder, root } from '../../scripts/host/paths';
import { copyOfWorkspace, scratchFolder } from '../../scripts/host/scratch';
import { browserHostSettings, quietSettings, writeSettings } from '../../scripts/host/settings';

/** The four kinds that VS Code knows. */
export const themeKinds = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;

const themes: Readonly<Record<(typeof themeKinds)[number], string>> = {
  dark: 'Dark 2026',
  light: 'Light 2026',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
};

export interface WindowOptions {
  /** Workspace to open; a copy of it is opened. The demonstration application if left out. */
  readonly folder?: string;
  /** Path in the folder of a `.code-workspace` file to open instead of the folder itself. */
  readonly workspace?: string;
  /** Which extension host runs the extension: the server's, on Node, if left out. */
  readonly host?: 'server' | 'browser';
  readonly theme?: (typeof themeKinds)[number];
  readonly language?: 'en' | 'fr';
  readonly size?: { readonly width: number; readonly height: number };
  /** User settings, beyond those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A row of a tree as a screen reader says it. */
export interface Row {
  readonly label: string;
  /** 1 for a root. */
  readonly level: number;
  /** Left out for a leaf. */
  readonly expanded?: boolean;
}

type Language = NonNullable<WindowOptions['language']>;

interface Host {
  readonly server: CodeServer;
  /** The language of a browser is settled when it starts. */
  readonly browsers: Map<Language, Promise<BrowserContext>>;
}

let host: Promise<Host> | undefined;
let implicitHost: Parameters<typeof startHost>[0];
const windows = new Set<Workbench>();

/**
 * Starts the server that windows are opened on. {@link openWindow} does so by itself, with the extension of the working tree or the package that
 * `SEGUR_TRACE_VSIX` names; to call it is to choose another. One server runs at a time: {@link closeHost} ends it.
 */
export function startHost(
  options: Pick<CodeServerOptions, 'extension' | 'age' | 'workspaceTrust' | 'builtIns'> = {},
): Promise<Host> {
  if (host !== undefined) throw new Error('A server runs already.');
  host = (async () => {
    const vsix = process.env['SEGUR_TRACE_VSIX'];
    const server = await startCodeServer({
      dataFolder: scratchFolder(),
      extension: vsix === undefined ? 'working tree' : { vsix: resolve(root, vsix) },
      testDriver: false,
      ...options,
    });
    return { server, browsers: new Map<Language, Promise<BrowserContext>>() };
  })();
  return host;
}

/** What {@link openWindow} starts the server with when none runs. */
export function hostByDefault(options: NonNullable<typeof implicitHost>): void {
  implicitHost = options;
}

/** Opens a window on a copy of a workspace and waits until the extension's icon is there. */
export async function openWindow(options: WindowOptions = {}): Promise<Workbench> {
  const { server, browsers } = await (host ?? startHost(implicitHost));
  const folder = await copyOfWorkspace(options.folder ?? exampleFolder);
  await writeSettings(server.userDataFolder, {
    ...quietSettings,
    'workbench.reduceMotion': 'on',
    'workbench.colorTheme': themes[options.theme ?? 'dark'],
    ...(options.host === 'browser' ? browserHostSettings : {}),
    ...options.settings,
  });
  const page = await newPage(browsers, options.language ?? 'en', server.origin);
  await page.setViewportSize(options.size ?? { width: 1400, height: 900 });
  const query = options.workspace === undefined ? { folder } : { workspace: join(folder, options.workspace) };
  await page.goto(`${server.origin}/?${new URLSearchParams(query).toString()}`);
  const window = new Workbench(page, folder);
  windows.add(window);
  await page.locator('.activitybar .action-label[aria-label^="Ségur Trace"]').waitFor();
  if (options.workspace !== undefined) {
    await waitForFolders(page);
  }
  return window;
}

/** A page in the browser of a language that remembers nothing of the windows before it. */
async function newPage(browsers: Host['browsers'], language: Language, origin: string): Promise<Page> {
  let browser = browsers.get(language);
  if (browser === undefined) {
    browser = startChromiumProfile(scratchFolder(), {
      locale: language === 'fr' ? 'fr-FR' : 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    browsers.set(language, browser);
  }
  const context = await browser;
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  if (windows.size === 0) {
    const session = await context.newCDPSession(page);
    const storageTypes = 'cookies,local_storage,indexeddb,service_workers';
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
    await session.detach();
  }
  return page;
}

/** On a busy machine VS Code now and then reads a workspace file before its server answers, and then takes it for one without folders. */
async function waitForFolders(page: Page): Promise<void> {
  const folders = page.locator('.explorer-folders-view .monaco-list-row').first();
  for (let tries = 1; tries < 4; tries++) {
    try {
      await folders.waitFor({ timeout: 20_000 });
      return;
    } catch {
      await page.reload();
    }
  }
  await folders.waitFor();
}

const patience = 30_000;

/**
 * Tries again until the check no longer throws; then throws what it threw last.
 * @param time after which no new try begins, in milliseconds; half a minute if left out
 */
export async function eventually<T>(check: () => T | Promise<T>, time: number = patience): Promise<T> {
  const deadline = Date.now() + time;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Where something is on screen once it no longer moves. */
async function settledBox(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let last = '';
  return eventually(async () => {
    const box = await what.boundingBox();
    const now = JSON.stringify(box);
    const moved = now !== last;
    last = now;
    if (box === null || moved) throw new Error('It is not on screen, or moves.');
    return box;
  });
}

/** The windows that are open now. */
export function openWindows(): readonly Workbench[] {
  return [...windows];
}

/** Closes all windows, the browser and the server. */
export async function closeHost(): Promise<void> {
  const running = host;
  host = undefined;
  if (!running) return;
  const { server, browsers } = await running;
  for (const browser of browsers.values()) await (await browser).close();
  windows.clear();
  await server.stop();
}

/** One window of VS Code: what a person does in it, by the names that a person sees. */
export class Workbench {
  constructor(
    /** For what has no method here. */
    readonly page: Page,
    /** The workspace folder on disk, a copy of the one asked for. */
    readonly folder: string,
  ) {}

  async close(): Promise<void> {
    windows.delete(this);
    // A window that does not unload leaves its extension host running on the server, which waits for it to come back.
    await this.page.goto('about:blank');
    await this.page.close();
  }

  /** Writes `out/screenshots/NAME.png` and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(root, 'out', 'screenshots', `${name}.png`);
    await mkdir(join(root, 'out', 'screenshots'), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  /** Shows a view container by its title in the activity bar. */
  async openContainer(title: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`);
    if (!(await item.evaluate((element) => element.classList.contains('checked')))) await item.click();
    await this.page.locator(`.activitybar .action-item.checked:has(.action-label[aria-label^="${title}"])`).waitFor();
    await this.parkMouse();
  }

  /** Moves the mouse to where it makes nothing appear. */
  async parkMouse(): Promise<void> {
    const size = this.page.viewportSize();
    await this.page.mouse.move((size?.width ?? 2) / 2, (size?.height ?? 2) - 1);
  }

  /** The number on a container's icon; undefined when there is none. */
  async badge(title: string): Promise<string | undefined> {
    const badge = this.page.locator(
      `.activitybar .action-item:has(.action-label[aria-label^="${title}"]) .badge-content`,
    );
    return (await badge.count()) > 0 && (await badge.isVisible()) ? badge.innerText() : undefined;
  }

  /** A tree by the name of its view. */
  tree(view: string): Locator {
    return this.page.locator(`[role="tree"][aria-label*="${view}"]`);
  }

  /** A row of a tree, the first whose label has this text. */
  row(view: string, text: string): Locator {
    return this.tree(view)
      .locator('.monaco-list-row', { hasText: text })
      .or(this.tree(view).locator(`.monaco-list-row[aria-label*="${text}"]`))
      .first();
  }

  /** The rows of a tree that are on screen, once there is one. */
  async rows(view: string): Promise<Row[]> {
    const rows = this.tree(view).locator('.monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) =>
      elements
        .sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
        .map((element) => {
          const expanded = element.getAttribute('aria-expanded');
          return {
            label: element.getAttribute('aria-label') ?? '',
            level: Number(element.getAttribute('aria-level')),
            ...(expanded === null ? {} : { expanded: expanded === 'true' }),
          };
        }),
    );
  }

  /** Opens a row of a tree; returns once it is open. */
  async expand(view: string, text: string): Promise<void> {
    const row = this.row(view, text);
    await row.waitFor();
    const isOpen = async () => (await row.getAttribute('aria-expanded')) === 'true';
    // A row that is drawn again at that moment loses the click.
    await eventually(async () => {
      if (!(await isOpen())) await row.locator('.monaco-tl-twistie').click({ timeout: 3000 });
      await eventually(async () => {
        if (!(await isOpen())) throw new Error(`${text} does not open.`);
      }, 3000);
    });
  }

  /** Presses a button that a row shows under the mouse. */
  async rowAction(view: string, text: string, action: string): Promise<void> {
    const row = this.row(view, text);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  /** Drags something with the mouse onto the start of something else and lets go of it there. */
  async drag(what: Locator, onto: Locator): Promise<void> {
    const { mouse } = this.page;
    const from = await settledBox(what);
    await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await mouse.down();
    // A drag starts with a first small move.
    await mouse.move(from.x + from.width / 2 + 10, from.y + from.height / 2 + 4, { steps: 3 });
    const to = await settledBox(onto);
    await mouse.move(to.x + 4, to.y + to.height / 2, { steps: 8 });
    await mouse.up();
  }

  /** The lines of lenses in an editor, those out of sight at any place among them, the others from top to bottom. */
  async lenses(path: string): Promise<string[]> {
    const lines = this.editor(path).locator('.codelens-decoration');
    return lines.evaluateAll((elements) =>
      elements
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((element) => element.textContent.replaceAll('\u00a0', ' ').trim()),
    );
  }

  /** Presses what reads so in a line of lenses. */
  async clickLens(path: string, text: string | RegExp): Promise<void> {
    await this.editor(path).locator('.codelens-decoration a', { hasText: text }).first().click();
  }

  /** What the clipboard holds. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Puts a PNG into the clipboard. */
  async copyPicture(png: Uint8Array): Promise<void> {
    await this.page.evaluate(
      (bytes) =>
        navigator.clipboard.write([
          new ClipboardItem({ 'image/png': new Blob([new Uint8Array(bytes)], { type: 'image/png' }) }),
        ]),
      [...png],
    );
  }

  /** Chooses a line of a row's context menu. */
  async rowMenu(view: string, text: string, item: string): Promise<void> {
    const line = this.page.locator('.monaco-menu .action-label', { hasText: item }).first();
    await this.row(view, text).click({ button: 'right' });
    await line.waitFor();
    // A menu takes no click in its first tenth of a second, lest the one that opened it should choose from it.
    await eventually(async () => {
      if (await line.isVisible()) await line.click({ timeout: 2000 });
      await line.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  /** Presses a button in the title bar of a view. */
  async viewAction(view: string, action: string): Promise<void> {
    const header = this.page
      .locator('.pane-header', { hasText: view })
      .or(this.page.locator('.composite.title', { hasText: view }));
    await header.first().hover();
    await header.locator(`.action-label[aria-label^="${action}"]`).first().click();
  }

  /**
   * Opens a file of the workspace.
   * @param path relative to the workspace, with `/`
   * @param at text to put the cursor before, its first place in the file on disk; the start if left out
   */
  async openFile(path: string, at?: string): Promise<void> {
    let place = path;
    if (at !== undefined) {
      const text = await this.textOnDisk(path);
      const offset = text.indexOf(at);
      if (offset < 0) throw new Error(`${path} does not hold ${at}`);
      const before = text.slice(0, offset).split('\n');
      place = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
    }
    const name = path.split('/').at(-1) ?? path;
    await this.ask('ControlOrMeta+p', place);
    // Enter takes the row in focus, which at first is the file that was open before.
    await this.focusedQuickRow(name).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.editor(path).locator('.view-line').first().waitFor();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.editor(path)
      .locator('.monaco-editor-focused, .native-edit-context, textarea')
      .first()
      .waitFor({ state: 'attached' });
  }

  /** The editor of a file. */
  editor(path: string): Locator {
    return this.page.locator(`.editor-instance:has(.monaco-editor[data-uri$="${encodeURI(path)}"])`).first();
  }

  /** What a file of the workspace holds on disk. */
  textOnDisk(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  /** Writes the focused editor's file; what is on disk changes a moment later. */
  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Shows the hover at the cursor and returns its text, parts separated by empty lines. */
  async hover(): Promise<string> {
    const contents = this.page.locator(
      '.monaco-hover:not(.hidden) .hover-contents:not(.html-hover-contents), .monaco-resizable-hover .hover-contents',
    );
    // A language server that has only just started answers the first request with nothing.
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.page.keyboard.press('ControlOrMeta+k');
      await this.page.keyboard.press('ControlOrMeta+i');
      try {
        await contents.first().waitFor({ timeout: 5000 });
        return (await contents.allInnerTexts()).join('\n\n');
      } catch {
        continue;
      }
    }
    throw new Error('No hover appeared.');
  }

  /** Runs a command by its title in the command palette; returns once the palette has gone. */
  async runCommand(title: string): Promise<void> {
    const asked = `>${title}`;
    await eventually(async () => {
      await this.ask('F1', asked);
      try {
        await this.focusedQuickRow(title).waitFor({ timeout: 3000 });
      } catch (error) {
        // The palette lists what was offered when it opened; the extension may only now have said what is.
        await this.page.keyboard.press('Escape');
        throw error;
      }
    });
    await this.page.keyboard.press('Enter');
    await eventually(async () => {
      const input = this.quickInput();
      if ((await input.isVisible()) && (await input.inputValue({ timeout: 1000 })) === asked) {
        throw new Error(`The palette still asks for ${title}.`);
      }
    });
  }

  /** Opens a box by its key and writes into it. It closes again when something else takes the focus at that moment. */
  private async ask(key: string, text: string): Promise<void> {
    await eventually(async () => {
      if (!(await this.quickInput().isVisible())) await this.page.keyboard.press(key);
      await this.quickInput().waitFor({ timeout: 5000 });
      await this.quickInput().fill(text, { timeout: 5000 });
    });
  }

  /** The quick fixes and rewritings that are offered at the cursor, and leaves their menu open. */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // Whoever answers first may have nothing yet: a note then says so and goes by itself.
    await eventually(async () => {
      if ((await rows.count()) === 0) {
        await this.page.keyboard.press('ControlOrMeta+.');
        await rows.first().waitFor({ timeout: 3000 });
      }
    });
    return rows.allInnerTexts();
  }

  /** Applies the quick fix at the cursor whose title has a text. */
  async quickFix(title: string): Promise<void> {
    await this.quickFixes();
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
  }

  /** The box of the quick pick, the palette or an input. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** Waits until an input asks for something. */
  async asked(prompt: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .quick-input-message', { hasText: prompt }).waitFor();
  }

  /** The rows of a quick pick that are on screen, as a screen reader says them. */
  async quickRows(): Promise<string[]> {
    const rows = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
  }

  /**
   * Chooses the row of a quick pick that has a text, narrowing the list by that text first.
   * @param timeout after which it gives up, in milliseconds; that of the page if left out
   */
  async pick(text: string, filter: string = text, timeout?: number): Promise<void> {
    const options = timeout === undefined ? {} : { timeout };
    await this.quickInput().fill(filter, options);
    await this.quickRow(text).first().click(options);
  }

  /** Confirms the quick pick or input as it is. */
  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  private quickRow(text: string): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', { hasText: text });
  }

  private focusedQuickRow(text: string): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused', {
      hasText: text,
    });
  }

  /** The texts of the notifications on screen, once there is one. */
  async notifications(): Promise<string[]> {
    const toasts = this.page.locator('.notifications-toasts .notification-list-item-message');
    await toasts.first().waitFor();
    return toasts.allInnerTexts();
  }

  /** Presses a button of a notification. */
  async answer(button: string): Promise<void> {
    await this.page.locator('.notifications-toasts').getByRole('button', { name: button }).first().click();
  }

  /** The document inside the web view that is on screen. */
  webview(): FrameLocator {
    return this.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe#active-frame');
  }

  /** Titles of the open editors of the first group. */
  tabs(): Promise<string[]> {
    return this.page
      .locator('.tabs-container .tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-resource-name') ?? ''));
  }
}
