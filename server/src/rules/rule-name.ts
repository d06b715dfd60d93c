import { t } from '../localise';
import { allRules } from './index';
import type { RuleId } from './rule';

/** What a rule is about, in a line; one of another version of the program is called by its id. */
export function ruleSummary(id: string): string {
  const rule = allRules.find((candidate) => candidate.id === id);
  return rule ? t(rule.summary) : id;
}

/** A rule as menus name it: what it is about, with the id that directives and configuration use. */
export function ruleName(id: RuleId): string {
  const summary = ruleSummary(id);
  return summary === id ? `“${id}”` : t('“{0}”（{1}）', summary, id);
}
