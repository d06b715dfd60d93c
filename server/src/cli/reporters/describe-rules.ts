import { t } from '../../localise';
import { allRules } from '../../rules/index';
import { ruleDocUri } from '../../rules/rule-docs';
import type { RuleDescription } from './reporter';

/** The rules as reporters tell of them; `home` is the uri of the folder that holds docs/. */
export function describeRules(home: string): RuleDescription[] {
  return allRules.map(({ id, summary, level, certainty, ground }) => {
    return { id, summary: t(summary), level, certainty, ground, page: ruleDocUri(id, home) };
  });
}
