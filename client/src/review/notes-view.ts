import {
  commands,
  EventEmitter,
  Range,
  ThemeIcon,
  TreeItem,
  Uri,
  window,
  type Disposable,
  type ExtensionContext,
  type TreeDataProvider,
} from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import type { NoteInfo } from '../../../server/src/protocol';
import type { NotesOfDrafts } from './draft-notes';
import { stateName, type NoteThreads } from './threads';

interface Sources {
  readonly notes: NotesOfDrafts;
  readonly threads: NoteThreads;
}

/** The view 审稿意见: notes on the current draft, open ones first; a click goes to the place. */
export function showNotesView(context: ExtensionContext, client: Client, sources: Sources): Disposable[] {
  const list = new NoteList(context, client, sources.notes);
  const view = window.createTreeView('yaodian.notes', { treeDataProvider: list });
  const refresh = (): void => {
    list.refresh();
    const open = list.all().filter(({ state }) => state === 'open').length;
    view.description = list.all().length > 0 ? t('待处理 {0}，共 {1}', open, list.all().length) : '';
    view.message = list.emptyMessage();
  };
  const goTo = async (uri: string, { id, range: { start, end } }: NoteInfo): Promise<void> => {
    const selection = new Range(start.line, start.character, end.line, end.character);
    await commands.executeCommand('vscode.open', Uri.parse(uri), { selection });
    sources.threads.reveal(uri, id);
  };
  refresh();
  return [
    view,
    sources.notes.onDidChange(refresh),
    client.drafts.onDidSwitch(refresh),
    commands.registerCommand('yaodian.notes.goTo', goTo),
    ...(['showOpen', 'showAll'] as const).map((name) =>
      commands.registerCommand(`yaodian.notes.${name}`, () => {
        list.onlyOpen = name === 'showOpen';
        refresh();
      }),
    ),
  ];
}

class NoteList implements TreeDataProvider<NoteInfo> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly client: Client,
    private readonly notes: NotesOfDrafts,
  ) {
    this.announce();
  }

  get onlyOpen(): boolean {
    return this.context.workspaceState.get('notes.onlyOpen', false);
  }

  set onlyOpen(only: boolean) {
    void this.context.workspaceState.update('notes.onlyOpen', only);
    this.announce();
  }

  refresh(): void {
    this.changed.fire();
  }

  all(): readonly NoteInfo[] {
    return this.notes.of(this.client.drafts.uri)?.notes ?? [];
  }

  emptyMessage(): string | undefined {
    if (this.client.drafts.uri === undefined || this.getChildren().length > 0) return undefined;
    return this.onlyOpen && this.all().length > 0
      ? t('没有待处理的意见。')
      : t('这份稿件还没有审稿意见。选中文字，执行“添加审稿意见”；或者点行号右边的加号。');
  }

  getChildren(): NoteInfo[] {
    const open = this.all().filter(({ state }) => state === 'open');
    return this.onlyOpen ? open : [...open, ...this.all().filter(({ state }) => state !== 'open')];
  }

  getTreeItem(note: NoteInfo): TreeItem {
    const { author, date, place, replies, state, text } = note;
    const item = new TreeItem(text.replace(/\s+/g, ' '));
    const answers = replies.length > 0 ? t('{0} 条回复', replies.length) : '';
    item.id = note.id;
    item.description = [place, author, answers].filter(Boolean).join(' · ');
    item.tooltip = [text, `${stateName(state)} · ${author} · ${date.slice(0, 10)}`, note.quote].join('\n\n');
    item.iconPath = new ThemeIcon(
      { open: 'comment-unresolved', resolved: 'pass', rejected: 'circle-slash' }[state],
    );
    item.accessibilityInformation = { label: [stateName(state), text, item.description].join('，') };
    item.contextValue = state;
    item.command = {
      command: 'yaodian.notes.goTo',
      title: t('转到'),
      arguments: [this.client.drafts.uri, note],
    };
    return item;
  }

  private announce(): void {
    void commands.executeCommand('setContext', 'yaodian.notes.onlyOpen', this.onlyOpen);
  }
}
