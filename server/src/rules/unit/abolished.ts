import type { Draft } from '../../dialect/model';
import { namedUnits } from '../../registry/mentions';
import { formatPartialDate, yearOf } from '../../registry/partial-date';
import type { FormerName, PartialDate, Unit } from '../../registry/registry';
import { spellLike } from '../../registry/spelling';
import { replaceNameFixes } from '../replace-name';
import type { DraftRule, Finding } from '../rule';
import { list, t } from '../../localise';

/** A unit that no longer exists, or a name a unit no longer bears, in the draft's year. */
export const abolished: DraftRule = {
  id: 'unit/abolished',
  summary: '单位已撤销或已更名',
  level: 'error',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'units'],
  check(draft, { registry }, report) {
    if (!registry) return;
    for (const named of namedUnits(draft)) {
      const { written } = named;
      const found = registry.resolve(written, { year: draft.year });
      if (found.status !== 'unit') continue;
      const { unit, formerName } = found;
      const finding = formerName ? renamed(unit, formerName, draft) : gone(unit, draft);
      if (!finding) continue;
      const names = formerName
        ? [unit.name.value]
        : (unit.abolished?.successors ?? []).map(({ value }) => value);
      const spelt = names.map((name) => {
        const to = registry.resolve(name);
        return to.status === 'unit' ? spellLike(to.unit, written) : name;
      });
      // One unit under two names loses nothing by the change; duties that went elsewhere must be looked at.
      const fixesOf = replaceNameFixes(named.mentions, spelt, formerName !== undefined);
      for (const mention of named.mentions)
        report({ range: mention.range, ...finding, fixes: fixesOf(mention) });
    }
  },
};

function renamed(
  unit: Unit,
  { name, until, document }: FormerName,
  draft: Draft,
): Pick<Finding, 'message'> | undefined {
  if (!hasPassed(until, draft)) return undefined;
  const when = until ? t('，{0}起停用', formatPartialDate(until)) : '';
  return { message: t('“{0}”是“{1}”的曾用名{2}{3}', name.value, unit.name.value, when, cite(document)) };
}

function gone(unit: Unit, draft: Draft): Pick<Finding, 'message'> | undefined {
  const { abolished } = unit;
  if (!abolished || !hasPassed(abolished.date, draft)) return undefined;
  const when = abolished.date ? t('于{0}', formatPartialDate(abolished.date)) : '';
  const successors = abolished.successors.map(({ value }) => `“${value}”`);
  const whereTo = successors.length > 0 ? t('，职责划入{0}', list(successors)) : '';
  return { message: t('“{0}”已{1}撤销{2}{3}', unit.name.value, when, cite(abolished.document), whereTo) };
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
  return document ? t('（{0}）', document) : '';
}
