import type { Draft } from '../../dialect/model';
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

/** Sets the bracketed clauses of tasks (〔责任单位：…〕) as a profile wants them. */
export class ClauseSetter {
  private readonly clauses: readonly Range[];

  constructor(
    private readonly draft: Draft,
    private readonly style: ClauseStyle,
  ) {
    const bracketed = draft.tasks.flatMap(({ fields }) =>
      fields.clauses.filter(({ kind }) => kind === 'bracket'),
    );
    this.clauses = style === 'as-written' ? [] : bracketed.map(({ range }) => range);
  }

  /** `text` is what is left of the source in `range` without its Markdown, from wherever it begins. */
  set(text: string, range: Range): SetText {
    const pieces = this.split(text, range);
    if (this.style === 'left-out')
      return { runs: runsOf(closeGaps(pieces.filter(({ isClause }) => !isClause))), apart: [] };
    return this.style === 'own-paragraph' ? setApart(pieces) : { runs: runsOf(pieces), apart: [] };
  }

  private split(text: string, range: Range): readonly Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const clause of this.clauses.filter((candidate) => contains(range, candidate))) {
      const written = plainText(this.draft, clause);
      const at = text.indexOf(written, from);
      if (at < 0) continue;
      pieces.push({ text: text.slice(from, at), isClause: false }, { text: written, isClause: true });
      from = at + written.length;
    }
    return [...pieces, { text: text.slice(from), isClause: false }].filter((piece) => piece.text !== '');
  }
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
