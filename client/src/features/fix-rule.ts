import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import {
  FIX_RULE,
  type FixRuleParams,
  FIX_RULE_COMMAND,
  FIXABLE_RULES,
  type FileFixes,
  type FixableRule,
  type FixRuleResult,
  type FixScope,
} from '../../../server/src/protocol';
import type { Client } from '../client';
import { t } from '../localise';
import type { ProposedChange } from '../proposals';

/** 修复全部 of one rule, in this file or in the workspace: shown first, made when the person agrees. */
export function activate(context: ExtensionContext, client: Client): void {
  const { server, drafts } = client;
  context.subscriptions.push(
    commands.registerCommand(FIX_RULE_COMMAND, async (rule?: unknown, scope?: FixScope) => {
      const places = placesOf(scope ?? (await askScope(drafts.uri)), drafts.uri);
      if (!places) return;
      const chosen = typeof rule === 'string' ? rule : await askRule(server, places);
      if (chosen !== undefined) await fixRule(client, chosen, places);
    }),
  );
}

async function askScope(current: string | undefined): Promise<FixScope | undefined> {
  const hasFolders = (workspace.workspaceFolders ?? []).length > 0;
  if (current === undefined || !hasFolders) return hasFolders ? 'workspace' : 'file';
  const choices: { label: string; scope: FixScope }[] = [
    { label: t('这份稿件'), scope: 'file' },
    { label: t('工作区的全部稿件'), scope: 'workspace' },
  ];
  return (await window.showQuickPick(choices, { title: t('修复哪里的问题') }))?.scope;
}

/** Uris to look below; undefined where there is nothing to fix or the person has left the question. */
function placesOf(scope: FixScope | undefined, current: string | undefined): string[] | undefined {
  if (scope === undefined) return undefined;
  if (scope === 'workspace') return (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  if (current !== undefined) return [current];
  void window.showInformationMessage(t('请先打开一份稿件，或者稿件所在的文件夹。'));
  return undefined;
}

async function askRule(server: Client['server'], places: string[]): Promise<string | undefined> {
  const rules = await server.requestOverDrafts<FixableRule[] | null>(FIXABLE_RULES, { places });
  if (!rules) return undefined;
  if (rules.length === 0) {
    void window.showInformationMessage(t('没有可以自动修复的问题。其余问题请看“问题”面板。'));
    return undefined;
  }
  const items = rules.map(({ rule, name, count, files }) => ({
    label: name,
    description: rule,
    detail: t('{0} 处，在 {1} 份稿件里', count, files),
    rule,
  }));
  const options = { title: t('修复哪一类问题'), matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.rule;
}

async function fixRule({ server, proposals }: Client, rule: string, places: string[]): Promise<void> {
  const result = await server.requestOverDrafts<FixRuleResult | null, FixRuleParams>(FIX_RULE, {
    rule,
    places,
  });
  if (!result || result.cancelled) return;
  const { name, files } = result;
  if (files.length === 0) {
    void window.showInformationMessage(t('没有可以自动修复的“{0}”。', name));
    return;
  }
  const changes = await Promise.all(files.map(asChange));
  const stale = t('稿件刚刚又有改动，请再执行一次。');
  if (files.some(({ version }, index) => version !== null && version !== changes[index]?.document.version)) {
    void window.showInformationMessage(stale);
    return;
  }
  const count = files.reduce((sum, file) => sum + file.count, 0);
  await proposals.show({
    title: t('修复前后：{0}', name),
    question: t('要改 {0} 份稿件的 {1} 处，左边是现在的，右边是改后的。', files.length, count),
    changes,
    made: () => void report(files.length, count),
    stale,
  });
}

async function asChange({ uri, edits }: FileFixes): Promise<ProposedChange> {
  return { document: await workspace.openTextDocument(Uri.parse(uri)), edits };
}

async function report(files: number, count: number): Promise<void> {
  const save = t('全部保存');
  const message = t('已修复 {0} 份稿件的 {1} 处，还没有存盘，可以撤销。', files, count);
  if ((await window.showInformationMessage(message, save)) === save) await workspace.saveAll();
}
