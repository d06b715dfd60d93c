import type { Rule } from '../../rules/rule';
import type { RuleDescription } from './reporter';

const allRules: readonly Rule[] = [];

/** The rules as reporters tell of them. */
export function describeRules(): RuleDescription[] {
  return allRules.map(({ id, summary, level, certainty, ground }) => {
    return { id, summary, level, certainty, ground, page: `docs/rules/${id}.md` };
  });
}
