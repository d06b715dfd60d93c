import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './processes.mjs';

const names = ['code', 'code-insiders', 'codium', 'vscodium'];

/** The command that opens a desktop VS Code, if there is one: `VSCODE_EXECUTABLE`, or `code` and its like on PATH. */
export function findDesktopCommand() {
  return process.env.VSCODE_EXECUTABLE || findOnPath(...names);
}

/**
 * The program itself, which is what a test run needs: the `code` on PATH is a script beside it that returns at once.
 * Undefined where the layout is not one of the known ones.
 */
export function findDesktopProgram() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const command = findOnPath(...names);
  if (!command) return undefined;
  const bin = path.dirname(realpathSync(command));
  const name = path.basename(command).replace(/\.\w+$/, '');
  const candidates = {
    linux: [path.join(bin, '..', name)],
    darwin: [path.join(bin, '../../../MacOS/Electron')],
    win32: ['Code.exe', 'Code - Insiders.exe', 'VSCodium.exe'].map((file) => path.join(bin, '..', file)),
  };
  return (candidates[process.platform] ?? []).find((file) => existsSync(file));
}

/** Whether a window can be opened here at all. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
