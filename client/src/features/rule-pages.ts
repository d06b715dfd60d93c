import { commands, languages, Uri, window, workspace, type Diagnostic, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { EFFECTIVE_RULES, type EffectiveRule } from '../../../server/src/protocol';

/** 查看检查规则说明: the page of a rule, from the extension's own folder so that it opens without a network. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    commands.registerCommand('yaodian.openRulePage', async (rule?: unknown) => {
      const chosen = typeof rule === 'string' ? rule : await chooseRule(server);
      if (chosen) await openPage(context.extensionUri, chosen);
    }),
  );
}

async function openPage(extension: Uri, rule: string): Promise<void> {
  const page = Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
  try {
    await workspace.fs.stat(page);
  } catch {
    void window.showWarningMessage(t('没有规则“{0}”的说明。', rule));
    return;
  }
  await commands.executeCommand('markdown.showPreview', page);
}

/** Asks for a rule; those with a finding at the cursor come first. */
async function chooseRule(server: Client['server']): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const uri = editor?.document.uri;
  const here = editor
    ? rulesAt(languages.getDiagnostics(editor.document.uri), editor.selection.active.line)
    : [];
  const rules = await server.request<EffectiveRule[] | null>(EFFECTIVE_RULES, {
    textDocument: { uri: uri?.toString() ?? '' },
  });
  const items = (rules ?? []).map(({ rule, summary, level }) => ({
    label: rule,
    description: summary,
    detail: here.includes(rule) ? t('光标所在行有这一条') : undefined,
    level,
  }));
  items.sort((a, b) => Number(here.includes(b.label)) - Number(here.includes(a.label)));
  const chosen = await window.showQuickPick(items, {
    placeHolder: t('选择一条检查规则，查看它的说明'),
    matchOnDescription: true,
  });
  return chosen?.label;
}

function rulesAt(diagnostics: readonly Diagnostic[], line: number): string[] {
  return diagnostics
    .filter(({ range }) => range.start.line <= line && line <= range.end.line)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}
