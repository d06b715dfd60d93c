import type { Draft } from '../../dialect/model';
import { mentionsOf } from '../../registry/mentions';
import { formatPartialDate, yearOf } from '../../registry/partial-date';
import type { FormerName, PartialDate, Unit } from '../../registry/registry';
import { spellLike } from '../../registry/spelling';
import { replaceNameFixes } from '../replace-name';
import type { DraftRule, Finding } from '../rule';

/** A unit that no longer exists, or a name a unit no longer bears, in the draft's year. */
export const abolished: DraftRule = {
  id: 'unit/abolished',
  summary: '单位已撤销或已更名',
  level: 'error',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  check(draft, { registry }, report) {
    if (!registry) return;
    const mentions = mentionsOf(draft);
    for (const mention of mentions) {
      const found = registry.resolve(mention.value, { year: draft.year });
      if (found.status !== 'unit') continue;
      const { unit, formerName } = found;
      const finding = formerName ? renamed(unit, formerName, draft) : gone(unit, draft);
      if (!finding) continue;
      const names = formerName
        ? [unit.name.value]
        : (unit.abolished?.successors ?? []).map(({ value }) => value);
      const fixes = names.flatMap((name) => {
        const to = registry.resolve(name);
        const spelt = to.status === 'unit' ? spellLike(to.unit, mention.value) : name;
        // One unit under two names loses nothing by the change; duties that went elsewhere must be looked at.
        return replaceNameFixes(mention, mentions, spelt, formerName !== undefined);
      });
      report({ range: mention.range, ...finding, fixes });
    }
  },
};

function renamed(
  unit: Unit,
  { name, until, document }: FormerName,
  draft: Draft,
): Pick<Finding, 'message'> | undefined {
  if (!hasPassed(until, draft)) return undefined;
  const when = until ? `，${formatPartialDate(until)}起停用` : '';
  return { message: `“${name.value}”是“${unit.name.value}”的曾用名${when}${cite(document)}` };
}

function gone(unit: Unit, draft: Draft): Pick<Finding, 'message'> | undefined {
  const { abolished } = unit;
  if (!abolished || !hasPassed(abolished.date, draft)) return undefined;
  const when = abolished.date ? `于${formatPartialDate(abolished.date)}` : '';
  const successors = abolished.successors.map(({ value }) => `“${value}”`).join('、');
  const whereTo = successors ? `，职责划入${successors}` : '';
  return { message: `“${unit.name.value}”已${when}撤销${cite(abolished.document)}${whereTo}` };
}

/** Whether the day lay before the draft: a plan of 2018 rightly names what was abolished in 2019. */
function hasPassed(date: PartialDate | undefined, { year, notice }: Draft): boolean {
  if (date === undefined || year === undefined) return true;
  if (yearOf(date) !== year) return yearOf(date) < year;
  // In the year itself the date of issue decides; where either is not known to the day, nothing is said.
  const issued = notice.date?.date;
  return issued !== undefined && date.length === 10 && date < issued;
}

function cite(document: string | undefined): string {
  return document ? `（${document}）` : '';
}
