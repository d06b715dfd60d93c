import { CommentRangeEnd, CommentRangeStart, CommentReference, TextRun, type ParagraphChild } from 'docx';
import type { CommentMark, RunPlan } from '../../document/plan';

/** A run, and whether its line begins with it, or its page. */
export interface LineRun extends RunPlan {
  readonly breaks: boolean;
  readonly turns?: boolean;
}

/** Runs cut where comments begin and end, with the marks between them. */
export function cutAtMarks(
  runs: readonly LineRun[],
  marks: readonly CommentMark[] = [],
): readonly (LineRun | CommentMark)[] {
  const rest = [...marks];
  let offset = 0;
  const cut = runs.flatMap((run) => {
    const start = offset;
    offset += run.text.length;
    return cutRun(run, start, rest.splice(0, countBefore(rest, offset)));
  });
  return [...cut, ...rest];
}

/** Marks at the end of a run go before the next one. */
function countBefore(marks: readonly CommentMark[], offset: number): number {
  const first = marks.findIndex(({ at }) => at >= offset);
  return first < 0 ? marks.length : first;
}

function cutRun(run: LineRun, start: number, marks: readonly CommentMark[]): (LineRun | CommentMark)[] {
  let rest = run;
  let from = start;
  const pieces = marks.flatMap((mark): (LineRun | CommentMark)[] => {
    const text = rest.text.slice(0, mark.at - from);
    if (text === '') return [mark];
    const piece = { ...rest, text };
    rest = { ...rest, text: rest.text.slice(text.length), breaks: false, turns: false };
    from = mark.at;
    return [piece, mark];
  });
  return [...pieces, rest];
}

/** Word shows an answer where its comment is, so both have the same place. */
export function writeMark({ edge, numbers }: CommentMark): ParagraphChild[] {
  if (edge === 'start') return numbers.map((number) => new CommentRangeStart(number));
  return numbers.flatMap((number) => [
    new CommentRangeEnd(number),
    new TextRun({ children: [new CommentReference(number)] }),
  ]);
}
