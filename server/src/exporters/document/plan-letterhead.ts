import type { Draft } from '../../dialect/model';
import { characters, LINE_PITCH, twipsOf, typeArea, TYPE_SIZES, widthInCharacters } from './measures';
import { blank, paragraph, run } from './paragraphs';
import type { ExportProfile, IssuerStackPlan, ParagraphPlan, PlanBlock, RunPlan } from './plan';

/** 版头 of a document, a letter and minutes: everything above the title. */

function entryOf(draft: Draft, key: string): string {
  return entriesOf(draft, key).join('、');
}

/** The texts of a front matter key that may hold one or several. */
export function entriesOf(draft: Draft, key: string): readonly string[] {
  const value = draft.frontMatter?.entries.find((entry) => entry.key.value === key)?.value;
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((item) => String(item).trim());
}

/** The issuing organs, the principal first. */
export function issuersOf(draft: Draft): readonly string[] {
  const given = entriesOf(draft, '发文机关');
  if (given.length > 1) return given;
  const written = given[0] ?? draft.notice.issuer?.value ?? '';
  return written.split(/[、\s]+/).filter((name) => name !== '');
}

/** Ink of the issuers' mark begins 35 mm below the top of the type area (7.2.4, 10.3). */
const MARK_TOP = twipsOf(35);
/** That of a letter's, 30 mm below the top of the page (10.1). */
const LETTER_MARK_TOP = twipsOf(30);
/** The standard leaves the mark's size to the issuer, 以醒目、美观、庄重为原则; points. */
const LARGEST_MARK = 48;

/** `squeeze`: 0–3, how much joint issuers give way for the first page to show some of the text (7.3.3). */
export function planLetterhead(
  draft: Draft,
  { draftMark, margins }: ExportProfile,
  squeeze: number,
): readonly PlanBlock[] {
  const { width } = typeArea(margins);
  const above = planMarks(draft);
  const linesAbove = above.length + (draftMark === '' ? 0 : 1);
  return [
    ...above,
    ...planIssuerMark(issuersOf(draft), { width, linesAbove, squeeze }),
    ...planNumber(draft, width),
  ];
}

/** The mark of a draft, top right; without a letterhead, 份号 on its line and 密级 and 紧急程度 below stand here. */
export function planDraftMark(
  draft: Draft,
  { draftMark, letterhead, margins }: ExportProfile,
): readonly ParagraphPlan[] {
  if (draftMark === '') return [];
  const mark = run(`（${draftMark}）`, '黑体');
  const [first, ...below] = letterhead ? [] : planMarks(draft);
  if (first === undefined) return [paragraph('draft-mark', [[mark]], { align: 'right' })];
  const tabs = [{ align: 'right' as const, at: typeArea(margins).width }];
  return [paragraph('draft-mark', [[...(first.lines[0] ?? []), run('\t'), mark]], { tabs }), ...below];
}

/** 纪要: the mark is the name of the meeting's minutes (10.3). */
export function planMinutesHead(draft: Draft, { margins }: ExportProfile): readonly PlanBlock[] {
  const { width } = typeArea(margins);
  const above = planMarks(draft);
  const issuer = issuersOf(draft)[0];
  const mark =
    issuer === undefined ? [] : [markParagraph(`${issuer}纪要`, { width, linesAbove: above.length })];
  return [...above, ...mark, ...planNumber(draft, width)];
}

/** 份号, 密级和保密期限, 紧急程度: one a line, flush left, in this order (7.2.1–7.2.3). */
function planMarks(draft: Draft): readonly ParagraphPlan[] {
  const copy = entryOf(draft, '份号');
  const secrecy = entryOf(draft, '密级');
  const period = entryOf(draft, '保密期限');
  const urgency = entryOf(draft, '紧急程度');
  const marks: ParagraphPlan[] = [];
  if (copy !== '') marks.push(paragraph('copy-number', [[run(copy.padStart(6, '0'))]]));
  if (secrecy !== '') {
    // The second line is its place whether or not 份号 is on the first (7.2.2).
    if (copy === '') marks.push(blank());
    const whole = period === '' || secrecy.includes('★') ? secrecy : `${secrecy}★${period}`;
    marks.push(paragraph('secrecy', [[run(whole, '黑体')]]));
  }
  if (urgency !== '') marks.push(paragraph('urgency', [[run(urgency, '黑体')]]));
  return marks;
}

/** 发文机关标志: red 小标宋, centred, with 文件 (7.2.4). */
function planIssuerMark(
  issuers: readonly string[],
  place: MarkPlace & { readonly squeeze: number },
): readonly PlanBlock[] {
  const [first] = issuers;
  if (first === undefined) return [];
  return issuers.length === 1 ? [markParagraph(`${first}文件`, place)] : [planStack(issuers, place)];
}

/** Width of the type area, twips, and the lines that stand above the mark. */
interface MarkPlace {
  readonly width: number;
  readonly linesAbove: number;
}

function markParagraph(text: string, { width, linesAbove }: MarkPlace): ParagraphPlan {
  const size = markSize(width / 20 / widthInCharacters(text));
  return paragraph('issuer-mark', [[markRun(text, size)]], {
    align: 'center',
    pitch: markPitch(size),
    before: spaceAbove(size, linesAbove),
  });
}

/** Lines that joint issuers may take, and how many fewer with each step of squeezing. */
const STACK_LINES = 9;
const STACK_STEP = 2;
/** The mark is never smaller than the title. */
const LEAST_MARK = TYPE_SIZES.二号;
/** 文件 and the gap before it, in characters of the mark. */
const SUFFIX_WIDTH = 2.4;

function planStack(
  names: readonly string[],
  { width, linesAbove, squeeze }: MarkPlace & { readonly squeeze: number },
): IssuerStackPlan {
  const longest = Math.max(...names.map(widthInCharacters));
  const height = (STACK_LINES - STACK_STEP * squeeze) * (LINE_PITCH / 20);
  const fitting = Math.max(LEAST_MARK, height / (1.2 * names.length));
  const size = markSize(Math.min(width / 20 / (longest + SUFFIX_WIDTH), fitting));
  return {
    kind: 'issuer-stack',
    names,
    suffix: '文件',
    size,
    before: spaceAbove(size, linesAbove),
    pitch: markPitch(size),
    widths: [Math.ceil(longest * size * 20), Math.ceil(SUFFIX_WIDTH * size * 20)],
  };
}

function markRun(text: string, size: number): RunPlan {
  return { text, face: '小标宋', size, color: 'red' };
}

/** Half points, as type sizes are written. */
function markSize(limit: number): number {
  return Math.floor(Math.min(LARGEST_MARK, limit) * 2) / 2;
}

function markPitch(size: number): number {
  return Math.round(size * 1.2 * 20);
}

/** Ink of CJK type in an exact line begins 0.8 L − 0.85 S below the line's top; twips. */
function inkOffset(size: number): number {
  return 20 * (0.96 * size - 0.85 * size);
}

function spaceAbove(size: number, linesAbove: number): number {
  return Math.max(0, Math.round(MARK_TOP - LINE_PITCH * linesAbove - inkOffset(size)));
}

/** 发文字号 two lines below the mark, centred; with 签发人 (上行文) on both sides; the red rule below (7.2.5–7.2.7). */
function planNumber(draft: Draft, width: number): readonly ParagraphPlan[] {
  const number = draft.notice.docNumber?.value ?? '';
  const signers = entriesOf(draft, '签发人')
    .flatMap((names) => names.split(/[、，\s]+/))
    .filter((name) => name !== '');
  const source = draft.notice.docNumber?.range;
  if (signers.length > 0) return [blank(), blank(), ...planSigners(signers, { number, width, source })];
  return [
    blank(),
    blank(),
    paragraph('document-number', [[run(number)]], { align: 'center', redRule: true, source }),
  ];
}

/**
 * 签发人 right, one character from the edge, two names a row, the names of all rows aligned; 发文字号 left, one
 * character from the edge, on the last row (7.2.6). Distances are tabs: indents would shorten the rule below.
 */
function planSigners(
  signers: readonly string[],
  { number, width, source }: { number: string; width: number; source: ParagraphPlan['source'] },
): readonly ParagraphPlan[] {
  const name = characters(Math.max(...signers.map(widthInCharacters)));
  const perRow = Math.min(2, signers.length);
  const names = width - characters(1) - perRow * name - (perRow - 1) * characters(1);
  const rows = Math.ceil(signers.length / perRow);
  return Array.from({ length: rows }, (_, r) => {
    const last = r === rows - 1;
    const label = r === 0 ? SIGNER_LABEL : '';
    const [first = '', second = ''] = signers.slice(r * perRow, (r + 1) * perRow);
    const stops = [characters(1), names - characters(widthInCharacters(label)), names + name + characters(1)];
    const runs = [
      run(`\t${last ? number : ''}\t${label}`),
      run(second === '' ? first : `${first}\t${second}`, '楷体'),
    ];
    return paragraph(last ? 'document-number' : 'signers', [runs], {
      tabs: stops.map((at) => ({ align: 'left', at })),
      redRule: last,
      source,
    });
  });
}

const SIGNER_LABEL = '签发人：';

/** A letter's mark: the issuer's name alone (10.1). `before` is the distance of its line from the page's top. */
export function planLetterMark(draft: Draft, { margins }: ExportProfile): ParagraphPlan | undefined {
  const issuer = issuersOf(draft)[0];
  if (issuer === undefined) return undefined;
  const size = markSize(typeArea(margins).width / 20 / widthInCharacters(issuer));
  return paragraph('issuer-mark', [[markRun(issuer, size)]], {
    align: 'center',
    pitch: markPitch(size),
    before: Math.round(LETTER_MARK_TOP - inkOffset(size)),
  });
}

/** Ink of 三号 type begins this far below the top of an exact line. */
const LINE_INK = 20 * (0.8 * (LINE_PITCH / 20) - 0.85 * TYPE_SIZES.三号);
/** 7/8 of the height of 三号 type separate the rule from what stands below it (10.1). */
const BELOW_RULE = Math.round(20 * (7 / 8) * TYPE_SIZES.三号 - LINE_INK);

/** Below the rule of a letter: its marks flush left, 发文字号 flush right on the first of their lines (10.1). */
export function planLetterNumber(draft: Draft, { margins }: ExportProfile): readonly ParagraphPlan[] {
  const [first, ...others] = planMarks(draft);
  const { docNumber } = draft.notice;
  const number = run(docNumber?.value ?? '');
  const tabs = [{ align: 'right' as const, at: typeArea(margins).width }];
  const options = { before: BELOW_RULE, source: docNumber?.range };
  if (first === undefined) return [paragraph('document-number', [[number]], { ...options, align: 'right' })];
  return [
    paragraph('document-number', [[...(first.lines[0] ?? []), run('\t'), number]], { ...options, tabs }),
    ...others,
  ];
}
