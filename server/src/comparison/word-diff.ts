import { once } from '../dialect/once';
import { listDiff, type Difference } from './list-diff';

/** A stretch of two texts: in both, only in the new one or only in the old one. */
export interface WordChange {
  readonly kind: Difference;
  readonly text: string;
}

/**
 * What changed between two texts, word by word: all but the insertions are the old text, all but the deletions the new
 * one. Words are the ones a Chinese reader sees (ICU's dictionary), so that 县财政局 is replaced as a name and not in
 * scattered characters.
 */
export function wordDiff(from: string, to: string): WordChange[] {
  return pieceDiff(wordsOf(from), wordsOf(to));
}

/** The same for texts whose smallest pieces are known: names in a list, with what stands between them. */
export function pieceDiff(from: readonly string[], to: readonly string[]): WordChange[] {
  const steps = listDiff(from, to);
  if (steps === undefined) return write([{ equal: '', deleted: from.join(''), inserted: to.join('') }]);
  return write(withoutSpecks(spansOf(steps, from, to)));
}

/** Made when it is first used: ICU loads its dictionary, which took a twentieth of a server's start. */
const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** A number with its decimals and percent sign is one word; everything else is as the dictionary has it. */
function wordsOf(text: string): string[] {
  return text.split(/(\d+(?:\.\d+)?[%％]?)/).flatMap((piece, index) => {
    if (piece === '') return [];
    return index % 2 === 1 ? [piece] : Array.from(segmenter().segment(piece), ({ segment }) => segment);
  });
}

/** A stretch that stayed and what was replaced behind it. */
interface Span {
  readonly equal: string;
  readonly deleted: string;
  readonly inserted: string;
}

function spansOf(
  steps: readonly Difference[],
  old: readonly string[],
  current: readonly string[],
): readonly Span[] {
  const spans: { equal: string; deleted: string; inserted: string }[] = [];
  let last = { equal: '', deleted: '', inserted: '' };
  spans.push(last);
  let [x, y] = [0, 0];
  for (const step of steps) {
    if (step === 'equal' && last.deleted + last.inserted !== '')
      spans.push((last = { equal: '', deleted: '', inserted: '' }));
    if (step === 'equal') {
      last.equal += old[x++] ?? '';
      y++;
    } else if (step === 'delete') last.deleted += old[x++] ?? '';
    else last.inserted += current[y++] ?? '';
  }
  return spans;
}

/** A comma or a 的 between two replaced stretches is no help to a reader: the three are replaced as one. */
function withoutSpecks(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last && isReplaced(last) && isReplaced(span) && span.equal.length === 1)
      kept[kept.length - 1] = {
        equal: last.equal,
        deleted: last.deleted + span.equal + span.deleted,
        inserted: last.inserted + span.equal + span.inserted,
      };
    else kept.push(span);
  }
  return kept;
}

/** Whether words gave way to others; what is only added or only taken away is clearest in small pieces. */
function isReplaced({ deleted, inserted }: Span): boolean {
  return deleted !== '' && inserted !== '';
}

function write(spans: readonly Span[]): WordChange[] {
  return spans.flatMap(({ equal, deleted, inserted }) =>
    (
      [
        { kind: 'equal', text: equal },
        { kind: 'delete', text: deleted },
        { kind: 'insert', text: inserted },
      ] as const
    ).filter(({ text }) => text !== ''),
  );
}
