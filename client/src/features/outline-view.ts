import { commands, languages, window, type ExtensionContext, type TreeView } from 'vscode';
import type { Client } from '../client';
import type { Drafts } from '../drafts';
import { t } from '../localise';
import { CursorFollower } from '../outline/cursor-follower';
import { OutlineDrag } from '../outline/drag';
import { drop, editCommands } from '../outline/edit-commands';
import { OutlineRows, type OutlineChoice } from '../outline/rows';
import { groupings, type Grouping, type TreeNode } from '../outline/tree';

/** The 要点大纲 view: the structure of the workspace's drafts with the state of each task. */
export function activate(context: ExtensionContext, client: Client): void {
  const choices = new Choices(context);
  const rows = new OutlineRows(client, () => choices);
  const view = window.createTreeView('yaodian.outline', {
    treeDataProvider: rows,
    showCollapseAll: true,
    dragAndDropController: new OutlineDrag((dragged, target) => drop(client, dragged, target)),
  });
  const draw = (how: 'rebuild' | 'update'): void => {
    rows[how]();
    describe(view, rows, { client, choices });
  };
  const refresh = (): void => draw('rebuild');
  context.subscriptions.push(
    view,
    ...followDrafts(client, { rows, view }, draw),
    ...choiceCommands(choices, refresh),
    // While VS Code draws the view anew nothing is selected in it: then the row of the cursor, which selection follows.
    ...editCommands(client, () => view.selection[0] ?? rows.nodeAt(cursorLine(client.drafts))),
  );
  refresh();
}

/** The person's choices, kept for the workspace. */
class Choices implements OutlineChoice {
  constructor(private readonly context: ExtensionContext) {
    this.announce();
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
    this.announce();
  }

  private announce(): void {
    void commands.executeCommand('setContext', 'yaodian.outline.onlyMissing', this.onlyMissing);
  }
}

interface Shown {
  readonly rows: OutlineRows;
  readonly view: TreeView<TreeNode>;
}

function followDrafts(
  { drafts, plans }: Client,
  { rows, view }: Shown,
  draw: (how: 'rebuild' | 'update') => void,
) {
  const follower = new CursorFollower(view, rows);
  const follow = (): void => void follower.follow(cursorLine(drafts));
  const look = (): void => {
    if (view.visible || drafts.uri !== undefined) plans.want();
  };
  look();
  return [
    plans.onDidChange(() => draw('rebuild')),
    drafts.onDidSwitch(() => {
      look();
      draw('rebuild');
    }),
    drafts.onDidChange((uri) => {
      look();
      const isCurrent = uri === drafts.current?.uri;
      draw(isCurrent ? 'update' : 'rebuild');
      if (isCurrent) follow();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === drafts.current?.uri)) rows.update();
    }),
    window.onDidChangeTextEditorSelection(follow),
    view.onDidChangeVisibility(() => {
      look();
      follow();
    }),
  ];
}

/** Where the cursor is in the draft that the view shows, counted from 0; while the person is in a panel too. */
function cursorLine({ current }: Drafts): number | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const editor = editors.find((editor) => editor && editor.document.uri.toString() === current?.uri);
  return editor?.selection.active.line;
}

function describe(
  view: TreeView<TreeNode>,
  rows: OutlineRows,
  { client, choices }: { readonly client: Client; readonly choices: OutlineChoice },
): void {
  const overview = client.drafts.current;
  view.description = overview?.title ?? undefined;
  view.message = overview && rows.isEmpty ? emptyMessage(choices) : undefined;
  void commands.executeCommand('setContext', 'yaodian.hasDraft', client.drafts.uri !== undefined);
  void commands.executeCommand('setContext', 'yaodian.outline.hasRows', rows.hasRows);
}

/** Why there is nothing to see, where there is a draft. */
function emptyMessage({ onlyMissing }: OutlineChoice): string {
  return onlyMissing
    ? t('没有缺项：每项任务都有目标、责任单位和完成时限。')
    : t('这份稿件还没有章节。写下“一、总体要求”这样的标题，大纲就会出现。');
}

function choiceCommands(choices: Choices, refresh: () => void) {
  return [
    commands.registerCommand('yaodian.outline.groupBy', async (grouping?: Grouping) => {
      const chosen = grouping ?? (await chooseGrouping(choices.grouping));
      if (chosen) choices.grouping = chosen;
      refresh();
    }),
    ...['showMissing', 'showAll'].map((command) =>
      commands.registerCommand(`yaodian.outline.${command}`, () => {
        choices.onlyMissing = command === 'showMissing';
        refresh();
      }),
    ),
    commands.registerCommand('yaodian.outline.find', async () => {
      await commands.executeCommand('yaodian.outline.focus');
      await commands.executeCommand('list.find');
    }),
  ];
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
