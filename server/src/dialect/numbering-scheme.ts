import { RANKS, rankOf } from './marker-rank';
import { lastDescendant, withDescendants } from './all-items';
import { groupBy, mostFrequent } from './group-by';
import { lockedItems } from './locked-items';
import type { Draft, Item } from './model';
import { fewestFaults, sequenceFaults } from './sequence-faults';
import { PerDraft } from './reread/per-draft';

/** Items that are counted together, in text order: the children of one item, or those of the whole plan. */
export interface NumberedSequence {
  readonly items: readonly Item[];
  readonly numbers: readonly number[];
  /** The number its first item should bear. */
  readonly start: number;
}

/**
 * Where one kind of item begins to count anew: at each ancestor of rank `scope` or less. `PLAN` runs through the
 * whole plan (（一）…（四十八） across chapters), `PARENT` begins anew under each parent.
 */
export interface NumberingScope {
  readonly scope: number;
  /** Whether framing chapters (保障措施…) count for themselves while the others run through. */
  readonly framingApart: boolean;
}

export const PLAN = -1;
export const PARENT = Infinity;

/** The scope of each kind of item, by rank. */
export type NumberingScheme = ReadonlyMap<number, NumberingScope>;

/** The numbered sequences of a draft's body and of each of its attachments. */
export function numberedSequences(draft: Draft): readonly NumberedSequence[] {
  return knownSequences.of(draft);
}

/** Several rules ask for the same immutable draft. */
const knownSequences = new PerDraft((draft): readonly NumberedSequence[] => {
  const lists = [draft.outline, ...draft.attachments.map(({ items }) => withDescendants(items))];
  return lists.flatMap((items) => sequencesOf(items, draft));
});

/** Tells from the numbers of `items` (in text order) where each kind of item begins to count anew. */
export function inferNumberingScheme(draft: Draft, items: readonly Item[] = draft.outline): NumberingScheme {
  const scheme = new Map<number, NumberingScope>();
  for (const [rank, { candidate }] of explainKinds(draft, items)) scheme.set(rank, candidate);
  return scheme;
}

function sequencesOf(items: readonly Item[], draft: Draft): readonly NumberedSequence[] {
  const all: NumberedSequence[] = [];
  for (const { sequences } of explainKinds(draft, items).values()) all.push(...sequences);
  return all;
}

/** The scope of each kind of item, by rank, with the sequences it divides them into. */
function explainKinds(draft: Draft, items: readonly Item[]): ReadonlyMap<number, Candidate> {
  const explained = new Map<number, Candidate>();
  const fixed = items === draft.outline ? fixedScopes(draft) : new Map<number, number>();
  const deepest = deepestTask(draft);
  for (const [rank, members] of groupBy(items, rankOf)) {
    // Sub-points of tasks count within their parent; only what a plan is made of may run through it.
    const isPoint = rank > deepest && !fixed.has(rank);
    explained.set(
      rank,
      isPoint
        ? explain(members, COUNTED_WITHIN_PARENT, draft)
        : likeliestScope(members, draft, fixed.get(rank)),
    );
  }
  return explained;
}

function deepestTask({ tasks }: Draft): number {
  let deepest = RANKS.arabic;
  for (const { item } of tasks) deepest = Math.max(deepest, rankOf(item));
  return deepest;
}

/** Of kinds of items whose numbers say nothing about where they begin to count. */
export const COUNTED_WITHIN_PARENT: NumberingScope = { scope: PARENT, framingApart: false };

/** The scope that explains the numbers with the fewest and smallest faults; the narrowest where several do. */
function likeliestScope(items: readonly Item[], draft: Draft, fixed: number | undefined): Candidate {
  const candidates: Candidate[] = [];
  for (const candidate of candidateScopes(items, fixed)) {
    const explained = explain(items, candidate, draft);
    // Nothing explains the numbers better than without fault.
    if (explained.fewest === 0) return explained;
    candidates.push(explained);
  }
  let best: Candidate | undefined;
  let lowest = Infinity;
  // The likely ones first, so that the others need not be explained in full.
  for (const explained of candidates.sort((a, b) => a.fewest - b.fewest)) {
    if (explained.fewest >= lowest) break;
    const cost = explained.sequences.reduce((sum, { numbers, start }) => sum + faultCost(numbers, start), 0);
    if (cost < lowest) [best, lowest] = [explained, cost];
  }
  return best ?? explain(items, COUNTED_WITHIN_PARENT, draft);
}

/** A scope with the sequences it divides items into, and how many faults their numbers have at least. */
interface Candidate {
  readonly candidate: NumberingScope;
  readonly sequences: readonly NumberedSequence[];
  readonly fewest: number;
}

function explain(items: readonly Item[], candidate: NumberingScope, draft: Draft): Candidate {
  const sequences: NumberedSequence[] = [];
  let fewest = 0;
  for (const { items: members, start } of group(items, candidate, draft)) {
    const numbers = numbersOf(members);
    sequences.push({ items: members, numbers, start });
    fewest += fewestFaults(numbers, start);
  }
  return { candidate, sequences, fewest };
}

function numbersOf(items: readonly Item[]): readonly number[] {
  const numbers: number[] = [];
  for (const { number } of items) numbers.push(number);
  return numbers;
}

function candidateScopes(items: readonly Item[], fixed: number | undefined): NumberingScope[] {
  const ranks = new Set<number>();
  const parents = new Set(items.map(({ parent }) => parent));
  for (const parent of parents) for (let at = parent; at !== undefined; at = at.parent) ranks.add(rankOf(at));
  const scopes = fixed === undefined ? [PARENT, ...[...ranks].sort((a, b) => b - a), PLAN] : [fixed];
  const mixed = items.some(({ isFraming }) => isFraming) && items.some(({ isFraming }) => !isFraming);
  return scopes.flatMap((scope) => [
    { scope, framingApart: false },
    ...(mixed && scope !== PARENT ? [{ scope, framingApart: true }] : []),
  ]);
}

/** Each fault counts 1 and a little for its size: 5, 7 is likelier a slip than a chapter that begins at 7. */
function faultCost(numbers: readonly number[], start: number): number {
  return sequenceFaults(numbers, start).reduce((sum, { index }) => {
    const expected = index === 0 ? start : (numbers[index - 1] as number) + 1;
    return sum + 1 + 0.01 * Math.log2(1 + Math.abs((numbers[index] ?? 0) - expected));
  }, 0);
}

function group(items: readonly Item[], scope: NumberingScope, draft: Draft): CountedItems<Item>[] {
  const locked = lockedItems(draft);
  return splitSequences(items, scope, {
    isLocked: (item) => locked.has(item),
    opensList: (item, previous) => opensList(item, previous, draft),
  });
}

/** What begins a count besides the scope. */
export interface CountBreaks<I extends Item> {
  isLocked(item: I): boolean;
  /** Whether an item begins a further list under its parent. `previous` is the one before it of its rank. */
  opensList(item: I, previous: I | undefined): boolean;
}

/** Items counted together, and what they are counted within: an ancestor, or `'plan'`. */
export interface CountedItems<I extends Item> {
  readonly items: readonly I[];
  readonly start: number;
  readonly within: I | 'plan';
}

/** Splits items of one rank, in text order, where their count begins anew. */
export function splitSequences<I extends Item & { readonly parent: I | undefined }>(
  items: readonly I[],
  scope: NumberingScope,
  breaks: CountBreaks<I>,
): CountedItems<I>[] {
  const sequences: { items: I[]; start: number; within: I | 'plan' }[] = [];
  const open = new Map<unknown, I[]>();
  let previous: I | undefined;
  for (const item of items) {
    const within = countedWithin(item, scope);
    const members = open.get(within);
    const locked = breaks.isLocked(item);
    if (members !== undefined && !locked && !breaks.opensList(item, previous)) members.push(item);
    else {
      const fresh = [item];
      open.set(within, fresh);
      sequences.push({ items: fresh, start: locked ? item.number : 1, within });
    }
    previous = item;
  }
  return sequences;
}

/** What an item is counted within: its nearest ancestor of the scope's rank or above. */
function countedWithin<I extends Item & { readonly parent: I | undefined }>(
  item: I,
  { scope, framingApart }: NumberingScope,
): I | 'plan' {
  let ancestor = item.parent;
  if (scope !== PARENT) while (ancestor !== undefined && rankOf(ancestor) > scope) ancestor = ancestor.parent;
  if (ancestor !== undefined || !framingApart) return ancestor ?? 'plan';
  const top = topOf(item);
  return top?.isFraming === true ? top : 'plan';
}

/** The outermost of the items that an item stands under. */
function topOf<I extends Item & { readonly parent: I | undefined }>({ parent }: I): I | undefined {
  let top = parent;
  while (top?.parent !== undefined) top = top.parent;
  return top;
}

/** Whether an item opens a further list under its parent: numbered 1 after an unnumbered heading or lead-in. */
function opensList(item: Item, previous: Item | undefined, draft: Draft): boolean {
  if (item.number !== 1 || previous === undefined || previous.parent !== item.parent) return false;
  const owner = lastDescendant(previous);
  const last = owner.paragraphs.at(-1);
  if (last === undefined || last.line === owner.line) return false;
  return leadsToList(draft.text.slice(last.range.start, last.range.end));
}

/** Whether a paragraph reads as an unnumbered heading or lead-in. */
export function leadsToList(paragraph: string): boolean {
  return (
    /[：:]$/.test(paragraph) || (paragraph.length <= HEADING_LENGTH && !/[。．；;，,！？!?]$/.test(paragraph))
  );
}

/** An unnumbered paragraph of at most so many characters without closing punctuation reads as a heading. */
const HEADING_LENGTH = 40;

/** What the front matter fixes, by rank: `编号: {任务: 连续}` runs through the plan, `分节` counts within each parent. */
function fixedScopes(draft: Draft): ReadonlyMap<number, number> {
  const fixed = new Map<number, number>();
  const value = draft.frontMatter?.entries.find(({ key }) => key.value === '编号')?.value;
  if (typeof value !== 'object' || value === null) return fixed;
  for (const [level, manner] of Object.entries(value)) {
    const rank = mostFrequent(itemsNamed(level, draft).map(rankOf));
    if (rank !== undefined && (manner === '连续' || manner === '分节'))
      fixed.set(rank, manner === '连续' ? PLAN : PARENT);
  }
  return fixed;
}

/** The items that 编号: calls 章, 节, 任务 and 要点. */
function itemsNamed(level: string, draft: Draft): readonly Item[] {
  const tasks = draft.tasks.map(({ item }) => item);
  if (level === '任务') return tasks;
  if (level === '要点') return tasks.flatMap(({ children }) => children);
  if (level === '章') return draft.items.filter((item) => !tasks.includes(item));
  if (level === '节') return tasks.flatMap(({ parent }) => (parent?.parent === undefined ? [] : [parent]));
  return [];
}
