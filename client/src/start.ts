import type { ExtensionContext } from 'vscode';
import type { Client } from './client';
import { Drafts } from './drafts';
import * as acceptFindings from './features/accept-findings';
import * as changeLevel from './features/change-level';
import * as checkWorkspace from './features/check-workspace';
import * as compare from './features/compare';
import * as draftSize from './features/draft-size';
import * as exportDocument from './features/export';
import * as firstSteps from './features/first-steps';
import * as fixAll from './features/fix-all';
import * as fixRule from './features/fix-rule';
import * as importFiles from './features/import';
import * as makeLedger from './features/make-ledger';
import * as newDraft from './features/new-draft';
import * as outlineView from './features/outline-view';
import * as paste from './features/paste';
import * as placeCursor from './features/place-cursor';
import * as preIssueCheck from './features/pre-issue-check';
import * as preview from './features/preview';
import * as recogniseDrafts from './features/recognise-drafts';
import * as renumber from './features/renumber';
import * as report from './features/report';
import * as reviewNotes from './features/review-notes';
import * as rulePages from './features/rule-pages';
import * as serverCommands from './features/server-commands';
import * as statusBar from './features/status-bar';
import * as takeComments from './features/take-comments';
import * as taskTable from './features/task-table';
import * as trace from './features/trace';
import * as virtualFiles from './features/virtual-files';
import * as workspaceTrust from './features/workspace-trust';
import { Plans } from './plans';
import { LanguageServer, type ClientLibrary } from './language-client';
import { Proposals } from './proposals';

const features: readonly { activate(context: ExtensionContext, client: Client): void }[] = [
  acceptFindings,
  changeLevel,
  checkWorkspace,
  compare,
  draftSize,
  exportDocument,
  firstSteps,
  fixAll,
  fixRule,
  importFiles,
  makeLedger,
  newDraft,
  outlineView,
  paste,
  placeCursor,
  preIssueCheck,
  preview,
  renumber,
  report,
  reviewNotes,
  rulePages,
  serverCommands,
  statusBar,
  takeComments,
  taskTable,
  trace,
  virtualFiles,
  workspaceTrust,
  recogniseDrafts,
];
let server: LanguageServer | undefined;

/** `load` brings the client for a server that can run in this editor. */
export function start(context: ExtensionContext, load: () => Promise<ClientLibrary>): void {
  server = new LanguageServer(context, load);
  const drafts = new Drafts(server);
  const plans = new Plans(server, drafts);
  const proposals = new Proposals();
  context.subscriptions.push(server, drafts, plans, proposals);
  for (const feature of features) feature.activate(context, { server, drafts, plans, proposals });
}

export async function stop(): Promise<void> {
  await server?.stop();
}
