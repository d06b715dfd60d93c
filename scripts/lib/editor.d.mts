import type { Locator, Page } from 'playwright-core';

export function copyWorkspace(source?: string): Promise<{ folder: string; remove(): Promise<void> }>;

export interface OpenOptions {
  folder: string;
  /** A file of the folder to open. */
  open?: string;
  settings?: Record<string, unknown>;
  env?: Record<string, string>;
  /** A packaged extension to install in place of the one in this repository. */
  vsix?: string;
  width?: number;
  height?: number;
}
export function openEditor(options: OpenOptions): Promise<Editor>;

export class Editor {
  readonly page: Page;
  readonly text: Locator;
  openFile(name: string): Promise<void>;
  runCommand(title: string): Promise<void>;
  goTo(line: number, column?: number): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  waitForText(text: string | RegExp, options?: { within?: string; timeout?: number }): Promise<void>;
  screenshot(file: string, options?: { of?: string; settle?: number }): Promise<string>;
  close(): Promise<void>;
}
