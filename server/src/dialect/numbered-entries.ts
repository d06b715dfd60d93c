import { lockedItems } from './locked-items';
import type { Attachment, Draft, Item, ListedAttachment, Marker } from './model';
import { numberedSequences, type NumberedSequence } from './numbering-scheme';
import { formatChineseNumeral, formatCircledNumber } from './numerals';
import type { Range } from './range';
import { isSameTitle } from './titles';

/** Anything a draft numbers: an item of the structure, an attachment's label, a line of the list of attachments. */
export interface NumberedEntry {
  readonly number: number;
  /** The marker or label as written. */
  readonly text: string;
  readonly range: Range;
  readonly line: number;
  /** The marker or label this draft would write for another number. */
  readonly write: (number: number) => string;
  /**
   * Whether only its neighbours tell that it is a marker of this level (6、 between 五、 and 七、, 21强化 after 20.):
   * other numbers around it would make it another thing, so that renumbering writes it out in full.
   */
  readonly doubtful: boolean;
  /** Renumbering leaves it alone and counts on from it. */
  readonly locked: boolean;
  readonly subject: Item | Attachment | ListedAttachment;
}

/** Entries that should count up by one from `start`, in text order. */
export interface NumberedRun {
  readonly numbers: readonly number[];
  readonly entries: readonly NumberedEntry[];
  readonly start: number;
}

/** Everything numbered in a draft, by what is counted together. */
export function numberedRuns(draft: Draft): NumberedRun[] {
  const locked = lockedItems(draft);
  const items = numberedSequences(draft).map((sequence) => new RunOfItems(sequence, locked));
  return [...items, labelRun(draft), listedRun(draft.attachmentsListed)];
}

/** Items counted together. Most runs are without fault, and nobody asks for their entries. */
class RunOfItems implements NumberedRun {
  readonly numbers: readonly number[];
  readonly start: number;
  private readonly items: readonly Item[];
  private made: readonly NumberedEntry[] | undefined;

  constructor(
    { items, numbers, start }: NumberedSequence,
    private readonly locked: ReadonlySet<Item>,
  ) {
    this.items = items;
    this.numbers = numbers;
    this.start = start;
  }

  get entries(): readonly NumberedEntry[] {
    return (this.made ??= this.makeEntries());
  }

  private makeEntries(): readonly NumberedEntry[] {
    const entries: NumberedEntry[] = [];
    for (const item of this.items) entries.push(fromMarker(item.marker, item, this.locked.has(item)));
    return entries;
  }
}

function runOf(entries: readonly NumberedEntry[], start: number): NumberedRun {
  return { numbers: entries.map(({ number }) => number), entries, start };
}

function fromMarker(marker: Marker, subject: Item | ListedAttachment, locked: boolean): NumberedEntry {
  const { number, text, range, expected } = marker;
  // The first number of 1.2 is its chapter's.
  const chapter = /^\d{1,2}[.．](?=\d)/.exec(expected)?.[0] ?? '';
  const write = (to: number): string => chapter + replaceNumeral(expected.slice(chapter.length), to);
  return {
    number,
    text,
    range,
    line: subject.line,
    write,
    doubtful: isDoubtful(marker),
    locked,
    subject,
  };
}

/** Whether only its neighbours tell that a marker is one of its level. */
export function isDoubtful({ flaws }: Marker): boolean {
  return flaws.includes('wrong-style') || flaws.includes('missing-separator');
}

/** Where one of several labels has no number (附件, 附件2), nobody knows what the others should bear. */
function labelRun(draft: Draft): NumberedRun {
  const { attachments } = draft;
  const entries = attachments.flatMap((attachment): NumberedEntry[] => {
    const { number, label, line } = attachment;
    if (number === undefined) return [];
    const { value: text, range } = label;
    const write = (to: number): string => replaceNumeral(text, to);
    return [{ number, text, range, line, write, doubtful: false, locked: false, subject: attachment }];
  });
  return runOf(entries.length === attachments.length ? entries : [], 1 + ownNumber(draft));
}

/** A plan that is the first attachment of its notice bears that number itself; 0 for any other plan. */
function ownNumber({ title, notice, attachmentsListed }: Draft): number {
  const [first] = attachmentsListed;
  const counts = first === undefined ? notice.listed.length > 1 : first.number === 1;
  return counts && isSameTitle(first?.title ?? notice.listed[0]?.value, title?.value) ? 1 : 0;
}

function listedRun(listed: readonly ListedAttachment[]): NumberedRun {
  const entries = listed.flatMap((entry) =>
    entry.marker === undefined ? [] : [fromMarker(entry.marker, entry, false)],
  );
  return runOf(entries, 1);
}

const NUMERAL = /[0-9０-９]+|[〇零一二三四五六七八九十百]+|[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/;

/** Writes another number in place of the numeral of a marker or reference, in the same script. */
export function replaceNumeral(text: string, number: number): string {
  return text.replace(NUMERAL, (numeral) => {
    if (/^[0-9]/.test(numeral)) return String(number);
    if (/^[０-９]/.test(numeral)) return toFullWidth(String(number));
    return /^[〇零一-龥]/.test(numeral) ? formatChineseNumeral(number) : formatCircledNumber(number);
  });
}

function toFullWidth(digits: string): string {
  return digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
