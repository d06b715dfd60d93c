import {
  EventEmitter,
  languages,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type Diagnostic,
  type TreeDataProvider,
} from 'vscode';
import type { Client } from '../client';
import { toRange } from '../draft-edits';
import { t } from '../localise';
import type { DraftOverview, Range as ProtocolRange } from '../../../server/src/protocol';
import { FirstDrawing } from './first-drawing';
import { buildTree, planNode, type TreeNode, type TreeOptions } from './tree';

/** What the person has chosen to see. */
export type OutlineChoice = Pick<TreeOptions, 'grouping' | 'onlyMissing'>;

/** The rows of the 要点大纲 view for VS Code: the drafts of the workspace, each with its own; or those of the only one. */
export class OutlineRows implements TreeDataProvider<TreeNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: TreeNode[] = [];
  /** Rows of the current draft: those that can be found by a line. */
  private current: readonly TreeNode[] = [];
  private readonly parents = new Map<TreeNode, TreeNode>();
  private readonly drawing = new FirstDrawing<TreeNode>();
  /** Settles when the view shows rows for the first time: there is nothing to reveal before. */
  readonly drawn = this.drawing.done;
  /** Something has changed since the first drawing began. */
  private outdated = false;

  constructor(
    private readonly client: Client,
    private readonly choice: () => OutlineChoice,
  ) {
    void this.drawn.then(() => {
      if (this.outdated) this.redraw();
    });
  }

  rebuild(): void {
    const overview = this.client.drafts.current;
    this.parents.clear();
    this.current = overview ? this.rowsOf(overview) : [];
    const others = this.client.plans.all.filter(({ uri }) => uri !== overview?.uri);
    if (overview && others.length === 0) this.roots = [...this.current];
    else
      this.roots = this.ordered().map((plan) => {
        const rows = plan.uri === overview?.uri ? this.current : [];
        const root = planNode(plan, rows, t);
        rows.forEach((row) => this.parents.set(row, root));
        return root;
      });
    this.redraw();
  }

  /** The same rows again: their findings may have changed. */
  redraw(): void {
    if (this.drawing.isDone) this.changed.fire();
    else this.outdated = true;
  }

  /** Whether the current draft, or the workspace, has anything to show. */
  get isEmpty(): boolean {
    return this.client.drafts.current ? this.current.length === 0 : this.roots.length === 0;
  }

  get hasRows(): boolean {
    return this.roots.length > 0;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) this.outdated = false;
    const children = await this.childrenOf(node);
    const open = children.filter(
      (child) => this.collapsibleState(child) === TreeItemCollapsibleState.Expanded,
    );
    this.drawing.answered(node, open);
    return children;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const uri = Uri.parse(node.uri);
    const item = new TreeItem(node.label, this.collapsibleState(node));
    const problems = node.range && node.children.length === 0 ? findingsIn(uri, node.range).length : 0;
    item.id = node.kind === 'plan' ? node.id : `${node.uri} ${node.id}`;
    item.description = [node.description, problems > 0 ? t('{0} 个问题', problems) : '']
      .filter(Boolean)
      .join(' · ');
    item.tooltip = [node.label, item.description].filter(Boolean).join('\n');
    item.accessibilityInformation = { label: [node.label, item.description].filter(Boolean).join('，') };
    item.iconPath = iconOf(node);
    item.contextValue = contextOf(node);
    if (node.selectionRange || node.kind === 'plan') {
      const selection = node.selectionRange && toRange(node.selectionRange);
      item.command = {
        command: 'vscode.open',
        title: t('转到'),
        arguments: [uri, { selection, preserveFocus: true }],
      };
    }
    return item;
  }

  /** The innermost row of the current draft whose text holds a line. Under other groupings a task has several rows: the first. */
  nodeAt(line: number | undefined): TreeNode | undefined {
    if (line === undefined) return undefined;
    let found: TreeNode | undefined;
    const visit = (nodes: readonly TreeNode[]): void => {
      const node = nodes.find(({ range }) => !range || (range.start.line <= line && line <= range.end.line));
      if (node?.range) found = node;
      if (node) visit(node.children);
    };
    if (this.choice().grouping === 'chapter') visit(this.current);
    else this.current.forEach(({ children }) => found ?? visit(children));
    return found;
  }

  private childrenOf(node: TreeNode | undefined): TreeNode[] | Promise<TreeNode[]> {
    if (!node) return this.roots;
    if (node.kind !== 'plan' || node.children.length > 0) return [...node.children];
    return this.rowsOfOther(node);
  }

  private ordered() {
    const { current } = this.client.drafts;
    const all = this.client.plans.all;
    return current && !all.some(({ uri }) => uri === current.uri) ? [current, ...all] : all;
  }

  private rowsOf(overview: DraftOverview): TreeNode[] {
    const { grouping, onlyMissing } = this.choice();
    const today = new Date().toISOString().slice(0, 10);
    const rows = buildTree(overview, { grouping, onlyMissing, today }, t);
    const link = (node: TreeNode): void => {
      for (const child of node.children) {
        this.parents.set(child, node);
        link(child);
      }
    };
    rows.forEach(link);
    return rows;
  }

  private async rowsOfOther(root: TreeNode): Promise<TreeNode[]> {
    const overview = await this.client.plans.overviewOf(root.uri);
    const rows = overview ? this.rowsOf(overview) : [];
    rows.forEach((row) => this.parents.set(row, root));
    return rows;
  }

  private collapsibleState({ kind, uri, children }: TreeNode): TreeItemCollapsibleState {
    if (kind === 'plan')
      return uri === this.client.drafts.current?.uri
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed;
    if (children.length === 0) return TreeItemCollapsibleState.None;
    const open = this.choice().grouping === 'chapter' && (kind === 'chapter' || kind === 'section');
    return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }
}

/** What menus ask for: the kind, and what can be done. */
function contextOf({ kind, movable, lacks }: TreeNode): string {
  return [kind, movable ? 'movable' : '', lacks.length > 0 ? 'fillable' : ''].filter(Boolean).join(' ');
}

function iconOf({ kind }: TreeNode): ThemeIcon | undefined {
  switch (kind) {
    case 'plan':
      return new ThemeIcon('checklist');
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
