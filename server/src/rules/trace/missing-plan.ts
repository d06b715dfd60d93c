import type { DraftRule } from '../rule';

/** A superior's plan that the front matter names and that is not there. */
export const missingPlan: DraftRule = {
  id: 'trace/missing-plan',
  summary: '找不到文首写的上级要点',
  level: 'info',
  certainty: '必错',
  ground: '本单位',
  scope: 'draft',
  check(_draft, { superiors }, report) {
    for (const { named, message } of superiors.missing) report({ range: named.range, message });
  },
};
