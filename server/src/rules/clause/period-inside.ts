import type { Clause, Draft, Task } from '../../dialect/model';
import { PerDraft } from '../../dialect/reread/per-draft';
import { TaskFacts } from '../../dialect/reread/task-facts';
import type { Fix, TaskRule } from '../rule';
import { clauseStyleOf, keepsClauses, labelledClauses } from '../clause-style';
import { t } from '../../localise';

/** 〔责任单位：…。〕 among 〔责任单位：…〕。: the full stop stands inside the bracket. */
export const periodInside: TaskRule = {
  id: 'clause/period-inside',
  summary: '责任条款的句号写在括号里',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  manner: {
    of: (draft) => (manners.of(draft).isOutside ? {} : undefined),
    concerns: (draft) => countsInside.of(draft, undefined).map((count) => count > 0),
    reads: ['statements'],
    overlooks: keepsClauses,
  },
  check(draft, _context, report, task) {
    if (!manners.of(draft).isOutside) return;
    for (const clause of labelledClauses(task, draft.text)) {
      const at = stopOf(draft.text, clause);
      if (at === undefined) continue;
      report({
        range: { start: at, end: clause.range.end },
        message: t('句号写在了括号里，本稿其他责任条款的括号里没有句号，应前后一致'),
        fixes: [moveOut(draft, clause, at)],
      });
    }
  },
};

/** A draft that always writes it inside has its own manner. */
const manners = new PerDraft((draft) => {
  const inside = countsInside.of(draft, undefined).reduce((sum, one) => sum + one, 0);
  return { isOutside: inside * 2 <= clauseStyleOf(draft).count };
});

const countsInside = new TaskFacts(({ task, draft: { text } }) => countInside(task, text));

function countInside(task: Task, text: string): number {
  return labelledClauses(task, text).filter((clause) => stopOf(text, clause) !== undefined).length;
}

/** The offset of the full stop before the closing bracket. Several sentences in a bracket end each with their own. */
function stopOf(text: string, { range }: Clause): number | undefined {
  const at = range.end - 2;
  return text[at] === '。' && !text.slice(range.start, at).includes('。') ? at : undefined;
}

function moveOut({ text }: Draft, { range }: Clause, at: number): Fix {
  const closing = text[range.end - 1] as string;
  const newText = text[range.end] === '。' || !needsStop(text, range.start) ? closing : `${closing}。`;
  return {
    title: newText === closing ? t('删去括号里的句号') : t('把句号移到括号外'),
    edits: [{ range: { start: at, end: range.end }, newText }],
    safe: true,
  };
}

/** After 。〔…〕 the sentence has had its full stop already. */
function needsStop(text: string, start: number): boolean {
  return !/[。！？]/.test(text[start - 1] ?? '。');
}
