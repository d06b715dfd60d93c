import type { Draft } from '../dialect/model';
import { unitListsIn, unitListsOf, type UnitList } from '../registry/mentions';
import type { DraftRule, Report, RuleContext } from './rule';

/** Checks lists of units, each by itself. */
export type ListCheck = (
  lists: readonly UnitList[],
  draft: Draft,
  context: RuleContext,
  report: Report,
) => void;

/** A check of all lists of a draft: it overlooks the edit of a task in whose lists it finds nothing before and after. */
export function ofUnitLists(check: ListCheck): Required<Pick<DraftRule, 'check' | 'overlooks'>> {
  return {
    check: (draft, context, report) => check(unitListsOf(draft), draft, context, report),
    overlooks: ({ before, after }, context) =>
      [before, after].every(({ task, draft }) => {
        let found = 0;
        if (task) check(unitListsIn(task), draft, context, () => found++);
        return found === 0;
      }),
  };
}
