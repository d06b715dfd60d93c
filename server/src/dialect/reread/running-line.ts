import { endsPage, isFurniture, isPageNumber } from '../furniture';
import { opensFlattenedTable } from '../flattened-table';
import { isHeaderWord } from '../header-words';
import { readMarkerShape } from '../marker-shape';
import { isAsciiLetter, isDigit } from '../markdown/characters';
import { leadsToList } from '../numbering-scheme';
import { remember } from '../remember';
import { scanBlocks } from '../scan-blocks';
import { toSimplified } from '../simplified';
import { readHeading } from '../structure';
import { isDateLine, isOrganisation } from '../titles';

/** What means something to comments and tables wherever it stands: a line that holds it is read with all the others. */
const SYNTAX = /[<>|｜\t\0]/;
/** What may begin an attachment, the imprint, or its last line. */
const TELLING = /^附|^[抄分主]\s*[送报]|印发$/;

/**
 * What all readers of a draft together see of a line of running text besides what stands in it: two lines of which they
 * see the same may take each other's place, and nothing else in the draft is read otherwise. Undefined for a line that
 * may be anything but running text, or mean something to its neighbours.
 */
export function roleOfLine(line: string): string | undefined {
  return readRole(line) ?? undefined;
}

const readRole = remember((line): string | null => {
  const [block, ...others] = scanBlocks(line);
  if (block?.kind !== 'text' || others.length > 0 || !beginsPlainly(line) || SYNTAX.test(line)) return null;
  const text = line.slice(block.range.start, block.range.end);
  if (meansSomething(text) || toSimplified(line) !== line) return null;
  const { title, runInStart } = readHeading(text);
  return JSON.stringify([
    block.range.start,
    block.listItem,
    block.headingDepth,
    readMarkerShape(text),
    title,
    runInStart,
    runInStart < text.length,
    Math.sign(text.indexOf('。')),
    leadsToList(text),
  ]);
});

/** A line may begin with anything that begins neither list nor quote, rule, table or setext underline. */
function beginsPlainly(line: string): boolean {
  const first = line.charCodeAt(0);
  return first > 127 || isAsciiLetter(first) || isDigit(first);
}

/** Whether a line alone decides where a part of the document begins or ends. */
function meansSomething(text: string): boolean {
  return (
    TELLING.test(text) ||
    endsPage(text) ||
    isPageNumber(text) ||
    isFurniture(text) ||
    isHeaderWord(text) ||
    isDateLine(text) ||
    isOrganisation(text) ||
    opensFlattenedTable(text, '')
  );
}

/** Whether what stands on a line leaves a paragraph above it a paragraph: it is blank, or begins as text does. */
export function leavesTextAbove(line: string): boolean {
  return line === '' || beginsPlainly(line);
}
