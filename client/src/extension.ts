import type { ExtensionContext } from 'vscode';
import { LanguageServer } from './language-client';
import * as checkWorkspace from './features/check-workspace';
import * as fixAll from './features/fix-all';
import * as recogniseDrafts from './features/recognise-drafts';
import * as renumber from './features/renumber';
import * as rulePages from './features/rule-pages';
import * as serverCommands from './features/server-commands';

const features = [checkWorkspace, fixAll, renumber, rulePages, serverCommands, recogniseDrafts];
let server: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const started = new LanguageServer(context);
  server = started;
  context.subscriptions.push(started);
  for (const feature of features) feature.activate(context, started);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
