import type { Draft } from '../dialect/model';
import { openClauseAt } from '../dialect/open-clause';
import { contains, type Range } from '../dialect/range';
import { mentionsOf } from '../registry/mentions';
import type { Registry, Unit } from '../registry/registry';
import { matchName, type Spell } from '../registry/search-names';
import { spellLike } from '../registry/spelling';
import { identityOf, type DraftInForce } from '../registry/unit-occurrences';
import { readUnitName } from '../registry/unit-name';
import { t } from '../localise';

export interface UnitCompletion {
  readonly label: string;
  /** What it is, beside the label. */
  readonly detail: string;
  /** Replaced by the label. */
  readonly range: Range;
}

export interface UnitCompletionContext {
  /** Other drafts, last year's for one: their units are likely here too. */
  readonly others: readonly DraftInForce[];
  /** Undefined where only characters are looked for. */
  readonly spell: Spell | undefined;
}

const MOST = 100;
/** How many other drafts are looked into: enough for the last years' plans. */
const MOST_OTHERS = 20;

/** What is being typed where a unit is wanted, in a clause or in a cell of a task table; undefined elsewhere. */
export function unitWordAt({ text, lines, tables }: Draft, offset: number): Range | undefined {
  const line = lines.rangeOf(lines.lineAt(offset));
  const clause = openClauseAt(text, line, offset);
  if (clause) return ['lead', 'unit', 'support'].includes(clause.field ?? '') ? clause.word : undefined;
  for (const { columns, rows } of tables) {
    const cell = rows
      .flatMap(({ cells }) => cells.filter((_, column) => isUnitColumn(columns[column]?.role)))
      .find(({ range }) => range.start <= offset && offset <= range.end);
    if (!cell) continue;
    const typed =
      text
        .slice(cell.range.start, offset)
        .split(/[、，,；;]/)
        .at(-1) ?? '';
    return { start: offset - typed.trimStart().length, end: offset };
  }
  return undefined;
}

function isUnitColumn(role: string | undefined): boolean {
  return role === 'unit' || role === 'lead' || role === 'support';
}

/** Units that can stand at `offset` and answer what is typed there, the likeliest first. */
export function unitCompletions(
  place: DraftInForce,
  offset: number,
  context: UnitCompletionContext,
): readonly UnitCompletion[] {
  const { spell } = context;
  const others = context.others.slice(0, MOST_OTHERS);
  const word = unitWordAt(place.draft, offset);
  if (!word) return [];
  const typed = place.draft.text.slice(word.start, word.end);
  const uses = countUses(place, offset, others);
  const present = presentBeside(place, word);
  return candidatesFor(place, word, others)
    .filter(({ identity }) => !present.has(identity))
    .flatMap((candidate) => {
      const fit = Math.min(...candidate.names.map((name) => matchName(typed, name, spell) ?? Infinity));
      return fit === Infinity ? [] : [{ candidate, fit, use: uses.get(candidate.identity) ?? 0 }];
    })
    .sort((a, b) => a.fit - b.fit || b.use - a.use || a.candidate.order - b.candidate.order)
    .slice(0, MOST)
    .map(({ candidate }) => ({ label: candidate.label, detail: candidate.detail, range: word }));
}

interface Candidate {
  readonly label: string;
  readonly detail: string;
  readonly identity: string;
  /** Everything it may be looked for by. */
  readonly names: readonly string[];
  readonly order: number;
}

function candidatesFor(
  place: DraftInForce,
  word: Range,
  others: readonly DraftInForce[],
): readonly Candidate[] {
  const { draft, registry } = place;
  const written = mentionsOf(draft).filter(({ range }) => range.start !== word.start);
  const registered = registry
    ? registeredCandidates(registry, mannerOf(written.map(({ value }) => value)))
    : [];
  const known = new Set(registered.map(({ identity }) => identity));
  const candidates = [...registered];
  for (const { value, collective } of [...written, ...others.flatMap((other) => mentionsOf(other.draft))]) {
    const identity = identityOf(value, place);
    // A unit of the registry that is not offered is one that was abolished.
    if (known.has(identity) || identity.startsWith('unit:')) continue;
    known.add(identity);
    const detail = collective ? t('统称') : registry ? t('不在名录中') : t('稿中已用');
    candidates.push({ label: value, detail, identity, names: [value], order: LAST });
  }
  return candidates;
}

/** Behind every unit that has an order. */
const LAST = 1e6;

/** A registry never changes, and is asked with every letter that is typed. */
const known = new WeakMap<Registry, { readonly manner: string; readonly candidates: readonly Candidate[] }>();

function registeredCandidates(registry: Registry, manner: string): readonly Candidate[] {
  const remembered = known.get(registry);
  if (remembered?.manner === manner) return remembered.candidates;
  const units = registry.units.filter(({ abolished }) => !abolished).map((unit) => candidateOf(unit, manner));
  const collectives = registry.collectives.map(({ name, aliases }) => ({
    label: name.value,
    detail: t('集合'),
    identity: `collective:${name.value}`,
    names: [name, ...aliases].map(({ value }) => value),
    order: LAST,
  }));
  const candidates = [...units, ...collectives];
  known.set(registry, { manner, candidates });
  return candidates;
}

function candidateOf(unit: Unit, manner: string): Candidate {
  const label = spellLike(unit, manner);
  const names = [label, unit.name.value, ...unit.aliases.map(({ value }) => value)];
  const detail = unit.category ?? t('单位名录');
  const identity = `unit:${unit.name.value}`;
  return { label, detail, identity, names: [...new Set(names)], order: unit.order ?? LAST };
}

/** A name in the manner of the draft: with the county's own name or only 县. The short way where nothing tells. */
function mannerOf(names: readonly string[]): string {
  const areas = names
    .map((name) => ({ name, area: readUnitName(name).area }))
    .filter(({ area }) => area.level !== '');
  const full = areas.filter(({ area }) => area.place !== '');
  const [example] = full.length * 2 > areas.length ? full : areas.filter(({ area }) => area.place === '');
  return example?.name ?? '县某局';
}

/** Units named in the list that the cursor is in: there a unit is not wanted twice. */
function presentBeside(place: DraftInForce, word: Range): ReadonlySet<string> {
  const { text, lines } = place.draft;
  const start = lines.startOf(lines.lineAt(word.start));
  const line = text.slice(start, word.start);
  const before = /[^：:；;〔【[|\n]*$/u.exec(line)?.index ?? 0;
  const after = text.slice(word.end).search(/[；;〕】\]|\n]|$/u);
  const list = { start: start + before, end: word.end + after };
  const beside = mentionsOf(place.draft).filter(
    ({ range }) => contains(list, range) && range.start !== word.start,
  );
  return new Set(beside.map(({ value }) => identityOf(value, place)));
}

/** How often each unit is used: a use in the same section counts most, one in another draft least. */
function countUses(
  place: DraftInForce,
  offset: number,
  others: readonly DraftInForce[],
): ReadonlyMap<string, number> {
  const { draft } = place;
  const here = { start: offset, end: offset };
  const section = draft.tasks.find(({ range }) => contains(range, here))?.section?.range;
  const uses = new Map<string, number>();
  const count = (identity: string, weight: number) => uses.set(identity, (uses.get(identity) ?? 0) + weight);
  for (const { value, range } of mentionsOf(draft)) {
    count(identityOf(value, place), section && contains(section, range) ? 100 : 10);
  }
  for (const other of others)
    for (const { value } of mentionsOf(other.draft)) count(identityOf(value, other), 1);
  return uses;
}
