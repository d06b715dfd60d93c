import type { Draft, Notice } from '../../dialect/model';
import { characters, twipsOf, widthInCharacters } from './measures';
import { fitNotice, MOST_SQUEEZE, showsTextFirst, type NoticeParts } from './fit-notice';
import { blank, bodyParagraph, paragraph, run, titleParagraph } from './paragraphs';
import type { ExportProfile, ImprintPlan, ParagraphPlan, PlanBlock } from './plan';
import { entriesOf, issuersOf, planLetterhead, planLetterNumber } from './plan-letterhead';
import { breakTitle, packNames } from './title-lines';

export interface NoticePlan {
  /** Empty where the draft has no notice. */
  readonly blocks: readonly PlanBlock[];
  /** 主送机关 that the imprint is to name; empty where they stand below the title. */
  readonly movedAddressees: string;
}

/** The notice that issues the plan: 版头, 标题, 主送机关, 正文, 附件说明, 署名, 成文日期, 附注. */
export function planNotice(draft: Draft, profile: ExportProfile, list: readonly ParagraphPlan[]): NoticePlan {
  if (!hasNotice(draft)) return { blocks: [], movedAddressees: '' };
  const { addressees } = draft.notice;
  const blocks = fitNotice(noticeParts(draft, profile, list, addressees), profile);
  if (addressees === undefined || !profile.imprint || showsTextFirst(blocks, profile))
    return { blocks, movedAddressees: '' };
  // Addressees so many that the first page shows no text go to the imprint (7.3.2), if that helps.
  const moved = fitNotice(noticeParts(draft, profile, list, undefined), profile);
  return showsTextFirst(moved, profile)
    ? { blocks: moved, movedAddressees: addressees.value }
    : { blocks, movedAddressees: '' };
}

function noticeParts(
  draft: Draft,
  profile: ExportProfile,
  list: readonly ParagraphPlan[],
  addressees: Notice['addressees'],
): NoticeParts {
  return {
    above: (squeeze) => [
      ...planHead(draft, profile, squeeze),
      ...planTitle(draft, profile, squeeze),
      ...planAddressees(addressees),
    ],
    text: planText(draft),
    below: (squeeze) => [
      ...list.map((line) => ({ ...line, keepNext: true })),
      ...planSignature(draft, profile, squeeze),
      ...planNote(draft.notice),
    ],
  };
}

function planHead(draft: Draft, profile: ExportProfile, squeeze: number): readonly PlanBlock[] {
  const { letterhead, form } = profile;
  if (!letterhead) return [];
  return form === 'letter' ? planLetterNumber(draft, profile) : planLetterhead(draft, profile, squeeze);
}

/** Whether the plan goes out with a notice. */
export function hasNotice({ notice }: Draft): boolean {
  return notice.title !== undefined || notice.addressees !== undefined || notice.docNumber !== undefined;
}

function planTitle(draft: Draft, profile: ExportProfile, squeeze: number): readonly PlanBlock[] {
  const { title } = draft.notice;
  const given = title?.parts.map((part) => part.value.trim()) ?? [];
  const lines =
    title === undefined ? composedTitle(draft, profile) : breakTitle(title.value, given, profile.titleShape);
  if (lines.length === 0) return [];
  const above = squeeze >= MOST_SQUEEZE ? [blank()] : [blank(), blank()];
  return [...above, titleParagraph(lines, { source: title?.range })];
}

/** Joint issuers stand on lines of their own, their names whole. */
function composedTitle(draft: Draft, { bookMarks, titleShape }: ExportProfile): readonly string[] {
  if (draft.title === undefined) return [];
  const issuers = issuersOf(draft);
  const name = bookMarks ? `《${draft.title.value}》` : draft.title.value;
  const matter = `关于印发${name}的通知`;
  return issuers.length > 1
    ? [...packNames(issuers), ...breakTitle(matter, [], titleShape)]
    : breakTitle(`${issuers.join('')}${matter}`, [], titleShape);
}

function planAddressees(addressees: Notice['addressees']): readonly PlanBlock[] {
  if (addressees === undefined) return [];
  return [
    blank(),
    paragraph('addressees', [[run(`${addressees.value}：`)]], { align: 'justify', source: addressees.range }),
  ];
}

function planText(draft: Draft): readonly ParagraphPlan[] {
  const { text } = draft.notice;
  if (text.length > 0) return text.map(({ value, range }) => bodyParagraph([run(value)], range));
  if (draft.title === undefined) return [];
  return [bodyParagraph([run(`现将《${draft.title.value}》印发给你们，请认真贯彻执行。`)])];
}

/** 署名 and 成文日期, with and without a seal (7.3.5). Twips: a Chinese character 316, an ASCII digit 158. */
export function planSignature(
  draft: Draft,
  { sealed }: ExportProfile,
  squeeze: number,
): readonly PlanBlock[] {
  const { notice } = draft;
  const names = signaturesOf(draft);
  const date = notice.date === undefined ? '' : formatDate(notice.date.date, notice.date.value);
  if (names.length === 0 && date === '') return [];
  const nameWidth = Math.max(0, ...names.map((name) => characters(widthInCharacters(name))));
  const dateWidth = characters(widthInCharacters(date));
  const right = sealed ? sealedIndents(nameWidth, dateWidth) : plainIndents(nameWidth, dateWidth);
  // Three lines leave room for a seal whose top touches the text's last line.
  const above = Array.from({ length: sealed ? Math.max(1, 3 - squeeze) : 1 }, () => ({
    ...blank(),
    keepNext: true,
  }));
  return [
    ...above,
    ...names.map((name) => {
      // Joint issuers one below the other (7.3.5.2), under seals in the middle of the widest.
      const narrower = sealed ? (nameWidth - characters(widthInCharacters(name))) / 2 : 0;
      return paragraph('signature', [[run(name)]], {
        align: 'right',
        indent: { right: right.name + Math.round(narrower) },
        keepNext: true,
        source: notice.signature?.range,
      });
    }),
    paragraph('date', [[run(date)]], {
      align: 'right',
      indent: { right: right.date },
      keepNext: notice.note !== undefined,
      source: notice.date?.range,
    }),
  ];
}

/** 署名: as written; of joint issuers one each. */
function signaturesOf(draft: Draft): readonly string[] {
  const given = entriesOf(draft, '署名');
  if (given.length > 1) return given;
  const written = draft.notice.signature?.value ?? '';
  const issuers = issuersOf(draft);
  const isJoint = issuers.length > 1 && issuers.every((name) => written.includes(name));
  return isJoint ? issuers : written === '' ? [] : [written];
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

/** 出席、请假、列席 of minutes: one line below the text, names aligned under the first (10.3). */
export function planAttendance(draft: Draft): readonly PlanBlock[] {
  const lines = ['出席', '请假', '列席'].flatMap((label) => {
    const names = entriesOf(draft, label).join('、');
    if (names === '') return [];
    return [
      paragraph('attendance', [[run(`${label}：`, '黑体'), run(names)]], {
        indent: { left: characters(5), firstLine: -characters(3) },
      }),
    ];
  });
  return lines.length === 0 ? [] : [blank(), ...lines];
}

/** 版记; undefined where there is nothing to say in it, or the profile leaves it out. */
export function planImprint(
  { notice }: Draft,
  profile: ExportProfile,
  addressees: string,
): ImprintPlan | undefined {
  const ruled = profile.form !== 'letter';
  const isEmpty = addressees === '' && notice.cc.length === 0 && (notice.printer === undefined || !ruled);
  if (!profile.imprint || isEmpty) return undefined;
  return {
    kind: 'imprint',
    ruled,
    addressees,
    copies: notice.cc.map(({ value }) => value).join('，'),
    printer: notice.printer?.value ?? '',
    printDate:
      notice.printDate === undefined ? '' : formatDate(notice.printDate.date, notice.printDate.value),
    left: twipsOf(profile.margins.left),
  };
}
