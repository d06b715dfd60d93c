import { MarkdownString, StatusBarAlignment, window, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import type { TaskSummary } from '../../../server/src/protocol';

/** The state of the draft one is in: 任务 25 · 完整 22 · 缺 3. A click shows the tasks that lack something. */
export function activate(context: ExtensionContext, { drafts }: Client): void {
  const item = window.createStatusBarItem('yaodian.summary', StatusBarAlignment.Left, 10);
  item.name = t('要点任务统计');
  item.command = 'yaodian.openTaskTable';
  const update = (): void => {
    // In the task table there is no active text editor, and the draft it shows is still the one worked on.
    const document = window.activeTextEditor?.document;
    const overview = document ? drafts.overviewOf(document.uri.toString()) : drafts.current;
    if (!overview) return item.hide();
    const { tasks, complete } = overview.summary;
    item.text = `$(checklist) ${
      complete === tasks
        ? t('任务 {0} · 全部完整', tasks)
        : t('任务 {0} · 完整 {1} · 缺 {2}', tasks, complete, tasks - complete)
    }`;
    item.tooltip = new MarkdownString(explain(overview.summary));
    item.accessibilityInformation = { label: explain(overview.summary) };
    item.show();
  };
  context.subscriptions.push(
    item,
    drafts.onDidChange(update),
    drafts.onDidSwitch(update),
    window.onDidChangeActiveTextEditor(update),
  );
  update();
}

function explain({ tasks, missing }: TaskSummary): string {
  if (tasks === 0) return t('这份稿件里还没有任务。');
  return [
    t(
      '缺目标 {0} 项，缺责任单位 {1} 项，缺完成时限 {2} 项。',
      missing.target,
      missing.unit,
      missing.deadline,
    ),
    t('点击打开任务表。'),
  ].join('\n\n');
}
