import type { ExtensionContext } from 'vscode';
import { start, stop } from './start';

/** The extension in editors that run in a browser alone. */
export const activate = (context: ExtensionContext): void =>
  start(context, () => import('./create-web-client'));
export const deactivate = stop;
