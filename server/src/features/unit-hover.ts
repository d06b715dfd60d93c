import type { Range } from '../dialect/range';
import { formatPartialDate } from '../registry/partial-date';
import type { Collective, Unit, UnitMatch } from '../registry/registry';
import type { DraftInForce, NamedUnit } from '../registry/unit-occurrences';
import { tasksOf, unitAt } from '../registry/unit-occurrences';

export interface UnitHover {
  readonly range: Range;
  /** Markdown paragraphs. */
  readonly sections: readonly string[];
}

const KINDS: Readonly<Record<UnitMatch['kind'], string>> = {
  exact: '',
  'area-variant': '',
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
      return [`“${escape(mention.value)}”可以指：`, names.join('\n')];
    }
    default:
      return [`**${escape(mention.value)}** ${mention.collective ? '统称' : '不在单位名录中'}`];
  }
}

/** Also what a hover in the registry file itself says. */
export function describeUnit(unit: Unit, match?: UnitMatch): readonly string[] {
  const kind = match ? KINDS[match.kind] : '';
  const title = `**${escape(unit.name.value)}**${kind ? `（${kind}）` : ''}`;
  const facts = [
    fact('简称', unit.aliases.map(({ value }) => value).join('、')),
    fact('曾用名', unit.formerNames.map(formerText).join('、')),
    fact('状态', unit.abolished ? abolishedText(unit.abolished) : ''),
    fact('类别', unit.category),
    fact('上级', unit.superior?.value),
    fact('职责', unit.duties),
    fact('备注', unit.note),
  ].filter((line) => line !== '');
  return facts.length > 0 ? [title, facts.join('\n')] : [title];
}

function formerText({ name, until }: Unit['formerNames'][number]): string {
  return until ? `${name.value}（至${formatPartialDate(until)}）` : name.value;
}

function abolishedText({ date, successors, document }: NonNullable<Unit['abolished']>): string {
  const when = date ? `${formatPartialDate(date)}` : '';
  const where = successors.length > 0 ? `，职责划入${successors.map(({ value }) => value).join('、')}` : '';
  return `已${when}撤销${where}${document ? `（${document}）` : ''}`;
}

export function describeCollective({ name, members }: Collective): readonly string[] {
  const shown = members.slice(0, MOST_MEMBERS).map(({ value }) => escape(value));
  const more = members.length > shown.length ? ` 等 ${members.length} 个` : '';
  const list = shown.length > 0 ? [`成员：${shown.join('、')}${more}`] : [];
  return [`**${escape(name.value)}** 集合`, ...list];
}

function describeCounts(identity: string, place: DraftInForce, workspace: readonly DraftInForce[]): string {
  const here = tasksOf(identity, place).length;
  const others = workspace.filter(({ uri }) => uri !== place.uri);
  const elsewhere = others.map((other) => tasksOf(identity, other).length).filter((count) => count > 0);
  const total = elsewhere.reduce((sum, count) => sum + count, 0);
  const rest = total > 0 ? `，其他 ${elsewhere.length} 份稿件 ${total} 项` : '';
  return `本稿 ${here} 项任务${rest}`;
}

function fact(label: string, value: string | undefined): string {
  return value ? `- ${label}：${escape(value)}` : '';
}

/** Text of a registry is shown as text: `*` and `<` in it are no Markdown of ours. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
