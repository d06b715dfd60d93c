import {
  commands,
  EventEmitter,
  languages,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  type Diagnostic,
  type ExtensionContext,
  type Selection,
  type TreeDataProvider,
} from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { buildTree, groupings, type Grouping, type TreeNode } from '../outline/tree';
import type { Range as ProtocolRange } from '../../../server/src/protocol';

/** The 要点大纲 view: the current draft's structure with the state of each task. */
export function activate(context: ExtensionContext, client: Client): void {
  const outline = new Outline(context, client);
  const view = window.createTreeView('yaodian.outline', { treeDataProvider: outline, showCollapseAll: true });
  const refresh = (): void => {
    outline.rebuild();
    describe();
  };
  const describe = (): void => {
    const overview = client.drafts.current;
    view.description = overview?.title ?? undefined;
    view.message = outline.emptyMessage();
    void commands.executeCommand('setContext', 'yaodian.hasDraft', overview !== undefined);
  };
  const follow = (selection: Selection | undefined): void => {
    const node = selection && view.visible ? outline.nodeAt(selection.active.line) : undefined;
    if (node && !view.selection.includes(node)) void view.reveal(node, { select: true, focus: false });
  };
  context.subscriptions.push(
    view,
    client.drafts.onDidSwitch(refresh),
    client.drafts.onDidChange((uri) => {
      if (uri === client.drafts.current?.uri) refresh();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === client.drafts.current?.uri)) outline.redraw();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document.uri.toString() === client.drafts.current?.uri) follow(selections[0]);
    }),
    view.onDidChangeVisibility(() => follow(window.activeTextEditor?.selection)),
    commands.registerCommand('yaodian.outline.groupBy', async (grouping?: Grouping) => {
      const chosen = grouping ?? (await chooseGrouping(outline.grouping));
      if (chosen) outline.grouping = chosen;
      refresh();
    }),
    ...['showMissing', 'showAll'].map((command) =>
      commands.registerCommand(`yaodian.outline.${command}`, () => {
        outline.onlyMissing = command === 'showMissing';
        refresh();
      }),
    ),
    commands.registerCommand('yaodian.outline.find', async () => {
      await commands.executeCommand('yaodian.outline.focus');
      await commands.executeCommand('list.find');
    }),
  );
  refresh();
}

/** Rows for VS Code. What they say is decided in `buildTree`; the person's choices are kept for the workspace. */
class Outline implements TreeDataProvider<TreeNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: TreeNode[] = [];
  private readonly parents = new Map<TreeNode, TreeNode>();

  constructor(
    private readonly context: ExtensionContext,
    private readonly client: Client,
  ) {
    this.announceFilter();
  }

  get grouping(): Grouping {
    return this.context.workspaceState.get<Grouping>('outline.grouping', 'chapter');
  }

  set grouping(grouping: Grouping) {
    void this.context.workspaceState.update('outline.grouping', grouping);
  }

  get onlyMissing(): boolean {
    return this.context.workspaceState.get('outline.onlyMissing', false);
  }

  set onlyMissing(only: boolean) {
    void this.context.workspaceState.update('outline.onlyMissing', only);
    this.announceFilter();
  }

  private announceFilter(): void {
    void commands.executeCommand('setContext', 'yaodian.outline.onlyMissing', this.onlyMissing);
  }

  rebuild(): void {
    const overview = this.client.drafts.current;
    const { grouping, onlyMissing } = this;
    const today = new Date().toISOString().slice(0, 10);
    this.roots = overview ? buildTree(overview, { grouping, onlyMissing, today }, t) : [];
    this.parents.clear();
    const link = (node: TreeNode): void => {
      for (const child of node.children) {
        this.parents.set(child, node);
        link(child);
      }
    };
    this.roots.forEach(link);
    this.redraw();
  }

  /** The same rows again: their findings may have changed. */
  redraw(): void {
    this.changed.fire();
  }

  /** Why there is nothing to see, where there is a draft. */
  emptyMessage(): string | undefined {
    if (!this.client.drafts.current || this.roots.length > 0) return undefined;
    return this.onlyMissing
      ? t('没有缺项：每项任务都有目标、责任单位和完成时限。')
      : t('这份稿件还没有章节。写下“一、总体要求”这样的标题，大纲就会出现。');
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node ? node.children : this.roots)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const uri = Uri.parse(this.client.drafts.current?.uri ?? '');
    const item = new TreeItem(node.label, collapsibleState(node, this.grouping));
    const problems = node.range ? findingsIn(uri, node.range).length : 0;
    const note = problems > 0 && node.children.length === 0 ? t('{0} 个问题', problems) : '';
    item.id = node.id;
    item.description = [node.description, note].filter(Boolean).join(' · ');
    item.tooltip = [node.label, item.description].filter(Boolean).join('\n');
    item.accessibilityInformation = { label: [node.label, item.description].filter(Boolean).join('，') };
    item.iconPath = iconOf(node);
    item.contextValue = node.kind;
    if (node.selectionRange) {
      item.command = {
        command: 'vscode.open',
        title: t('转到'),
        arguments: [uri, { selection: toRange(node.selectionRange), preserveFocus: true }],
      };
    }
    return item;
  }

  /** The innermost row whose text holds a line. Under other groupings a task has several rows: the first. */
  nodeAt(line: number): TreeNode | undefined {
    let found: TreeNode | undefined;
    const visit = (nodes: readonly TreeNode[]): void => {
      const node = nodes.find(({ range }) => !range || (range.start.line <= line && line <= range.end.line));
      if (node?.range) found = node;
      if (node) visit(node.children);
    };
    if (this.grouping === 'chapter') visit(this.roots);
    else this.roots.forEach(({ children }) => found ?? visit(children));
    return found;
  }
}

async function chooseGrouping(current: Grouping): Promise<Grouping | undefined> {
  const names: Record<Grouping, string> = {
    chapter: t('按章节'),
    unit: t('按责任单位（看各单位任务多少）'),
    deadline: t('按完成时限（逐月）'),
    state: t('按缺项情况'),
  };
  const items = groupings.map((grouping) => ({
    label: names[grouping],
    description: grouping === current ? t('现在') : '',
    grouping,
  }));
  return (await window.showQuickPick(items, { placeHolder: t('大纲怎样分组') }))?.grouping;
}

function collapsibleState(node: TreeNode, grouping: Grouping): TreeItemCollapsibleState {
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  const open = grouping === 'chapter' && (node.kind === 'chapter' || node.kind === 'section');
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf({ kind }: TreeNode): ThemeIcon | undefined {
  switch (kind) {
    case 'complete':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'incomplete':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'attachment':
      return new ThemeIcon('table');
    case 'group':
      return new ThemeIcon('folder');
    case 'point':
      return new ThemeIcon('circle-small');
    default:
      return undefined;
  }
}

/** What is wrong in a row's text, besides what the row says already: that a field is missing. */
function findingsIn(uri: Uri, range: ProtocolRange): Diagnostic[] {
  const within = toRange(range);
  return languages.getDiagnostics(uri).filter(({ range, code }) => {
    const rule = String(typeof code === 'object' ? code.value : code);
    return within.contains(range) && !rule.startsWith('task/missing-');
  });
}

function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
