import {
  commands,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type Tab,
  type TextDocument,
} from 'vscode';
import type { Range as ProtocolRange } from '../../server/src/protocol';
import { toRange } from './draft-edits';
import { t } from './localise';

/** Documents of this scheme are what drafts would be after proposed changes. */
const scheme = 'yaodian-proposed';
/** Whether there is a proposal to decide on, for menus. */
const CONTEXT = 'yaodian.hasProposal';

export interface ProposedEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
}

export interface ProposedChange {
  readonly document: TextDocument;
  readonly edits: readonly ProposedEdit[];
}

/** Changes for a person to see before they are made. */
export interface Proposal {
  readonly title: string;
  /** What would change, in a sentence. */
  readonly question: string;
  readonly changes: readonly ProposedChange[];
  /** Told when the changes are made. */
  readonly made: () => void;
  /** What to say where a draft has changed while the person looked. */
  readonly stale: string;
}

interface Pending {
  readonly proposal: Proposal;
  readonly versions: readonly number[];
  /** What each document would be, by the path of its uri. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Shows drafts as they are and as they would be, side by side, until the person decides. (VS Code's own preview of
 * edits to confirm begins with every box unticked, which is no way to accept forty changes.)
 */
export class Proposals implements Disposable {
  private readonly subscriptions: Disposable[];
  private pending: Pending | undefined;
  private count = 0;

  constructor() {
    this.subscriptions = [
      workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: ({ path }) => this.pending?.texts.get(path) ?? '',
      }),
      commands.registerCommand('yaodian.acceptProposal', () => this.accept()),
      commands.registerCommand('yaodian.discardProposal', () => this.close()),
    ];
  }

  async show(proposal: Proposal): Promise<void> {
    await this.close();
    const { changes, title, question } = proposal;
    this.pending = {
      proposal,
      versions: changes.map(({ document }) => document.version),
      texts: new Map(changes.map((change) => [change.document.uri.path, textAfter(change)])),
    };
    await commands.executeCommand('setContext', CONTEXT, true);
    await this.open(title, changes);
    const yes = t('全部修改');
    const answer = await window.showInformationMessage(question, yes, t('不改'));
    // The question may be answered by the buttons above the comparison; then another proposal may be up already.
    if (this.pending?.proposal !== proposal || answer === undefined) return;
    await (answer === yes ? this.accept() : this.close());
  }

  async accept(): Promise<void> {
    const { pending } = this;
    await this.close();
    if (!pending) return;
    const { proposal, versions } = pending;
    if (proposal.changes.some(({ document }, index) => document.version !== versions[index])) {
      void window.showInformationMessage(proposal.stale);
    } else if (await makeChanges(proposal.changes)) proposal.made();
  }

  async close(): Promise<void> {
    const title = this.pending?.proposal.title;
    this.pending = undefined;
    await commands.executeCommand('setContext', CONTEXT, false);
    const tabs = window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => isOurs(tab, title));
    if (tabs.length > 0) await window.tabGroups.close(tabs);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async open(title: string, changes: readonly ProposedChange[]): Promise<void> {
    // A number of its own makes each document a new one: contents of this scheme are never asked for twice.
    const query = String(++this.count);
    const pairs = changes.map(
      ({ document: { uri } }) => [uri, Uri.from({ scheme, path: uri.path, query })] as const,
    );
    const [first] = pairs;
    if (pairs.length === 1 && first) await commands.executeCommand('vscode.diff', ...first, title);
    else
      await commands.executeCommand(
        'vscode.changes',
        title,
        pairs.map(([before, after]) => [before, before, after]),
      );
  }
}

export async function makeChanges(changes: readonly ProposedChange[]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { document, edits } of changes)
    for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return workspace.applyEdit(edit);
}

/**
 * The input of a comparison of several files is of no type extensions know: it is known by its title, to which the editor
 * adds the number of files.
 */
function isOurs({ input, label }: Tab, title: string | undefined): boolean {
  if (input instanceof TabInputTextDiff) return input.modified.scheme === scheme;
  return title !== undefined && label.startsWith(title);
}

function textAfter({ document, edits }: ProposedChange): string {
  let text = document.getText();
  const ordered = [...edits].sort((a, b) => toRange(b.range).start.compareTo(toRange(a.range).start));
  for (const { range, newText } of ordered) {
    const { start, end } = toRange(range);
    text = text.slice(0, document.offsetAt(start)) + newText + text.slice(document.offsetAt(end));
  }
  return text;
}
