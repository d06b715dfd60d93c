import type { Uri } from 'vscode';
import { window, type Memento, type QuickPickItem } from 'vscode';
import type { NewDraftParams } from '../../../server/src/protocol';
import { chooseDraft } from '../choose-draft';
import { t } from '../localise';

const ISSUER = 'issuer';

export type Beginning = NewDraftParams['kind'] | 'last-year';

export async function askBeginning(): Promise<Beginning | undefined> {
  const choices: (QuickPickItem & { beginning: Beginning })[] = [
    {
      label: t('沿用上年的稿件'),
      detail: t('年份顺延，文号、日期和完成时限留空待填'),
      beginning: 'last-year',
    },
    {
      label: t('印发通知和要点'),
      detail: t('有发文字号、主送机关、印发语和成文日期'),
      beginning: 'notice',
    },
    { label: t('只有要点'), detail: t('不写通知，如本单位内部的计划'), beginning: 'plan' },
    { label: t('责任分工方案'), detail: t('任务列在附件的责任分解表里'), beginning: 'division' },
  ];
  const title = t('新建要点');
  return (await window.showQuickPick(choices, { title, placeHolder: t('从什么开始') }))?.beginning;
}

/** Undefined as soon as the person leaves a question. */
export async function askBlank(
  kind: NewDraftParams['kind'],
  memory: Memento,
): Promise<NewDraftParams | undefined> {
  const year = await window.showInputBox({
    title: t('新建要点（第 {0} 步，共 3 步）', 1),
    prompt: t('哪一年的要点'),
    value: String(planYear(new Date())),
    validateInput: (value) => (/^20\d\d$/.test(value.trim()) ? undefined : t('请写四位年份，如 2027')),
  });
  if (year === undefined) return undefined;
  const issuer = await window.showInputBox({
    title: t('新建要点（第 {0} 步，共 3 步）', 2),
    prompt: t('发文机关的全称；还没有定可以空着'),
    placeHolder: t('如：云溪县人民政府'),
    value: memory.get<string>(ISSUER, ''),
  });
  if (issuer === undefined) return undefined;
  await memory.update(ISSUER, issuer.trim());
  const subject = await window.showInputBox({
    title: t('新建要点（第 {0} 步，共 3 步）', 3),
    prompt: t('什么工作的要点，用在标题里；还没有定可以空着'),
    placeHolder: t('如：云溪县安全生产'),
  });
  return subject === undefined ? undefined : { kind, year: Number(year), issuer, subject };
}

/** Plans are written from the autumn before their year to its spring. */
function planYear(today: Date): number {
  return today.getFullYear() + (today.getMonth() >= 8 ? 1 : 0);
}

export function askLastYear(): Promise<Uri | undefined> {
  return chooseDraft<never>({
    title: t('沿用上年的稿件'),
    placeHolder: t('选择上年的稿件'),
    openLabel: t('沿用'),
  });
}
