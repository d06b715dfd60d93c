import type { Task, UnitMention } from '../../dialect/model';
import { PerDraft } from '../../dialect/reread/per-draft';
import { TaskFacts } from '../../dialect/reread/task-facts';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** Several units and none that leads, in a draft whose other tasks name one. */
export const noLead: TaskRule = {
  id: 'task/no-lead',
  summary: '几个单位负责的任务没有牵头单位',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  manner: {
    of: (draft) => (manners.of(draft).namesLeads ? {} : undefined),
    concerns: (draft) => areLed.of(draft, undefined).map((is) => is === false),
    reads: ['titles', 'statements'],
    overlooks({ before, after }) {
      const hadLead = before.task && isLed(before.task);
      return hadLead !== false && hadLead === (after.task && isLed(after.task));
    },
  },
  check(draft, _context, report, task) {
    if (!manners.of(draft).namesLeads || isLed(task) !== false) return;
    const units = namedInText(task);
    const first = units[0];
    if (!first) return;
    report({
      range: { start: first.range.start, end: (units.at(-1) ?? first).range.end },
      message: t('“{0}”列了 {1} 个单位，没有写谁牵头：本稿其他任务都写了牵头单位', task.title, units.length),
    });
  },
};

const manners = new PerDraft((draft) => {
  const led = areLed.of(draft, undefined);
  return { namesLeads: isHabit(led.filter((is) => is).length, led.filter((is) => is === false).length) };
});

const areLed = new TaskFacts(({ task }) => isLed(task));

/** Whether a task names several units, and one of them as the lead; nobody asks a task of fewer. */
function isLed(task: Task): boolean | undefined {
  const { units, leads } = countUnits(task);
  return units > 1 ? leads > 0 : undefined;
}

/** Most tasks of several units name a lead. */
function isHabit(led: number, leaderless: number): boolean {
  return led >= 3 && led >= leaderless * 3;
}

/** How many units the task and its rows name, and how many of them lead. */
function countUnits({ fields, rows }: Task): { units: number; leads: number } {
  const count = { units: 0, leads: 0 };
  addUnits(fields.units, count);
  for (const { units } of rows) addUnits(units, count);
  return count;
}

function addUnits(mentions: readonly UnitMention[], count: { units: number; leads: number }): void {
  for (const { collective, role } of mentions) {
    if (collective) continue;
    count.units++;
    if (role === 'lead') count.leads++;
  }
}

function namedInText(task: Task): readonly UnitMention[] {
  const units = task.fields.units.filter(({ collective, source }) => !collective && source === 'bracket');
  return units.length > 1 ? units : [];
}
