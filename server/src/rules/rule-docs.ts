import type { RuleId } from './rule';

/** The page that says what a rule is for, from the root of the repository and of the installed extension. */
export function ruleDocPath(rule: RuleId): string {
  return `docs/rules/${rule}.md`;
}

/** The page's address: `base` is where the repository or the extension lies, e.g. `file:///…/yaodian/`. */
export function ruleDocUri(rule: RuleId, base: string): string {
  return `${base.endsWith('/') ? base : `${base}/`}${ruleDocPath(rule)}`;
}
