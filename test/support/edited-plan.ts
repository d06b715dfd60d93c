import { applyEdits } from '../../server/src/dialect/range';
import { readDraft } from '../../server/src/dialect/draft';
import type { Draft, Item, Task } from '../../server/src/dialect/model';
import { renumberEdits } from '../../server/src/dialect/renumber';
import { inventTask } from './invented-tasks';
import type { Random } from './random';

export type EditKind = 'move' | 'retitle' | 'reword' | 'fields' | 'split' | 'merge' | 'drop' | 'add' | 'keep';

/** Two drafts and what was really done between them. Tasks are given by their place in `Draft.tasks`. */
export interface EditedPlan {
  readonly old: Draft;
  readonly new: Draft;
  /** Every old task with each task it went into. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Old tasks that were put under another heading. */
  readonly moved: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
  readonly dropped: ReadonlySet<number>;
  /** What was done to each old task. */
  readonly edits: ReadonlyMap<number, readonly EditKind[]>;
}

/** A task on its way from one draft to the other, with the text before it (headings, blank lines). */
interface Piece {
  origins: number[];
  readonly section: Item | undefined;
  before: string;
  readonly marker: string;
  title: string;
  /** Text between title and clause. */
  body: string;
  clause: string;
}

/**
 * Edits the tasks of a draft at random, about half of them, and puts the numbers in order again. Undefined where the
 * result is not read as the tasks it was made of: a plan with faulty markers may lose its pattern.
 */
export function editPlan(old: Draft, random: Random): EditedPlan | undefined {
  const editor = new PlanEditor(old, random);
  const text = editor.edit();
  const draft = readDraft(text);
  const current = readDraft(applyEdits(text, renumberEdits(draft).edits));
  return editor.isReadIn(current) ? { old, new: current, ...editor.truth() } : undefined;
}

class PlanEditor {
  private pieces: Piece[];
  private readonly tail: string;
  private readonly moved = new Set<number>();
  private readonly dropped = new Set<number>();
  private readonly edits = new Map<number, EditKind[]>();

  constructor(
    old: Draft,
    private readonly random: Random,
  ) {
    let position = 0;
    this.pieces = old.tasks.map((task, index) => {
      const before = old.text.slice(position, task.range.start);
      position = task.range.end;
      return pieceOf(old, task, index, before);
    });
    this.tail = old.text.slice(position);
  }

  edit(): string {
    for (const piece of [...this.pieces]) this.editPiece(piece);
    return this.pieces.map(writePiece).join('') + this.tail;
  }

  isReadIn({ tasks, text }: Draft): boolean {
    const bodies = tasks.map(({ item, range }) => text.slice(item.titleRange.start, range.end));
    return (
      tasks.length === this.pieces.length &&
      this.pieces.every(({ title }, index) => bodies[index]?.startsWith(title))
    );
  }

  truth(): Omit<EditedPlan, 'old' | 'new'> {
    const pairs = this.pieces.flatMap(({ origins }, to) => origins.map((from) => [from, to] as const));
    const added = this.pieces.flatMap(({ origins }, to) => (origins.length === 0 ? [to] : []));
    return { pairs, moved: this.moved, added: new Set(added), dropped: this.dropped, edits: this.edits };
  }

  private editPiece(piece: Piece): void {
    const chance = this.random.next();
    const [kind] = EDITS.find(([, upTo]) => chance < upTo) ?? ['keep'];
    this.apply(kind, piece);
    // Real revisions come together: a task that is moved is often touched up as well.
    if (kind === 'move' && this.random.next() < 0.5) this.apply(this.random.pick(TOUCHES), piece);
  }

  private apply(kind: EditKind, piece: Piece): void {
    if (!this.pieces.includes(piece) || !this[kind](piece)) return;
    for (const origin of piece.origins) {
      const edits = this.edits.get(origin) ?? [];
      this.edits.set(origin, [...edits, kind]);
    }
  }

  private keep(): boolean {
    return true;
  }

  private move(piece: Piece): boolean {
    const others = this.pieces.filter(({ section }) => section !== undefined && section !== piece.section);
    if (others.length === 0 || !this.takeOut(piece)) return false;
    const neighbour = this.random.pick(others);
    const copy: Piece = { ...piece, section: neighbour.section, before: '\n\n' };
    this.pieces.splice(this.pieces.indexOf(neighbour) + 1, 0, copy);
    copy.origins.forEach((origin) => this.moved.add(origin));
    return true;
  }

  private drop(piece: Piece): boolean {
    if (!this.takeOut(piece)) return false;
    piece.origins.forEach((origin) => this.dropped.add(origin));
    return true;
  }

  /** A heading never loses its last task: it would be read as a task itself. */
  private takeOut(piece: Piece): boolean {
    if (piece.origins.length > 1) return false;
    const index = this.pieces.indexOf(piece);
    const next = this.pieces[index + 1];
    const alone = this.pieces.filter(({ section }) => section === piece.section).length === 1;
    if (alone || (index === 0 && next?.section !== piece.section)) return false;
    if (next?.section === piece.section && next !== undefined) next.before = piece.before;
    else if (piece.before.trim() !== '') return false;
    this.pieces.splice(index, 1);
    return true;
  }

  private add(piece: Piece): boolean {
    const { title, sentences, clause } = inventTask(this.random, this.random.between(800, 1599));
    this.pieces.splice(this.pieces.indexOf(piece) + 1, 0, {
      ...piece,
      origins: [],
      before: '\n\n',
      title,
      body: `。${sentences.join('。')}。`,
      clause,
    });
    return true;
  }

  private retitle(piece: Piece): boolean {
    if (piece.body.length < 20) return false;
    piece.title = this.random.pick([
      `${this.random.pick(['抓好', '持续推动'])}${piece.title.slice(2)}`,
      NEW_TITLE,
    ]);
    return true;
  }

  private reword(piece: Piece): boolean {
    const before = piece.body;
    for (const [from, to] of this.random.sample(WORDS, 8)) piece.body = piece.body.replace(from, to);
    if (piece.body.length > 20) piece.body = piece.body.replace(/[，,](?=[^，,]*$)/, '，压紧压实各方责任，');
    return piece.body !== before;
  }

  private fields(piece: Piece): boolean {
    const before = piece.clause + piece.body;
    piece.clause = piece.clause.replace(/\d+月/, (month) => (month === '11月' ? '10月' : '11月'));
    piece.clause = piece.clause.replace(/、/, '、县机关事务中心、');
    piece.body = piece.body.replace(/\d+(?=[处个家项户座套%])/, (number) => String(Number(number) + 7));
    return piece.clause + piece.body !== before;
  }

  private split(piece: Piece): boolean {
    const sentences = piece.body.split(/(?<=[。；])/).filter((sentence) => sentence.length > 18);
    if (sentences.length < 2 || piece.body.includes('\n')) return false;
    const half = Math.ceil(sentences.length / 2);
    const rest = sentences.slice(half).join('').replace(/；$/, '。');
    const second = { ...piece, before: '\n\n', title: titleOf(rest), body: `。${rest}` };
    piece.body = `${/^。/.test(piece.body) ? '。' : ''}${sentences.slice(0, half).join('').replace(/^。/, '').replace(/；$/, '。')}`;
    this.pieces.splice(this.pieces.indexOf(piece) + 1, 0, second);
    return true;
  }

  private merge(piece: Piece): boolean {
    const next = this.pieces[this.pieces.indexOf(piece) + 1];
    const untouched = next?.origins.every((origin) => !this.edits.has(origin)) ?? false;
    if (next === undefined || next.origins.length !== 1 || !untouched || next.section !== piece.section)
      return false;
    if (piece.origins.length !== 1 || piece.body.length < 20 || next.body.length < 20) return false;
    if (/\n/.test(piece.body + next.body) || next.before.trim() !== '') return false;
    piece.title = `${piece.title}和${next.title}`;
    piece.body += next.body.replace(/^。/, '');
    piece.origins = [...piece.origins, ...next.origins];
    this.pieces.splice(this.pieces.indexOf(next), 1);
    return true;
  }
}

const NEW_TITLE = '落实年度重点任务';
const TOUCHES: readonly EditKind[] = ['retitle', 'reword', 'fields'];

/** What befalls a task, by chance: up to this part of 1. */
const EDITS: readonly (readonly [EditKind, number])[] = [
  ['move', 0.12],
  ['retitle', 0.2],
  ['reword', 0.32],
  ['fields', 0.42],
  ['split', 0.48],
  ['merge', 0.54],
  ['drop', 0.6],
  ['add', 0.66],
];

const WORDS: readonly (readonly [string, string])[] = [
  ['推进', '推动'],
  ['开展', '组织实施'],
  ['建立', '健全'],
  ['完成', '按期完成'],
  ['加强', '强化'],
  ['制定', '研究制定'],
  ['落实', '抓实'],
  ['新建', '规划建设'],
  ['达到', '提升到'],
  ['全县', '县域'],
];

function pieceOf(draft: Draft, task: Task, index: number, before: string): Piece {
  const { marker, titleRange } = task.item;
  const clause = task.fields.clauses.find(({ kind }) => kind === 'bracket');
  const clauseStart = clause?.range.start ?? task.range.end;
  const bodyEnd = Math.max(titleRange.end, clauseStart);
  return {
    origins: [index],
    section: task.section,
    before,
    marker: draft.text.slice(marker.range.start, titleRange.start),
    title: task.title,
    body: draft.text.slice(titleRange.end, bodyEnd),
    clause: draft.text.slice(bodyEnd, task.range.end),
  };
}

function writePiece({ before, marker, title, body, clause }: Piece): string {
  return before + marker + title + body + clause;
}

/** A title drawn from the text it stands over, as editors do. */
function titleOf(text: string): string {
  return text.replace(/[，。；、（(].*$/s, '').slice(0, 16);
}
