import path from 'node:path';
import { build } from 'esbuild';
import { root } from './lsp-client';

/** What a person was told, what was opened, and the files that are there. */
export interface StubbedEditor {
  readonly files: Map<string, string>;
  readonly messages: string[];
  readonly offers: string[];
  readonly progress: string[];
  readonly opened: string[];
  /** The button that is pressed on messages. */
  answer: string | undefined;
  /** Why a file cannot be put in its place: the editor's code. */
  refusal: string | undefined;
  /** Cancelled when so many steps of progress were told. */
  cancelAfter: number;
  run(command: string, ...values: unknown[]): Promise<unknown>;
}

/** A place on the computer's disk, as the editor names it. */
export interface PlainUri {
  readonly scheme: string;
  readonly path: string;
  toString(): string;
}

export function fileUri(place: string): PlainUri {
  return { scheme: 'file', path: place, toString: () => `file://${place}` };
}

class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Loads a feature of the client into an editor of which only files, messages and progress are there. */
export async function loadFeature(file: string, client: unknown): Promise<StubbedEditor> {
  const handlers = new Map<string, (...values: unknown[]) => Promise<unknown>>();
  const editor: StubbedEditor = {
    files: new Map(),
    messages: [],
    offers: [],
    progress: [],
    opened: [],
    answer: undefined,
    refusal: undefined,
    cancelAfter: Infinity,
    run: async (command, ...values) => handlers.get(command)?.(...values),
  };
  const register = (command: string, handler: (...values: unknown[]) => Promise<unknown>): unknown =>
    handlers.set(command, handler);
  const bundled = await build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const module = { exports: {} as { activate: (context: unknown, client: unknown) => void } };
  const code = new Function('require', 'module', 'exports', bundled.outputFiles[0]?.text ?? '');
  code(() => vscodeOf(editor, register), module, module.exports);
  module.exports.activate({ subscriptions: [] }, client);
  return editor;
}

/** The editor's interface as far as writing files uses it. */
function vscodeOf(editor: StubbedEditor, registerCommand: unknown): unknown {
  const show = async (message: string, ...buttons: unknown[]): Promise<unknown> => {
    editor.messages.push(message);
    editor.offers.push(...buttons.filter((button) => typeof button === 'string'));
    return buttons.includes(editor.answer) ? editor.answer : undefined;
  };
  return {
    FileSystemError,
    ProgressLocation: { Notification: 15 },
    Uri: {
      parse: (text: string) => fileUri(text.replace('file://', '')),
      joinPath: (base: PlainUri, ...parts: string[]) => fileUri(path.posix.join(base.path, ...parts)),
    },
    commands: { registerCommand, executeCommand: async () => 0 },
    env: { language: 'zh-cn', openExternal: async (uri: PlainUri) => editor.opened.push(uri.path) },
    window: {
      showErrorMessage: show,
      showInformationMessage: show,
      showWarningMessage: show,
      withProgress: (_: unknown, task: (...values: unknown[]) => unknown) => {
        const isCancelled = (): boolean => editor.progress.length >= editor.cancelAfter;
        return task(
          { report: ({ message }: { message: string }) => editor.progress.push(message) },
          {
            get isCancellationRequested() {
              return isCancelled();
            },
          },
        );
      },
    },
    workspace: { fs: filesOf(editor) },
  };
}

function filesOf(editor: StubbedEditor): unknown {
  return {
    stat: async (at: PlainUri) => {
      if (!editor.files.has(at.path)) throw new FileSystemError('FileNotFound');
    },
    readDirectory: async () => [...editor.files.keys()].map((file) => [path.posix.basename(file), 1]),
    writeFile: async (at: PlainUri, bytes: Uint8Array) =>
      editor.files.set(at.path, Buffer.from(bytes).toString()),
    delete: async (at: PlainUri) => editor.files.delete(at.path),
    rename: async (from: PlainUri, to: PlainUri) => {
      if (editor.refusal !== undefined) throw new FileSystemError(editor.refusal);
      editor.files.set(to.path, editor.files.get(from.path) ?? '');
      editor.files.delete(from.path);
    },
  };
}
