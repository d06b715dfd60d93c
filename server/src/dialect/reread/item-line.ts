import type { TextBlock } from '../blocks';
import { beginsWithBullet } from '../bullets';
import { endsPage, isFurniture, isPageNumber } from '../furniture';
import { opensFlattenedTable } from '../flattened-table';
import { assignsDuty } from '../framing';
import { isHeaderWord } from '../header-words';
import { readMarkerShape } from '../marker-shape';
import { isAsciiLetter, isDigit } from '../markdown/characters';
import { leadsToList } from '../numbering-scheme';
import { remember } from '../remember';
import { scanBlocks } from '../scan-blocks';
import { speaksOfSeveral } from '../section-statements';
import { toSimplified } from '../simplified';
import { readHeading } from '../structure';
import { isDateLine, isOrganisation } from '../titles';

/** What means something to comments and tables wherever it stands: a line that holds it is read with all the others. */
const SYNTAX = /[<>|｜\t\0]/;
/** What may belong to the imprint, which is looked for everywhere. */
export const OF_IMPRINT = /^[抄分主]\s*[送报]|印发$/;
/** What may begin an attachment, too. */
const TELLING = new RegExp(`^附|${OF_IMPRINT.source}`);

/** What readers of a draft see of a line of its text besides the words that stand in it. */
export interface LineRole {
  /**
   * What all of them together see: two lines of which they see the same may take each other's place, and nothing in the
   * draft is read otherwise but the line itself.
   */
  readonly around: string;
  /** The title of a line that begins an item. */
  readonly title: string;
  /** The title with where it and the text after it stand. */
  readonly heading: string;
  /** Its text as Markdown has it, where it stands in the line. */
  readonly block: TextBlock;
  /** Whether it bears no marker, and is no heading. */
  readonly isRunning: boolean;
  /** Whether it begins no list, which would go on below it, and nothing stands behind its text. */
  readonly standsAlone: boolean;
  /** Whether it reads as an unnumbered heading or lead-in. */
  readonly leadsToList: boolean;
  /** Whether it names units for an item, which tells chapters of goals that set tasks. */
  readonly assignsDuty: boolean;
}

/** Undefined for a line that may be anything but text, or mean something to its neighbours. */
export function roleOfLine(line: string): LineRole | undefined {
  return readRole(line) ?? undefined;
}

const readRole = remember((line): LineRole | null => {
  const [block, ...others] = scanBlocks(line);
  if (block?.kind !== 'text' || others.length > 0 || !beginsPlainly(line) || SYNTAX.test(line)) return null;
  const text = line.slice(block.range.start, block.range.end);
  if (meansSomething(text) || toSimplified(line) !== line) return null;
  const shape = readMarkerShape(text);
  const { title, start, runInStart } = readHeading(text);
  // 2．修堤。以上两项由县水利局负责: what follows a title is a paragraph of its own.
  if (shape !== undefined && speaksOfSeveral(text.slice(runInStart))) return null;
  const around = [
    block.range.start,
    line.length - block.range.end,
    block.listItem,
    block.headingDepth,
    shape,
    // 3．5万亩 is no marker.
    shape && /^[0-9０-９]/.test(text.slice(shape.end)),
    shape && title === '',
    shape && runInStart < text.length,
    Math.sign(text.indexOf('。')),
  ];
  return {
    around: JSON.stringify(around),
    title,
    heading: JSON.stringify([title, start, runInStart]),
    block,
    isRunning: shape === undefined && block.headingDepth === undefined,
    standsAlone: block.listItem === undefined && block.range.end === line.length,
    leadsToList: leadsToList(text),
    assignsDuty: assignsDuty(text),
  };
});

/** Whether a line is text that bears no marker, and means nothing to its neighbours. */
export function isRunningText(line: string): boolean {
  const role = roleOfLine(line);
  return role?.isRunning === true && role.standsAlone;
}

/** A line may begin with anything that begins neither list nor quote, rule, table or setext underline. */
function beginsPlainly(line: string): boolean {
  const first = line.charCodeAt(0);
  return first > 127 || isAsciiLetter(first) || isDigit(first) || HEADING.test(line);
}

const HEADING = /^#{1,6} /;

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
    opensFlattenedTable(text, '') ||
    speaksOfSeveral(text) ||
    beginsWithBullet(text)
  );
}

/** Whether what stands on a line leaves a paragraph above it a paragraph: it is blank, or begins as text does. */
export function leavesTextAbove(line: string): boolean {
  return line === '' || beginsPlainly(line);
}
