import type { Locator, Page } from 'playwright-core';

export function copyWorkspace(source?: string): Promise<{ folder: string; remove(): Promise<void> }>;

export interface OpenOptions {
  /** Or a `.code-workspace` file, for several. */
  folder: string;
  /** A file of the folder to open. */
  open?: string;
  settings?: Record<string, unknown>;
  env?: Record<string, string>;
  /** A packaged extension to install in place of the one in this repository. */
  vsix?: string;
  /** `false` takes the network away from the server and from the browser. */
  network?: boolean;
  /** Of the editor and the browser; Chinese where absent. */
  language?: 'zh-cn' | 'en';
  width?: number;
  height?: number;
}
export function openEditor(options: OpenOptions): Promise<Editor>;
/** Without a folder, on a copy of the samples. */
export function withEditor<Result>(
  options: Omit<OpenOptions, 'folder'> & { folder?: string },
  steps: (editor: Editor) => Promise<Result>,
): Promise<Result>;

export function openWebEditor(options: { readonly folder: string }): Promise<Editor>;

export class Editor {
  readonly page: Page;
  readonly text: Locator;
  readonly input: Locator;
  /** `noNetwork` says how the network was taken away, where it was; `dataDir` holds what a user's folder would. */
  readonly server: {
    readonly noNetwork?: string;
    readonly dataDir: string;
    readonly child: { readonly pid?: number };
  };
  openFile(name: string): Promise<void>;
  runCommand(title: string): Promise<void>;
  goTo(line: number, column?: number): Promise<void>;
  inList(key: string, query: string, step: (timeout?: number) => Promise<unknown>): Promise<void>;
  answer(question: string, words: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  waitForText(text: string | RegExp, options?: { within?: string; timeout?: number }): Promise<void>;
  waitForProblems(): Promise<void>;
  screenshot(file: string, options?: { of?: string; settle?: number }): Promise<string>;
  close(): Promise<void>;
}
