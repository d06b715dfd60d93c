import type { Draft, Notice } from '../../dialect/model';
import { characters, LINE_PITCH, TEXT_WIDTH, twipsOf, widthInCharacters } from './measures';
import { paginate } from './paginate';
import { blank, bodyParagraph, paragraph, run, titleParagraph } from './paragraphs';
import type { ExportProfile, ImprintPlan, ParagraphPlan, PlanBlock } from './plan';
import { breakTitle } from './title-lines';

/** Blank lines that may be given up, in steps, where signature and date would stand on a page alone (7.3.5.1 e). */
const MOST_SQUEEZE = 3;

/** The notice that issues the plan: 版头, 标题, 主送机关, 正文, 署名, 成文日期, 附注. Empty where the draft has none. */
export function planNotice(draft: Draft, profile: ExportProfile): readonly PlanBlock[] {
  if (!hasNotice(draft)) return [];
  for (let squeeze = 0; squeeze <= MOST_SQUEEZE; squeeze++) {
    const blocks = planParts(draft, profile, squeeze);
    if (!endsWithSignatureAlone(blocks, profile)) return blocks;
  }
  return planParts(draft, profile, 0);
}

/** The text's last lines go with the signature where nothing else helps: no page says 此页无正文. */
function staying(blocks: readonly ParagraphPlan[]): readonly ParagraphPlan[] {
  return blocks.map((block) => ({ ...block, keepNext: true }));
}

function planParts(draft: Draft, profile: ExportProfile, squeeze: number): readonly PlanBlock[] {
  return [
    ...(profile.letterhead ? planLetterhead(draft) : []),
    ...planTitle(draft, squeeze),
    ...planAddressees(draft.notice),
    ...staying(planText(draft)),
    ...planSignature(draft.notice, profile, squeeze),
    ...planNote(draft.notice),
  ];
}

/** Whether the last page would hold nothing of the text. */
function endsWithSignatureAlone(blocks: readonly PlanBlock[], profile: ExportProfile): boolean {
  const pages = paginate({ title: '', profile, sections: [{ orientation: 'portrait', blocks }] });
  const last = pages[pages.length - 1];
  if (pages.length < 2 || last === undefined) return false;
  return !last.blocks.some((block) => block.kind === 'lines' && block.paragraph.role === 'body');
}

export function hasNotice({ notice }: Draft): boolean {
  return notice.title !== undefined || notice.addressees !== undefined || notice.docNumber !== undefined;
}

function entryOf(draft: Draft, key: string): string {
  const value = draft.frontMatter?.entries.find((entry) => entry.key.value === key)?.value;
  return value === undefined || value === null ? '' : String(value);
}

/** The issuing organs, the principal first. */
export function issuersOf(draft: Draft): readonly string[] {
  const value = draft.frontMatter?.entries.find((entry) => entry.key.value === '发文机关')?.value;
  if (Array.isArray(value)) return value.map(String);
  return draft.notice.issuer === undefined
    ? []
    : draft.notice.issuer.value.split(/[、\s]+/).filter((name) => name !== '');
}

/** Ink of the issuers' mark begins 35 mm below the top of the type area (7.2.4). */
const MARK_TOP = twipsOf(35);

function planLetterhead(draft: Draft): readonly PlanBlock[] {
  const above = planMarks(draft);
  const issuers = issuersOf(draft);
  return [...above, ...planIssuerMark(issuers, above.length), ...planNumber(draft)];
}

/** 份号, 密级和保密期限, 紧急程度: one a line, flush left, in this order (7.2.1–7.2.3). */
function planMarks(draft: Draft): readonly ParagraphPlan[] {
  const copy = entryOf(draft, '份号');
  const secrecy = entryOf(draft, '密级');
  const period = entryOf(draft, '保密期限');
  const urgency = entryOf(draft, '紧急程度');
  const marks: ParagraphPlan[] = [];
  if (copy !== '') marks.push(paragraph('copy-number', [[run(copy.padStart(6, '0'))]]));
  if (secrecy !== '')
    marks.push(paragraph('secrecy', [[run(period === '' ? secrecy : `${secrecy}★${period}`, '黑体')]]));
  if (urgency !== '') marks.push(paragraph('urgency', [[run(urgency, '黑体')]]));
  return marks;
}

const LARGEST_MARK = 48;
const TEXT_WIDTH_POINTS = TEXT_WIDTH / 20;

/** 发文机关标志: red 小标宋, centred; joint issuers one a line, 文件 after the last (7.2.4). */
function planIssuerMark(issuers: readonly string[], linesAbove: number): readonly ParagraphPlan[] {
  if (issuers.length === 0) return [];
  const names = issuers.map((name, i) => (i === issuers.length - 1 ? `${name}文件` : name));
  const longest = Math.max(...names.map(widthInCharacters));
  const size = Math.floor(Math.min(LARGEST_MARK, TEXT_WIDTH_POINTS / longest) * 2) / 2;
  const pitch = Math.round(size * 1.2 * 20);
  return names.map((name, i) =>
    paragraph('issuer-mark', [[{ text: name, face: '小标宋', size, color: 'red' }]], {
      align: 'center',
      pitch,
      // Ink of CJK type in an exact line begins 0.8 L − 0.85 S below its top.
      before:
        i === 0
          ? Math.max(0, Math.round(MARK_TOP - LINE_PITCH * linesAbove - 20 * (0.96 * size - 0.85 * size)))
          : 0,
    }),
  );
}

/** 发文字号 two lines below the mark, centred; with 签发人 (上行文) left and right; the red rule below (7.2.5–7.2.7). */
function planNumber(draft: Draft): readonly ParagraphPlan[] {
  const number = draft.notice.docNumber?.value ?? '';
  const signer = entryOf(draft, '签发人');
  const source = draft.notice.docNumber?.range;
  if (signer === '')
    return [
      blank(),
      blank(),
      paragraph('document-number', [[run(number)]], { align: 'center', redRule: true, source }),
    ];
  const space = '　';
  return [
    blank(),
    blank(),
    paragraph('document-number', [[run(`${space}${number}\t签发人：`), run(signer, '楷体'), run(space)]], {
      redRule: true,
      rightTab: TEXT_WIDTH,
      source,
    }),
  ];
}

function planTitle(draft: Draft, squeeze: number): readonly PlanBlock[] {
  const { title } = draft.notice;
  const value = title?.value ?? composedTitle(draft);
  if (value === '') return [];
  const given = title?.parts.map((part) => part.value.trim()) ?? [];
  const above = squeeze >= MOST_SQUEEZE ? [blank()] : [blank(), blank()];
  return [...above, titleParagraph(breakTitle(value, given), { source: title?.range })];
}

function composedTitle(draft: Draft): string {
  if (draft.title === undefined) return '';
  return `${issuersOf(draft).join('　')}关于印发《${draft.title.value}》的通知`;
}

function planAddressees({ addressees }: Notice): readonly PlanBlock[] {
  if (addressees === undefined) return [];
  return [
    blank(),
    paragraph('addressees', [[run(`${addressees.value}：`)]], { align: 'justify', source: addressees.range }),
  ];
}

function planText(draft: Draft): readonly ParagraphPlan[] {
  const sentence = draft.notice.issuingSentence;
  if (sentence !== undefined) return [bodyParagraph([run(sentence.value)], sentence.range)];
  if (draft.title === undefined) return [];
  return [bodyParagraph([run(`现将《${draft.title.value}》印发给你们，请认真贯彻执行。`)])];
}

/** 署名 and 成文日期, with and without a seal (7.3.5). Twips: a Chinese character 316, an ASCII digit 158. */
function planSignature(notice: Notice, { sealed }: ExportProfile, squeeze: number): readonly PlanBlock[] {
  const name = notice.signature?.value ?? '';
  const date = notice.date === undefined ? '' : formatDate(notice.date.date, notice.date.value);
  if (name === '' && date === '') return [];
  const nameWidth = characters(widthInCharacters(name));
  const dateWidth = characters(widthInCharacters(date));
  const right = sealed ? sealedIndents(nameWidth, dateWidth) : plainIndents(nameWidth, dateWidth);
  // Three lines leave room for a seal whose top touches the text's last line.
  const above = Array.from({ length: sealed ? Math.max(1, 3 - squeeze) : 1 }, () => ({
    ...blank(),
    keepNext: true,
  }));
  return [
    ...above,
    paragraph('signature', [[run(name)]], {
      align: 'right',
      indent: { right: right.name },
      keepNext: true,
      source: notice.signature?.range,
    }),
    paragraph('date', [[run(date)]], {
      align: 'right',
      indent: { right: right.date },
      source: notice.date?.range,
    }),
  ];
}

/** With a seal: the date four characters from the right, the name centred over it (7.3.5.1). */
function sealedIndents(name: number, date: number): { name: number; date: number } {
  const right = characters(4) + Math.round((date - name) / 2);
  return right >= 0 ? { name: right, date: characters(4) } : { name: 0, date: Math.round((name - date) / 2) };
}

/** Without: the name two characters from the right, the date beginning two characters right of it (7.3.5.2). */
function plainIndents(name: number, date: number): { name: number; date: number } {
  return date <= name
    ? { name: characters(2), date: name - date }
    : { name: characters(4) + date - name, date: characters(2) };
}

export function formatDate(iso: string | undefined, written: string): string {
  const [year, month, day] = (iso ?? '').split('-');
  return year === undefined || month === undefined || day === undefined
    ? written
    : `${year}年${Number(month)}月${Number(day)}日`;
}

/** 附注: two characters in, below the date, in brackets (7.3.6). */
function planNote({ note }: Notice): readonly PlanBlock[] {
  if (note === undefined) return [];
  const text = /^[（(]/.test(note.value) ? note.value : `（${note.value}）`;
  return [paragraph('note', [[run(text)]], { indent: { firstLine: characters(2) }, source: note.range })];
}

/** 版记; undefined where the draft names neither copies nor a printer, or the profile leaves it out. */
export function planImprint({ notice }: Draft, profile: ExportProfile): ImprintPlan | undefined {
  if (!profile.imprint || (notice.cc.length === 0 && notice.printer === undefined)) return undefined;
  return {
    kind: 'imprint',
    copies: notice.cc.map(({ value }) => value).join('，'),
    printer: notice.printer?.value ?? '',
    printDate:
      notice.printDate === undefined ? '' : formatDate(notice.printDate.date, notice.printDate.value),
  };
}
