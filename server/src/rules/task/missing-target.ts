import { remember } from '../../dialect/remember';
import { requireField } from '../missing-field';
import type { TaskRule } from '../rule';

/** A task that states no target, in a draft whose tasks do. */
export const missingTarget: TaskRule = {
  id: 'task/missing-target',
  summary: '任务没有写目标',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  ...requireField({
    field: 'target',
    name: '目标',
    advice: '写明做到什么程度算完成（数量、比例、零发生、全覆盖等）',
    adds: 'target',
    // A piece of work to be finished can be checked without a number, and how often something is done by its own.
    statesInstead: remember((text) =>
      /每(?:日|天|周|旬|个?月|两个?月|季度?|半年|年|学期)[^，。；]{0,14}[\d０-９一两二三四]\s?[次场期轮遍]|完工|竣工|建成|投用|投入使用|投入运行|开工|封顶|通车|上线|挂牌|交付|验收|出台|印发|编制完成|完成编制|完成[^，。；]{2,20}编制/.test(
        text,
      ),
    ),
  }),
};
