import type { Draft, Item, UnitMention } from '../dialect/model';
import type { Range } from '../dialect/range';

/** The kinds of things that are coloured; the order is the legend's, the client's manifest describes them. */
export const TOKEN_TYPES = [
  'marker',
  'taskTitle',
  'unit',
  'deadline',
  'target',
  'frequency',
  'fieldLabel',
] as const;
export const TOKEN_MODIFIERS = ['lead', 'support', 'collective', 'missing', 'unknown'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken {
  /** Within one line, and after the token before. */
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** What a grammar cannot know: which words are units, leads, deadlines and targets. In text order, not overlapping. */
export function semanticTokens(
  draft: Draft,
  within?: Range,
  isUnknown: (unit: UnitMention) => boolean = () => false,
): SemanticToken[] {
  const attached = draft.attachments.flatMap(({ items }) => items.flatMap(withDescendants));
  const rows = draft.tables.flatMap((table) => table.rows);
  const tokens = [
    ...[...draft.outline, ...attached].map((item) => token('marker', item.marker.range)),
    ...draft.tasks.flatMap(({ item, complete }) => {
      const done = complete.target && complete.unit && complete.deadline;
      return token('taskTitle', item.titleRange, done ? [] : ['missing']);
    }),
    ...[...draft.tasks.map((task) => task.fields), ...rows].flatMap((source) => [
      ...source.units.map((unit) => unitToken(unit, isUnknown(unit))),
      ...source.deadlines.map(({ range }) => token('deadline', range)),
    ]),
    ...draft.tasks.flatMap(({ fields }) => [
      ...fields.targets.map(({ range }) => token('target', range)),
      ...fields.frequencies.map(({ range }) => token('frequency', range)),
      ...fields.clauses.flatMap(({ parts }) =>
        parts.flatMap(({ label }) => (label ? [token('fieldLabel', label.range)] : [])),
      ),
    ]),
  ];
  return inOrder(tokens, draft, within);
}

function token(type: TokenType, range: Range, modifiers: readonly TokenModifier[] = []): SemanticToken {
  return { type, range, modifiers };
}

function unitToken({ range, role, collective }: UnitMention, isUnknown: boolean): SemanticToken {
  const modifiers: TokenModifier[] = role === 'responsible' ? [] : [role];
  if (collective) modifiers.push('collective');
  else if (isUnknown) modifiers.push('unknown');
  return token('unit', range, modifiers);
}

function withDescendants(item: Item): Item[] {
  return [item, ...item.children.flatMap(withDescendants)];
}

/** The smaller of two overlapping tokens is kept (a deadline within a target); tokens over several lines are cut. */
function inOrder(tokens: readonly SemanticToken[], draft: Draft, within: Range | undefined): SemanticToken[] {
  const bySize = tokens
    .filter(
      ({ range }) =>
        range.start < range.end && (!within || (range.start < within.end && within.start < range.end)),
    )
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  const taken = new Map<number, SemanticToken>();
  const covered = new Set<number>();
  for (const candidate of bySize) {
    const { start } = candidate.range;
    const end = Math.min(candidate.range.end, draft.lines.rangeOf(draft.lines.lineAt(start)).end);
    let free = start < end;
    for (let offset = start; offset < end && free; offset++) free = !covered.has(offset);
    if (!free) continue;
    for (let offset = start; offset < end; offset++) covered.add(offset);
    taken.set(start, { ...candidate, range: { start, end } });
  }
  return [...taken.values()].sort((a, b) => a.range.start - b.range.start);
}
