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
import type { DraftOverview } from '../../../server/src/protocol';
import { FirstDrawing } from './first-drawing';
import { lookOf, takePlaces } from './look';
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
  /** How the rows of the current draft were when VS Code was told to draw them. */
  private look = '';

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
    this.look = this.lookOf(overview, this.current);
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

  /** The text of the current draft has changed, or what is found in it: draws it anew where that is to be seen. */
  update(): void {
    const overview = this.client.drafts.current;
    const rows = overview ? this.build(overview) : [];
    if (this.lookOf(overview, rows) === this.look) takePlaces(this.current, rows);
    else this.rebuild();
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
    const problems = findingsIn(node, otherFindings(uri)).length;
    item.id = node.kind === 'plan' ? this.idOfPlan(node) : `${node.uri} ${node.id}`;
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

  private redraw(): void {
    if (this.drawing.isDone) this.changed.fire();
    else this.outdated = true;
  }

  private lookOf(overview: DraftOverview | undefined, rows: readonly TreeNode[]): string {
    if (!overview) return '';
    const findings = otherFindings(Uri.parse(overview.uri));
    return `${overview.uri} ${overview.title} ${lookOf(rows, (row) => findingsIn(row, findings).length)}`;
  }

  private ordered() {
    const { current } = this.client.drafts;
    const all = this.client.plans.all;
    return current && !all.some(({ uri }) => uri === current.uri) ? [current, ...all] : all;
  }

  private rowsOf(overview: DraftOverview): TreeNode[] {
    const rows = this.build(overview);
    const link = (node: TreeNode): void => {
      for (const child of node.children) {
        this.parents.set(child, node);
        link(child);
      }
    };
    rows.forEach(link);
    return rows;
  }

  private build(overview: DraftOverview): TreeNode[] {
    const { grouping, onlyMissing } = this.choice();
    const today = new Date().toISOString().slice(0, 10);
    return buildTree(overview, { grouping, onlyMissing, today }, t);
  }

  private async rowsOfOther(root: TreeNode): Promise<TreeNode[]> {
    const overview = await this.client.plans.overviewOf(root.uri);
    const rows = overview ? this.rowsOf(overview) : [];
    rows.forEach((row) => this.parents.set(row, root));
    return rows;
  }

  /** VS Code leaves a row as it was first, open or closed: a draft that becomes the current one is another row. */
  private idOfPlan({ id, uri }: TreeNode): string {
    return uri === this.client.drafts.current?.uri ? `${id} 当前` : id;
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

/** What is wrong in a draft, besides what its rows say already: that a field is missing. */
function otherFindings(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ code }) => {
    const rule = String(typeof code === 'object' ? code.value : code);
    return !rule.startsWith('task/missing-');
  });
}

/** Those in the text of a row that has no rows below it. */
function findingsIn({ range, children }: TreeNode, findings: readonly Diagnostic[]): Diagnostic[] {
  if (!range || children.length > 0) return [];
  const within = toRange(range);
  return findings.filter((finding) => within.contains(finding.range));
}
