import type { DirectiveKind } from '../../dialect/model';
import type { Fix, RunRule } from '../rule';
import { nearestRule, unknownKey } from '../configuration/read-checks';
import { t } from '../../localise';

const IGNORING: readonly DirectiveKind[] = ['ignore-next', 'ignore-start', 'ignore-end', 'ignore-file'];

/** An ignore directive that names a rule there is not, or none at all, and so silences nothing. */
export const unknownRule: RunRule = {
  id: 'directive/unknown-rule',
  summary: '忽略指令中的规则名有误',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'run',
  check(draft, _context, report, { ruleIds }) {
    for (const { kind, range, rules } of draft.directives) {
      if (!IGNORING.includes(kind)) continue;
      // 忽略结束 alone ends whatever region is open.
      if (rules.length === 0 && kind !== 'ignore-end')
        report({ range, message: t('忽略指令没有写明规则名，例如 numbering/gap、numbering/* 或 全部') });
      for (const entry of rules) {
        const message = unknownKey(entry.value, ruleIds);
        if (message === undefined) continue;
        const near = nearestRule(entry.value, ruleIds);
        const fixes: Fix[] =
          near === undefined
            ? []
            : [{ title: t('改为“{0}”', near), edits: [{ range: entry.range, newText: near }], safe: true }];
        report({ range: entry.range, message, fixes });
      }
    }
  },
};
