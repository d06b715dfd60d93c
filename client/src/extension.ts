import type { ExtensionContext } from 'vscode';
import { start, stop } from './start';

/** The extension in desktop editors and on servers. */
export const activate = (context: ExtensionContext): void => start(context, () => import('./create-client'));
export const deactivate = stop;
