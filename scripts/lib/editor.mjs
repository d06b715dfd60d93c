import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser, recordConsole } from './browser.mjs';
import { root } from './bundle.mjs';
import { temporaryFolder } from './processes.mjs';
import { startServer } from './vscode-server.mjs';
import { startWebEditor } from './web-editor.mjs';

/** A copy of `samples/` (or of another folder) that a test may change. */
export async function copyWorkspace(source = path.join(root, 'samples')) {
  const temporary = await temporaryFolder('workspace');
  const folder = path.join(temporary.folder, path.basename(source));
  await cp(source, folder, { recursive: true });
  return { folder, remove: temporary.remove };
}

/**
 * Opens the editor (see `openEditor`), on a copy of samples/ where no folder is given, takes the steps and closes it
 * again. When a step fails, `out/failure.png` shows where.
 */
export async function withEditor(options, steps) {
  const workspace = options.folder ? undefined : await copyWorkspace();
  const editor = await openEditor({ folder: workspace?.folder, ...options });
  try {
    return await steps(editor);
  } catch (error) {
    const picture = await editor.screenshot('out/failure.png').catch(() => 'no picture');
    throw new Error(`${error.message}\nsee ${picture}\n${editor.log()}`, { cause: error });
  } finally {
    await editor.close();
    await workspace?.remove();
  }
}

/**
 * Opens the real editor on a folder, with the extension loaded from this repository (build it first) or installed from
 * a package, in a headless browser; with `network: false`, none of them has a network, and with
 * `language: 'en'` they speak English.
 *
 *     const editor = await openEditor({ folder, open: '草案.要点.md' });
 *     await editor.runCommand('重新编号');
 *     await editor.waitForText('（四）');
 *     await editor.screenshot('docs/images/renumber.png');
 *     await editor.close();
 */
export async function openEditor(options) {
  const { folder, open, settings, env, vsix, network, language, width = 1280, height = 800 } = options;
  const server = await startServer({ settings, env, network, language, install: vsix ? [vsix] : [] });
  let browser;
  try {
    browser = await launchBrowser({ network });
    const context = await browser.newContext({
      locale: language === 'en' ? 'en-US' : 'zh-CN',
      viewport: { width, height },
      deviceScaleFactor: 1.5,
    });
    const page = await context.newPage();
    const editor = new Editor(server, browser, page);
    await page.goto(
      server.address(folder, {
        ...(vsix ? {} : { extensionDevelopmentPath: server.developmentUri }),
        ...(open ? { openFile: server.remoteUri(path.join(folder, open)) } : {}),
      }),
    );
    await page.locator('.monaco-workbench .part.editor').first().waitFor({ timeout: 60_000 });
    // Whatever Chinese font the system would choose for menus and lists: the pictures should not depend on it.
    await page.addStyleTag({ content: `.monaco-workbench { font-family: ${interfaceFonts} !important; }` });
    return editor;
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

/** Opens the editor that runs in a browser alone, on files in memory that begin as those of a folder. */
export async function openWebEditor({ folder }) {
  const server = await startWebEditor({ folder });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    const editor = new Editor(server, browser, page);
    await page.goto(server.address);
    await page.locator('.monaco-workbench .part.editor').first().waitFor({ timeout: 60_000 });
    return editor;
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

const interfaceFonts =
  "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

/** What a person does at the keyboard. Anything beyond these steps goes through `page`, a Playwright page. */
export class Editor {
  constructor(server, browser, page) {
    this.server = server;
    this.browser = browser;
    this.page = page;
    this.log = recordConsole(page);
  }

  /** The text area of the focused editor, or of the only one. */
  get text() {
    return this.page.locator('.editor-group-container.active .view-lines').first();
  }

  /** Of the list or question above the text. */
  get input() {
    return this.page.locator('.quick-input-widget input[type=text]').first();
  }

  /** Opens a file of the workspace by name (quick open) and waits for its tab. */
  async openFile(name) {
    await this.pick('Control+P', name, path.basename(name));
    // The same file may be open in another group too.
    await this.page
      .locator('.tab.active', { hasText: path.basename(name) })
      .first()
      .waitFor();
    await this.text.waitFor();
  }

  /** Runs a command by (a part of) its title, as F1 shows it. */
  async runCommand(title) {
    await this.pick('F1', `>${title}`, title);
  }

  /** Chooses the row with a label from the list that a key opens. */
  async pick(key, query, label) {
    await this.inList(key, query, async (timeout) => {
      // Commands and files arrive while the extension starts: wait for the row instead of pressing Enter on another.
      const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
      await row.click({ timeout });
    });
    // Away from where something would show a hover.
    await this.page.mouse.move(1, 1);
  }

  /**
   * Opens a list with a key, fills its input and takes a step there. Whatever else opens meanwhile takes the focus, and
   * that closes the list: it is tried three times, the last time with all the patience there is.
   */
  async inList(key, query, step, tries = 3) {
    const timeout = tries > 1 ? 10_000 : undefined;
    try {
      await this.page.keyboard.press(key);
      await this.input.fill(query, { timeout });
      await step(timeout);
    } catch (error) {
      if (tries <= 1) throw error;
      await this.inList(key, query, step, tries - 1);
    }
  }

  /** Answers a question that the window asks above the text. */
  async answer(question, words) {
    await this.waitForText(question, { within: '.quick-input-widget' });
    await this.input.fill(words);
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line, column = 1) {
    await this.inList('Control+G', `:${line}:${column}`, () => this.page.keyboard.press('Enter'));
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Types without the help of auto-closing and suggestions getting in the way of the next character. */
  type(text) {
    return this.page.keyboard.insertText(text);
  }

  /** Waits until the text is visible somewhere in the window (or in the part of it that `within` selects). */
  waitForText(text, { within = '.monaco-workbench', timeout = 60_000 } = {}) {
    // The editor draws spaces as no-break spaces.
    const pattern = typeof text === 'string' ? new RegExp(escape(text).replace(/ /g, '[ \\u00a0]')) : text;
    return this.page.locator(within, { hasText: pattern }).first().waitFor({ timeout });
  }

  /** Waits until the editor counts at least one problem in the open files. */
  waitForProblems() {
    return this.page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor();
  }

  /** Writes a PNG (path relative to the repository); `of` limits it to one element of the window. */
  async screenshot(file, { of, settle = 600 } = {}) {
    const target = path.resolve(root, file);
    await mkdir(path.dirname(target), { recursive: true });
    await this.page.waitForTimeout(settle);
    await (of ? this.page.locator(of).first() : this.page).screenshot({
      path: target,
      animations: 'disabled',
    });
    return target;
  }

  async close() {
    await this.browser.close().catch(() => undefined);
    await this.server.stop();
  }
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
