import { commands, window, type Disposable, type Position } from 'vscode';
import type { Client } from '../client';
import { editDraft, suggest } from '../draft-edits';
import { isDraft } from '../draft-documents';
import { t } from '../localise';
import { FILL_FIELD, REARRANGE, type Position as ProtocolPosition } from '../../../server/src/protocol';
import { fieldName, type RequiredField, type TreeNode } from './tree';

/** What a command is about: a row of the view, or the place of the cursor. */
interface Subject {
  readonly uri: string;
  readonly position: Position | ProtocolPosition;
  readonly lacks: readonly RequiredField[];
  readonly inView: boolean;
}

const STEPS = { moveUp: 'up', moveDown: 'down', promote: 'promote', demote: 'demote' } as const;

/**
 * Commands that change the structure, for the row they are called on (menus, buttons), the selected one (`'outline'`, by
 * a key in the view) or the item the cursor is in.
 */
export function editCommands(client: Client, selected: () => TreeNode | undefined): Disposable[] {
  const find = (argument: TreeNode | 'outline' | undefined): Subject | undefined => {
    const node = argument === 'outline' ? selected() : argument;
    return node ? ofRow(node) : argument === undefined ? atCursor(client) : undefined;
  };
  return [
    ...Object.entries(STEPS).map(([name, kind]) =>
      commands.registerCommand(`yaodian.${name}`, async (argument?: TreeNode | 'outline') => {
        const subject = find(argument);
        if (!subject) return explain();
        const { uri, position, inView } = subject;
        const show = inView ? 'reveal' : 'focus';
        await editDraft(client, { uri, method: REARRANGE, params: { position, action: { kind } }, show });
      }),
    ),
    commands.registerCommand('yaodian.insertAfter', async (argument?: TreeNode | 'outline') => {
      const subject = find(argument);
      if (!subject) return explain();
      const params = { position: subject.position, action: { kind: 'insert' } };
      await editDraft(client, { uri: subject.uri, method: REARRANGE, params, show: 'focus' });
    }),
    commands.registerCommand('yaodian.fillField', async (argument?: TreeNode | 'outline') => {
      const subject = find(argument);
      if (subject) await fill(client, subject);
      else explain();
    }),
  ];
}

/** Moves the dragged item to where it was dropped; the person can undo it in the text at once. */
export async function drop(client: Client, dragged: TreeNode, target: TreeNode): Promise<void> {
  if (dragged.uri !== target.uri) {
    void window.showInformationMessage(t('不能拖到另一份稿件里。请在稿件中剪切、粘贴。'));
    return;
  }
  const from = dragged.selectionRange?.start;
  const to = target.selectionRange?.start;
  if (!from || !to) return;
  const params = { position: from, action: { kind: 'drop', target: to } };
  await editDraft(client, { uri: dragged.uri, method: REARRANGE, params, show: 'focus' });
}

async function fill(client: Client, { uri, position, lacks }: Subject): Promise<void> {
  const field = await chooseField(lacks);
  if (!field) return;
  const done = await editDraft(client, {
    uri,
    method: FILL_FIELD,
    params: { position, field },
    show: 'focus',
  });
  if (done && field !== 'target') await suggest();
}

async function chooseField(lacks: readonly RequiredField[]): Promise<RequiredField | undefined> {
  if (lacks.length === 0) {
    void window.showInformationMessage(t('这一项目标、责任单位、完成时限都有，没有要补的。'));
    return undefined;
  }
  if (lacks.length === 1) return lacks[0];
  const items = lacks.map((field) => ({ label: fieldName(field, t), field }));
  return (await window.showQuickPick(items, { placeHolder: t('补写哪一项') }))?.field;
}

function ofRow({ uri, selectionRange, lacks }: TreeNode): Subject | undefined {
  return selectionRange && { uri, position: selectionRange.start, lacks, inView: true };
}

function atCursor({ drafts }: Client): Subject | undefined {
  const editor = window.activeTextEditor;
  if (!editor || !isDraft(editor.document)) return undefined;
  const uri = editor.document.uri.toString();
  const position = editor.selection.active;
  const task = drafts
    .overviewOf(uri)
    ?.tasks.find(({ range }) => range.start.line <= position.line && position.line <= range.end.line);
  const lacks = (['target', 'unit', 'deadline'] as const).filter((field) => task && !task.complete[field]);
  return { uri, position, lacks, inView: false };
}

function explain(): void {
  void window.showInformationMessage(t('请先在稿件里把光标放到一项上，或者在要点大纲里选中一项。'));
}
