import { WHITE_SPACE } from '../../dialect/character-set';
import type { Draft, UnitMention } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { namedUnits } from '../../registry/mentions';
import type { Registry } from '../../registry/registry';
import { splitJoinedNames } from '../../registry/split-names';
import type { DraftRule, Report } from '../rule';
import { textCharacters } from '../text-characters';
import { ofUnitLists } from '../unit-lists';
import { t } from '../../localise';

/** A list of units with a separator too many, or one that is missing between two names. */
export const malformedList: DraftRule = {
  id: 'unit/malformed-list',
  summary: '单位之间的分隔有误',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'statements'],
  check(draft, context, report) {
    strayInLists.check(draft, context, report);
    const { registry } = context;
    if (!registry) return;
    for (const named of namedUnits(draft)) {
      const halves = joinedNames(named.written, draft, registry);
      if (halves)
        for (const mention of named.mentions) if (!mention.collective) reportJoined(mention, halves, report);
    }
  },
  overlooks: (edit, context) =>
    strayInLists.overlooks(edit, context) &&
    [edit.before, edit.after].every(({ task, draft }) =>
      (task?.fields.units ?? []).every(({ value }) => !joinedNames(value, draft, context.registry)),
    ),
};

/** Two known names run together, which are no name of a unit. */
function joinedNames(
  written: string,
  { year }: Draft,
  registry: Registry | undefined,
): readonly [string, string] | undefined {
  if (registry?.resolve(written, { year }).status !== 'unknown') return undefined;
  return splitJoinedNames(written, registry);
}

const strayInLists = ofUnitLists((lists, draft, _context, report) => {
  for (const { range, mentions } of lists) reportStraySeparators(draft, range, mentions, report);
});

function reportJoined(
  { range }: UnitMention,
  [first, second]: readonly [string, string],
  report: Report,
): void {
  report({
    range,
    message: t('“{0}”与“{1}”之间缺少顿号', first, second),
    fixes: [
      {
        title: t('改为“{0}、{1}”', first, second),
        edits: [{ range, newText: `${first}、${second}` }],
        safe: true,
      },
    ],
  });
}

/** How far behind the last unit the end of its list is looked for. */
const REACH = 10;
const SEPARATOR = textCharacters.define('、，,');
const SPACE = textCharacters.define(WHITE_SPACE);
const STRAY_TAIL = /^\s*[、，,](?=\s*(?:[〕）)】\]|\r\n]|$))/;

/** A separator before the first unit of a cell or behind the last unit; doubled punctuation is text/doubled's. */
function reportStraySeparators(
  { text }: Draft,
  list: Range,
  mentions: readonly UnitMention[],
  report: Report,
): void {
  const [first] = mentions as readonly [UnitMention];
  const { end } = (mentions.at(-1) as UnitMention).range;
  const before = text.slice(list.start, first.range.start);
  const isLead =
    /^\s*[、，,]\s*$/.test(before) && !/[：:]\s*$/.test(text.slice(Math.max(0, list.start - 2), list.start));
  const lead = isLead ? before.trim() : '';
  const isTail = SEPARATOR.has(text, SPACE.skip(text, end, end + REACH));
  const tail = isTail ? (STRAY_TAIL.exec(text.slice(end, end + REACH))?.[0] ?? '') : '';
  if (lead) reportStray({ start: list.start, end: first.range.start }, t('前面多了“{0}”', lead), report);
  if (tail) reportStray({ start: end, end: end + tail.length }, t('后面多了“{0}”', tail.trim()), report);
}

function reportStray(range: Range, fault: string, report: Report): void {
  report({
    range,
    message: t('这列单位{0}，或者漏写了单位', fault),
    fixes: [{ title: t('删去多余的标点'), edits: [{ range, newText: '' }], safe: false }],
  });
}
