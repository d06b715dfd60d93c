import type { Block } from './blocks';
import type { LineTable } from './lines';
import type { Located, Range } from './range';

export type { Located, Range } from './range';

/**
 * The model of a draft (工作要点稿): an immutable value made from text by `readDraft`. Everything else
 * (rules, outline, ledgers, exports) is a function of it. Names follow docs/glossary.md. All ranges are UTF-16
 * offsets into `Draft.text`, all lines are 1-based.
 */
export interface Draft {
  readonly text: string;
  readonly lines: LineTable;
  /** The Markdown reading of the text, one block per text line. */
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter | undefined;
  readonly directives: readonly Directive[];
  /** Web-page furniture and editor residue around the document (导航、浏览量、打印…), as published text has it. */
  readonly furniture: readonly Range[];
  /** The plan's own title; published titles are often broken over several lines. */
  readonly title: SpreadText | undefined;
  /** The notice that issues the plan (印发通知) and the imprint after it (版记); fields absent where not found. */
  readonly notice: Notice;
  /** The plan's body: from after its title to before its signature, attachments or imprint. */
  readonly body: Range;
  /** The plan's paragraphs before its first numbered item (导语). */
  readonly preamble: readonly Paragraph[];
  /** Top-level items of the plan's body; attachments are not in it. */
  readonly items: readonly Item[];
  /** All items of the plan's body in document order. */
  readonly outline: readonly Item[];
  readonly tasks: readonly Task[];
  /** The list of attachments after the text (附件说明). */
  readonly attachmentsListed: readonly ListedAttachment[];
  readonly attachments: readonly Attachment[];
  /** Every task table, of the body and of the attachments, in document order. */
  readonly tables: readonly Table[];
  /** The plan's year (年度): from front matter, else the title, else the date of issue. */
  readonly year: number | undefined;
}

/** Text that may be spread over several source lines: `value` has the line breaks removed. */
export interface SpreadText {
  readonly value: string;
  /** From the first character of the first part to the last of the last one. */
  readonly range: Range;
  readonly parts: readonly Located[];
}

/** One source line of running text: leading and trailing white space excluded. */
export interface Paragraph {
  readonly range: Range;
  readonly line: number;
}

/** A calendar date as written, with its ISO form `YYYY-MM-DD` where it is a valid one. */
export interface LocatedDate extends Located {
  readonly date: string | undefined;
}

export interface Notice {
  /** 通知标题. */
  readonly title: SpreadText | undefined;
  /** 发文机关 (named in the notice's title, else the signature). */
  readonly issuer: Located | undefined;
  /** 发文字号, e.g. 奉节府发〔2025〕2号. */
  readonly docNumber: Located | undefined;
  /** 主送机关, without the closing colon. */
  readonly addressees: SpreadText | undefined;
  /** 印发语: the sentence that issues the plan. */
  readonly issuingSentence: Located | undefined;
  /** 正文 of the notice, a paragraph each: the issuing sentence, and whatever else the notice says. */
  readonly text: readonly Located[];
  /** 附件说明 of the notice: the names in their order, the plan's own first where the plan is an attachment itself. */
  readonly listed: readonly Located[];
  /** 署名. */
  readonly signature: Located | undefined;
  /** 成文日期. */
  readonly date: LocatedDate | undefined;
  /** 附注, brackets included. */
  readonly note: Located | undefined;
  /** 抄送机关, one entry a unit. */
  readonly cc: readonly Located[];
  /** 印发机关. */
  readonly printer: Located | undefined;
  /** 印发日期. */
  readonly printDate: LocatedDate | undefined;
}

/**
 * The kinds of 结构层次序数. Canonical forms: `part` 第一部分/第一章, `chinese` 一、 `paren-chinese` （一）
 * `arabic` 1. `paren-arabic` （1） `circled` ① `article` 第一条 `task` 任务一： `bullet` ●,
 * whose number is its place among its neighbours.
 */
export type MarkerStyle =
  | 'part'
  | 'article'
  | 'task'
  | 'bullet'
  | 'chinese'
  | 'paren-chinese'
  | 'arabic'
  | 'paren-arabic'
  | 'circled';

/** What is wrong with a marker as written; empty for a marker in the draft's own manner. */
export type MarkerFlaw =
  /** Written in the style of another level than its neighbours: `6、` between 五、 and 七、. */
  | 'wrong-style'
  /** The separator is missing: `21强化` after `20.`. */
  | 'missing-separator'
  /** A separator that this style does not take, or not in this draft: `（一）、`, `1、` among `1.`. */
  | 'wrong-separator'
  /** One bracket of a pair is missing or the two do not match: `（一)`, `一）`. */
  | 'unbalanced-bracket'
  /** White space in, before or after the marker where the draft has none. */
  | 'stray-space'
  /** Full-width digits: `１．`. */
  | 'full-width-digits';

export interface Marker {
  /** As written, punctuation included, surrounding white space excluded: `（一）`, `6、`, `21`. */
  readonly text: string;
  readonly range: Range;
  /** The style it was meant to be. */
  readonly style: MarkerStyle;
  readonly number: number;
  readonly flaws: readonly MarkerFlaw[];
  /** How this draft would write the marker for its number: `六、`. Equals `text` where there is no flaw. */
  readonly expected: string;
  /** From the line's first character to the title's first: leading space, marker and the space after it. */
  readonly lead: Range;
}

/** A numbered item of the structure: chapter, section, task or sub-point. */
export interface Item {
  readonly marker: Marker;
  /** Structure level: 1 for 一、 2 for （一） 3 for 1. 4 for （1） 5 for ①. */
  readonly level: number;
  readonly number: number;
  /** The heading: text after the marker up to the first 。 or the line's end (run-in titles), without it. */
  readonly title: string;
  readonly titleRange: Range;
  /** Whether text follows the title on the same line. */
  readonly runIn: boolean;
  /** The `#` depth (1–6) where the line is a Markdown heading. */
  readonly headingDepth: number | undefined;
  readonly line: number;
  /** The item's line, without indentation and Markdown prefix, marker included. */
  readonly lineRange: Range;
  /** The item's own text after its title (run-in text and following unnumbered paragraphs), not its children's. */
  readonly paragraphs: readonly Paragraph[];
  /** From the marker to the end of its last descendant's text. */
  readonly range: Range;
  readonly parent: Item | undefined;
  readonly children: readonly Item[];
  /** Whether the item belongs to a framing chapter (总体要求、保障措施…), by title or directive. */
  readonly isFraming: boolean;
}

/** A leaf item of a chapter that is not framing; its sub-points (numbered or 一是…) belong to it. */
export interface Task {
  readonly item: Item;
  readonly number: number;
  readonly title: string;
  readonly line: number;
  /** The item the task stands under. */
  readonly section: Item | undefined;
  /** The whole text of the task: title, own paragraphs, sub-points. */
  readonly range: Range;
  /** What the task states of its target, units and deadline in its own text. */
  readonly fields: TaskFields;
  /** What is stated of the task elsewhere than in its own text and rows, without the places, which are no part of it. */
  readonly above: StatedAbove;
  /** Rows of attached task tables linked to this task. */
  readonly rows: readonly TableRow[];
  /** Whether each field is stated in the text or in a linked row, or of a unit or deadline by a section it stands in. */
  readonly complete: { readonly target: boolean; readonly unit: boolean; readonly deadline: boolean };
}

/** What sections state of all tasks in them, and 以上两项由… of several. */
export interface StatedAbove {
  readonly units: readonly Pick<UnitMention, 'value' | 'role' | 'collective'>[];
  readonly deadlines: readonly Pick<DeadlineMention, 'value' | 'date'>[];
}

export interface TaskFields {
  /** Responsibility and field clauses, bracketed or in prose. */
  readonly clauses: readonly Clause[];
  /** Every named unit (leads included) and collective, in order of appearance. */
  readonly units: readonly UnitMention[];
  readonly deadlines: readonly DeadlineMention[];
  readonly frequencies: readonly Located[];
  readonly targets: readonly Located[];
}

export type ClauseField =
  | 'target'
  | 'lead'
  | 'unit'
  | 'support'
  | 'deadline'
  | 'leader'
  | 'frequency'
  /** 落实：市要点第12项: items of a superior's plan that the task carries out. */
  | 'carries-out'
  | 'other';

/** One field within a clause: `责任单位：甲、乙`. */
export interface ClausePart {
  readonly field: ClauseField;
  /** The label as written, without the colon; undefined in clauses written as prose (甲牵头，乙配合). */
  readonly label: Located | undefined;
  readonly content: Located;
}

export interface Clause {
  /** `bracket`: 〔责任单位：…〕; `prose`: a statement in running text (甲牵头…). */
  readonly kind: 'bracket' | 'prose';
  /** Brackets included. */
  readonly range: Range;
  /** Without the brackets. */
  readonly content: Located;
  readonly parts: readonly ClausePart[];
}

export type UnitRole = 'lead' | 'responsible' | 'support';

export interface UnitMention extends Located {
  readonly role: UnitRole;
  /** A group (各镇（街道）、有关部门、县安委会各成员单位) and not one unit. */
  readonly collective: boolean;
  /** Named in a table row, in a bracketed clause or in prose. */
  readonly source: 'bracket' | 'prose' | 'row';
}

export interface DeadlineMention extends Located {
  /** ISO `YYYY-MM-DD` of the last day allowed, where it can be told from the text and the plan's year. */
  readonly date: string | undefined;
}

export interface ListedAttachment {
  readonly number: number | undefined;
  readonly title: string;
  readonly titleRange: Range;
  readonly marker: Marker | undefined;
  readonly line: number;
}

export interface Attachment {
  /** The label as written: `附件1`, `附件`. */
  readonly label: Located;
  readonly number: number | undefined;
  readonly title: SpreadText | undefined;
  readonly line: number;
  readonly range: Range;
  readonly tables: readonly Table[];
  /** Paragraphs before the first numbered item. */
  readonly preamble: readonly Paragraph[];
  /** Numbered items of an attachment that is a list. */
  readonly items: readonly Item[];
}

export type ColumnRole = 'number' | 'name' | 'target' | 'unit' | 'lead' | 'support' | 'deadline' | 'other';

export interface Column {
  readonly role: ColumnRole;
  readonly header: Located;
  /** What stands over this column and its neighbours in a head of two rows: 责任单位 over 牵头单位. */
  readonly group: Located | undefined;
}

/** What a column is called where its head has to be of one row: 责任单位（牵头单位）. */
export type ColumnName = Pick<Column, 'header' | 'group'>;

export interface Table {
  readonly source: 'gfm' | 'flattened';
  readonly range: Range;
  readonly line: number;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Number of the attachment it stands in; undefined in the body or where the attachment has no number. */
  readonly attachment: number | undefined;
  readonly title: string | undefined;
}

export interface TableRow {
  readonly line: number;
  readonly range: Range;
  /** One entry a column; an absent cell is an empty text at the place where it would be written. */
  readonly cells: readonly Located[];
  /** 序号 as written; undefined where lost or merged. */
  readonly no: Located | undefined;
  /** The number the row should bear; undefined for a row that continues the item above (merged cells). */
  readonly expectedNo: number | undefined;
  /** The name, filled down from the row above where the cell is empty. */
  readonly name: string;
  /** The cell the name comes from (the row's own or the one above it). */
  readonly nameCell: Located | undefined;
  readonly target: Located | undefined;
  readonly units: readonly UnitMention[];
  readonly deadlines: readonly DeadlineMention[];
}

export interface FrontMatter {
  /** From the opening `---` to the end of the closing one. */
  readonly range: Range;
  /** Top-level entries in source order; keys as written. */
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterEntry {
  readonly key: Located;
  /** The parsed YAML value. */
  readonly value: unknown;
  readonly valueRange: Range;
  /** The entries of a value that is a map. */
  readonly fields?: readonly FrontMatterEntry[];
}

export interface FrontMatterProblem {
  readonly message: string;
  readonly range: Range;
}

export type DirectiveKind =
  /** `<!-- 要点：非任务 -->` before an item: it and its children are framing. */
  | 'not-task'
  /** `<!-- 要点：任务 -->` before an item: its leaves are tasks though its title says framing. */
  | 'task'
  /** `<!-- 要点：锁定编号 -->` before an item: renumbering leaves its number alone. */
  | 'lock-number'
  /** `<!-- 要点：忽略 规则 原因 -->`: the next line. */
  | 'ignore-next'
  | 'ignore-start'
  | 'ignore-end'
  /** `<!-- 要点：忽略全文 规则 原因 -->`. */
  | 'ignore-file'
  /** Begins with 要点： but is none of these. */
  | 'unknown';

export interface Directive {
  readonly kind: DirectiveKind;
  /** The comment, from `<!--` to `-->`. */
  readonly range: Range;
  readonly line: number;
  /** Stands on a line with text and speaks of that line, not of the next. */
  readonly inline?: boolean;
  /** Rule ids as written, e.g. `numbering/gap`; `numbering/*` and `全部` stand for several. */
  readonly rules: readonly Located[];
  readonly reason: string;
}
