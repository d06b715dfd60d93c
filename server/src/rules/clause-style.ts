import { canonicalLabels, fieldOrder } from '../dialect/fields';
import type { Clause, ClausePart, Draft, Task } from '../dialect/model';
import { areMoved } from '../dialect/draft-change';
import type { Passage, PlainEdit } from '../dialect/plain-edit';
import { PerDraft } from '../dialect/reread/per-draft';
import { TaskFacts } from '../dialect/reread/task-facts';
import type { Fix } from './rule';

export { fieldOrder };

type LabelledField = keyof typeof canonicalLabels;

/** How a draft writes its field clauses: what new ones should look like. */
export interface ClauseStyle {
  readonly open: string;
  readonly close: string;
  readonly colon: string;
  /** Between fields. */
  readonly separator: string;
  /** What stands after the closing bracket: a full stop where the draft writes 〔…〕。 */
  readonly after: string;
  readonly labels: Readonly<Record<LabelledField, string>>;
  /** How many clauses with labels and brackets the draft has. */
  readonly count: number;
}

const pairs: Readonly<Record<string, string>> = {
  '〔': '〕',
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '［': '］',
};
/** The same by their codes: six rules ask of every clause. */
const CLOSING: ReadonlyMap<number, number> = new Map(
  Object.entries(pairs).map(([open, close]) => [open.charCodeAt(0), close.charCodeAt(0)]),
);

/** The manner of most of the draft's clauses; 〔目标：…；责任单位：…〕 where it has none. */
export function clauseStyleOf(draft: Draft): ClauseStyle {
  return styles.of(draft);
}

const styles = new PerDraft(readStyle);

/** The draft's clauses that have brackets around labelled fields, with their tasks. */
export function labelledClauses(task: Task, text: string): readonly Clause[] {
  const { clauses } = task.fields;
  for (const clause of clauses)
    if (!isLabelled(clause, text)) return clauses.filter((one) => isLabelled(one, text));
  return clauses;
}

/** Whether an edit leaves the labelled clauses as they are written, with what stands right behind each. */
export function keepsClauses(edit: PlainEdit): boolean {
  const clausesIn = ({ task, draft }: Passage) => (task ? labelledClauses(task, draft.text) : []);
  const { before, after } = edit;
  const textOf = ({ text }: Draft, { range }: Clause): string => text.slice(range.start, range.end + 1);
  return areMoved(
    clausesIn(before),
    clausesIn(after),
    edit,
    (was, is) => textOf(before.draft, was) === textOf(after.draft, is),
  );
}

function isLabelled({ kind, range, parts }: Clause, text: string): boolean {
  return (
    kind === 'bracket' &&
    CLOSING.get(text.charCodeAt(range.start)) === text.charCodeAt(range.end - 1) &&
    parts.some((part) => part.label)
  );
}

/**
 * How one clause is written, in one string: its bracket, what stands behind it, and then each part that has a label. A
 * draft has hundreds of clauses, and few ways of writing them.
 */
type Way = string;

const waysOfTasks = new TaskFacts(({ task, draft: { text } }): readonly Way[] =>
  labelledClauses(task, text).map((clause) => wayOf(clause, text)),
);

function wayOf({ range, parts }: Clause, text: string): Way {
  let way = text.charAt(range.start) + (text[range.end] === '。' ? '。' : '');
  for (let index = 0; index < parts.length; index++) {
    const { field, label } = parts[index] as ClausePart;
    if (label === undefined) continue;
    const separator = index > 0 ? text.charAt(label.range.start - 1) : BRACKET;
    way += `${PART}${separator}${text.charAt(label.range.end)}${field} ${label.value}`;
  }
  return way;
}

/** Begins a part: nothing that a draft would hold. */
const PART = '\0';
/** In the place of a separator where a part is the first. */
const BRACKET = '〔';

/** In the order in which they are first met: of two that are as frequent the first is the draft's. */
function countWays(draft: Draft): ReadonlyMap<Way, number> {
  const counts = new Map<Way, number>();
  for (const ways of waysOfTasks.of(draft, undefined))
    for (const way of ways) counts.set(way, (counts.get(way) ?? 0) + 1);
  return counts;
}

function readStyle(draft: Draft): ClauseStyle {
  const [opens, colons, separators, stops] = [new Tally(), new Tally(), new Tally(), new Tally()];
  const labels = new Map<string, Tally>();
  let count = 0;
  for (const [way, times] of countWays(draft)) {
    const [brackets = '', ...parts] = way.split(PART);
    count += times;
    opens.add(brackets.charAt(0), times);
    stops.add(brackets.slice(1), times);
    for (const part of parts) {
      const [field = ''] = part.slice(2).split(' ', 1);
      separators.addIf(SEPARATORS, part.charAt(0), times);
      colons.addIf(COLONS, part.charAt(1), times);
      tallyOf(field, labels).add(part.slice(field.length + 3), times);
    }
  }
  const open = opens.most ?? '〔';
  return {
    open,
    close: pairs[open] ?? '〕',
    colon: colons.most ?? '：',
    separator: separators.most ?? '；',
    after: stops.most ?? '',
    labels: Object.fromEntries(
      Object.entries(canonicalLabels).map(([field, label]) => [field, labels.get(field)?.most ?? label]),
    ) as ClauseStyle['labels'],
    count,
  };
}

const SEPARATORS = '；;，,';
const COLONS = ':：';

function tallyOf(field: string, tallies: Map<string, Tally>): Tally {
  let tally = tallies.get(field);
  if (tally === undefined) tallies.set(field, (tally = new Tally()));
  return tally;
}

/** How often each way of writing something occurs: there are few, and to compare them takes less than to hash them. */
class Tally {
  private readonly values: string[] = [];
  private readonly counts: number[] = [];

  add(value: string, times: number): void {
    const at = this.values.indexOf(value);
    if (at >= 0) this.counts[at] = (this.counts[at] as number) + times;
    else {
      this.values.push(value);
      this.counts.push(times);
    }
  }

  addIf(members: string, value: string, times: number): void {
    if (value !== '' && members.includes(value)) this.add(value, times);
  }

  /** The most frequent; of several the first. */
  get most(): string | undefined {
    return this.values[this.counts.indexOf(Math.max(...this.counts))];
  }
}

/** Adds a field to the task's last labelled clause at its place in the order, or a new clause at the task's end. */
export function addField(draft: Draft, task: Task, field: LabelledField, value: string, title: string): Fix {
  const style = clauseStyleOf(draft);
  const label = style.labels[field] + style.colon;
  const clause = labelledClauses(task, draft.text).at(-1);
  if (!clause) return addClause(draft, task, label, value, title);
  const next = clause.parts.find(
    (part) => part.label && fieldOrder.indexOf(part.field) > fieldOrder.indexOf(field),
  );
  if (next?.label) {
    const at = next.label.range.start;
    const newText = label + value + style.separator;
    return fix(title, at, newText, at + newText.length - style.separator.length);
  }
  const at = (clause.parts.at(-1) ?? clause).content.range.end;
  const newText = style.separator + label + value;
  return fix(title, at, newText, at + newText.length);
}

function addClause(draft: Draft, task: Task, label: string, value: string, title: string): Fix {
  const style = clauseStyleOf(draft);
  const last = task.item.paragraphs.at(-1)?.range ?? task.item.lineRange;
  const at = last.end;
  const stop = /[。！？；：〕）】]$/.test(draft.text.slice(at - 1, at)) ? '' : '。';
  const opening = stop + style.open + label + value;
  return fix(title, at, opening + style.close + style.after, at + opening.length);
}

function fix(title: string, at: number, newText: string, cursor: number): Fix {
  return { title, edits: [{ range: { start: at, end: at }, newText }], safe: false, cursor };
}
