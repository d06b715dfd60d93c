import { t } from '../localise';
import { allRules } from './index';
import type { RuleId } from './rule';

/** A rule as menus name it: what it is about, with the id that directives and configuration use. */
export function ruleName(id: RuleId): string {
  const rule = allRules.find((candidate) => candidate.id === id);
  return rule ? t('“{0}”（{1}）', t(rule.summary), id) : `“${id}”`;
}
