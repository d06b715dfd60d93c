import type { Range } from '../dialect/range';
import { formatPartialDate } from '../registry/partial-date';
import type { Collective, Unit, UnitMatch } from '../registry/registry';
import type { DraftInForce, NamedUnit } from '../registry/unit-occurrences';
import { tasksOf, unitAt } from '../registry/unit-occurrences';
import { list, t, type Message } from '../localise';

export interface UnitHover {
  readonly range: Range;
  /** Markdown paragraphs. */
  readonly sections: readonly string[];
}

const KINDS: Readonly<Partial<Record<UnitMatch['kind'], Message>>> = {
  alias: '简称',
  derived: '按惯例可推断的简称',
  former: '曾用名',
};

/** Longest list of members that is worth reading in a hover. */
const MOST_MEMBERS = 12;

/** What is known of the unit at `offset`, and how many tasks it has here and in the other drafts. */
export function unitHover(
  place: DraftInForce,
  offset: number,
  workspace: readonly DraftInForce[],
): UnitHover | undefined {
  const named = unitAt(place, offset);
  if (!named) return undefined;
  const counts = describeCounts(named.identity, place, workspace);
  return { range: named.mention.range, sections: [...describe(named), counts] };
}

function describe({ mention, resolution }: NamedUnit): readonly string[] {
  switch (resolution.status) {
    case 'unit':
      return describeUnit(resolution.unit, resolution);
    case 'collective':
      return describeCollective(resolution.collective);
    case 'ambiguous': {
      const names = resolution.candidates.map(({ unit }) => `- ${escape(unit.name.value)}`);
      return [t('“{0}”可以指：', escape(mention.value)), names.join('\n')];
    }
    default:
      return [`**${escape(mention.value)}** ${mention.collective ? t('统称') : t('不在单位名录中')}`];
  }
}

/** Also what a hover in the registry file itself says. */
export function describeUnit(unit: Unit, match?: UnitMatch): readonly string[] {
  const kind = match && KINDS[match.kind];
  const title = `**${escape(unit.name.value)}**${kind ? t('（{0}）', t(kind)) : ''}`;
  const facts = [
    fact(t('简称'), list(unit.aliases.map(({ value }) => value))),
    fact(t('曾用名'), list(unit.formerNames.map(formerText))),
    fact(t('状态'), unit.abolished ? abolishedText(unit.abolished) : ''),
    fact(t('类别'), unit.category),
    fact(t('上级'), unit.superior?.value),
    fact(t('职责'), unit.duties),
    fact(t('备注'), unit.note),
  ].filter((line) => line !== '');
  return facts.length > 0 ? [title, facts.join('\n')] : [title];
}

function formerText({ name, until }: Unit['formerNames'][number]): string {
  return until ? t('{0}（至{1}）', name.value, formatPartialDate(until)) : name.value;
}

function abolishedText({ date, successors, document }: NonNullable<Unit['abolished']>): string {
  const when = date ? formatPartialDate(date) : '';
  const where = successors.length > 0 ? t('，职责划入{0}', list(successors.map(({ value }) => value))) : '';
  return t('已{0}撤销{1}{2}', when, where, document ? t('（{0}）', document) : '');
}

export function describeCollective({ name, members }: Collective): readonly string[] {
  const shown = members.slice(0, MOST_MEMBERS).map(({ value }) => escape(value));
  const more = members.length > shown.length ? t(' 等 {0} 个', members.length) : '';
  const named = shown.length > 0 ? [t('成员：{0}{1}', list(shown), more)] : [];
  return [t('**{0}** 集合', escape(name.value)), ...named];
}

function describeCounts(identity: string, place: DraftInForce, workspace: readonly DraftInForce[]): string {
  const here = tasksOf(identity, place).length;
  const others = workspace.filter(({ uri }) => uri !== place.uri);
  const elsewhere = others.map((other) => tasksOf(identity, other).length).filter((count) => count > 0);
  const total = elsewhere.reduce((sum, count) => sum + count, 0);
  const rest = total > 0 ? t('，其他 {0} 份稿件 {1} 项', elsewhere.length, total) : '';
  return t('本稿 {0} 项任务{1}', here, rest);
}

function fact(label: string, value: string | undefined): string {
  return value ? `- ${label}${t('：')}${escape(value)}` : '';
}

/** Text of a registry is shown as text: `*` and `<` in it are no Markdown of ours. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
