import { compareDrafts } from '../../server/src/comparison/compare-drafts';
import { readDraft } from '../../server/src/dialect/draft';
import { editPlan } from '../support/edited-plan';
import { inventLargePlan } from '../support/invented-tasks';
import { Random } from '../support/random';
import { inRounds } from './measure';
import { milliseconds, type BenchOptions, type Section } from './section';

const TASKS = [40, 400];

/** Two drafts of which half the tasks were edited: reading both, and comparing them by task. */
export async function benchDiff({ quick }: Pick<BenchOptions, 'quick'>): Promise<Section> {
  const rows: string[][] = [];
  for (const tasks of TASKS) {
    const plan = editPlan(readDraft(inventLargePlan(new Random(6), tasks)), new Random(3));
    if (plan === undefined) throw new Error('the edited plan does not read as it was written');
    const { old, new: current } = plan;
    const times = await inRounds(
      {
        read: () => [readDraft(old.text), readDraft(current.text)],
        compare: () => compareDrafts(old, current),
      },
      { rounds: quick ? 3 : 9, warmUp: 2 },
    );
    rows.push([`${tasks} 项`, milliseconds(times['read'] ?? NaN), milliseconds(times['compare'] ?? NaN)]);
  }
  return {
    title: '按任务比较两稿',
    about: '两份稿件，约一半任务改动过（移动、改写、拆分、合并、增删），处理器毫秒数。',
    head: ['每稿任务', '解析两稿', '比较'],
    rows,
  };
}
