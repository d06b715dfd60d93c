import type { Clause, Draft } from '../../dialect/model';
import { contains, type Range } from '../../dialect/range';
import { run } from './paragraphs';
import { plainText } from './plain-text';
import type { ClauseStyle, RunPlan } from './plan';

/** A text as it is set: runs of its own paragraph, and of one below for the clauses that stand apart. */
export interface SetText {
  readonly runs: readonly RunPlan[];
  readonly apart: readonly RunPlan[];
}

interface Piece {
  readonly text: string;
  readonly isClause: boolean;
}

/** A bracketed clause as written in the draft and as it is issued. */
interface IssuedClause {
  readonly range: Range;
  readonly written: string;
  readonly issued: string;
}

/**
 * Sets the bracketed clauses of tasks (〔责任单位：…〕) as a profile wants them. Which item of a superior's plan a task
 * carries out (落实：市要点第12项) is the office's own note: it is not issued in any manner.
 */
export class ClauseSetter {
  private readonly clauses: readonly IssuedClause[];

  constructor(
    draft: Draft,
    private readonly style: ClauseStyle,
  ) {
    const bracketed = draft.tasks.flatMap(({ fields }) =>
      fields.clauses.filter(({ kind }) => kind === 'bracket'),
    );
    const issued = bracketed.map((clause) => issuedClause(draft, clause));
    this.clauses =
      style === 'as-written' ? issued.filter(({ written, issued: text }) => written !== text) : issued;
  }

  /** `text` is what is left of the source in `range` without its Markdown, from wherever it begins. */
  set(text: string, range: Range): SetText {
    const pieces = this.split(text, range);
    const [first] = pieces;
    if (first?.isClause === false && first.text === text) return { runs: runsOf(pieces), apart: [] };
    if (this.style === 'own-paragraph') return setApart(pieces);
    const left = this.style === 'left-out' ? pieces.filter(({ isClause }) => !isClause) : pieces;
    return { runs: runsOf(closeGaps(left)), apart: [] };
  }

  private split(text: string, range: Range): readonly Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const { written, issued } of this.clauses.filter((clause) => contains(range, clause.range))) {
      const at = text.indexOf(written, from);
      if (at < 0) continue;
      const isClause = this.style !== 'as-written';
      pieces.push({ text: text.slice(from, at), isClause: false }, { text: issued, isClause });
      from = at + written.length;
    }
    return [...pieces, { text: text.slice(from), isClause: false }].filter((piece) => piece.text !== '');
  }
}

function issuedClause(draft: Draft, { range, parts }: Clause): IssuedClause {
  const written = plainText(draft, range);
  if (parts.every(({ field }) => field !== 'carries-out')) return { range, written, issued: written };
  let issued = '';
  let from = range.start;
  for (const { field, label, content } of parts) {
    if (field !== 'carries-out') continue;
    issued += plainText(draft, { start: from, end: label?.range.start ?? content.range.start });
    from = content.range.end;
  }
  issued += plainText(draft, { start: from, end: range.end });
  return { range, written, issued: closeClause(issued) };
}

/** Without separators that separate nothing any longer, and without brackets round nothing. */
function closeClause(text: string): string {
  const closed = text
    .replace(/(?<=^.)[；;，,\s]+|[；;，,\s]+(?=.$)/gsu, '')
    .replace(/[；;，,]\s*(?=[；;，,])/gu, '');
  return closed.length <= 2 ? '' : closed;
}

function runsOf(pieces: readonly Piece[]): readonly RunPlan[] {
  return pieces.map(({ text, isClause }) => run(text, isClause ? '楷体' : '仿宋'));
}

/** What follows a clause that is the paragraph's last word: its full stop. */
const NOTHING_MORE = /^[。；;\s]*$/;

/** The clauses at the end go below; the text keeps the full stop that stood behind them. */
function setApart(pieces: readonly Piece[]): SetText {
  const kept = pieces.findLastIndex(({ text, isClause }) => !isClause && !NOTHING_MORE.test(text)) + 1;
  const [text, end] = [pieces.slice(0, kept), pieces.slice(kept)];
  const stop = end.filter(({ isClause }) => !isClause);
  return {
    runs: runsOf(kept === 0 ? [] : closeGaps([...text, ...stop])),
    apart: runsOf(end.filter(({ isClause }) => isClause)),
  };
}

/** One text again where a clause stood between two, with one full stop where both sides had one. */
function closeGaps(pieces: readonly Piece[]): readonly Piece[] {
  const closed: Piece[] = [];
  for (const piece of pieces) {
    const last = closed.at(-1);
    if (last === undefined || last.isClause || piece.isClause) closed.push(piece);
    else closed[closed.length - 1] = { text: joinTexts(last.text, piece.text), isClause: false };
  }
  const text = closed.map((piece) => piece.text).join('');
  return NOTHING_MORE.test(text) ? [] : closed;
}

function joinTexts(before: string, after: string): string {
  return /[。；;]\s*$/.test(before) ? before + after.replace(/^[。；;\s]+/, '') : before + after;
}
