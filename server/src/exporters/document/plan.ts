import type { Range } from '../../dialect/range';
import type { SheetLayout } from './measures';

/**
 * A document as it is to stand on paper, in plain data: what stands where, in what style. Writers (docx, HTML) turn
 * it into their format; tests speak about this. Lengths are twips, type sizes points.
 */
export interface DocumentPlan {
  readonly title: string;
  readonly profile: ExportProfile;
  readonly sections: readonly SectionPlan[];
  /** What reviewers say in the margin of a Word file; other formats have no margin. */
  readonly comments?: readonly CommentPlan[];
}

/** A reviewer's comment on words of the draft, with the answers to it in their order. */
export interface CommentPlan extends RemarkPlan {
  /** The words in the draft. */
  readonly source: Range;
  readonly state: 'open' | 'resolved' | 'rejected';
  /** When text or state were changed last, ISO 8601 in UTC. */
  readonly changed?: string;
  readonly replies: readonly RemarkPlan[];
}

export interface RemarkPlan {
  /** By which an import knows it again. */
  readonly id: string;
  readonly author: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
  readonly text: string;
}

/** Where a comment begins or ends in a paragraph or a cell. */
export interface CommentMark {
  readonly edge: 'start' | 'end';
  /** The numbers of the comment and of its replies: the plan's comments count on, each with its replies behind it. */
  readonly numbers: readonly number[];
  /** UTF-16 offset in the text of the paragraph's lines, or of the cell. */
  readonly at: number;
}

/** The typefaces the standard names; a profile says which fonts they are. */
export type Face = '小标宋' | '黑体' | '楷体' | '仿宋' | '宋体';

/** 公文 with its letterhead and imprint, 信函 (10.1) or 纪要 (10.3). */
export type DocumentForm = 'document' | 'letter' | 'minutes';

/** Lines of a title: as sense and balance want, the longer below, the longer above, the longest in the middle. */
export type TitleShape = 'balanced' | 'widening' | 'narrowing' | 'rhombus';

/**
 * 〔责任单位：…〕 behind a task: as written, in 楷体, in 楷体 on a paragraph of its own, or left out because 责任分解表 says it.
 */
export type ClauseStyle = 'as-written' | 'kaiti' | 'own-paragraph' | 'left-out';

export interface ExportProfile extends SheetLayout {
  readonly form: DocumentForm;
  readonly fonts: Readonly<Record<Face, string>>;
  /** Font of digits and Latin letters in the text; empty: the Chinese font's own. */
  readonly latinFont: string;
  /** `odd-even`: outer corner as the standard says; `centre`; `none`. */
  readonly pageNumbers: 'odd-even' | 'centre' | 'none';
  /** `grid`: Word's 22 × 28 grid; `portable`: exact pitch and squeezed characters, for every office suite. */
  readonly grid: 'grid' | 'portable';
  readonly letterhead: boolean;
  readonly imprint: boolean;
  /** `last`: on the last page of the text; `even`: on the back of a sheet, where need be on a page of its own. */
  readonly imprintPage: 'last' | 'even';
  /** Whether the document bears a seal, which decides where signature and date stand. */
  readonly sealed: boolean;
  /** Marks a draft (征求意见稿、送审稿) at the head of the first page. */
  readonly draftMark: string;
  readonly lineNumbers: boolean;
  readonly titleShape: TitleShape;
  /** Whether a composed notice's title names the plan in 《》; central practice leaves them out. */
  readonly bookMarks: boolean;
  readonly clauses: ClauseStyle;
  /** Whether 责任分解表 goes out as the last attachment. */
  readonly division: boolean;
}

export interface SectionPlan {
  readonly orientation: 'portrait' | 'landscape';
  /** Whether its pages bear no number. */
  readonly unnumbered?: boolean;
  /** The mark of a letter: above the type area of the first page, between two red double rules (10.1). */
  readonly letterMark?: ParagraphPlan;
  readonly blocks: readonly PlanBlock[];
}

export type PlanBlock = ParagraphPlan | TablePlan | IssuerStackPlan | ImprintPlan;

export type ParagraphRole =
  | 'draft-mark'
  | 'copy-number'
  | 'secrecy'
  | 'urgency'
  | 'issuer-mark'
  | 'signers'
  | 'document-number'
  | 'title'
  | 'subtitle'
  | 'addressees'
  | 'heading'
  | 'body'
  | 'attachment-list'
  | 'signature'
  | 'date'
  | 'note'
  | 'attendance'
  | 'attachment-label'
  | 'attachment-title'
  | 'blank';

export interface ParagraphPlan {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  /** Lines that break where the writer must not choose (titles); one line for running text. */
  readonly lines: readonly (readonly RunPlan[])[];
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly indent: IndentPlan;
  /** Space above, twips. */
  readonly before: number;
  /** Exact pitch of the lines, twips. */
  readonly pitch: number;
  readonly pageBreakBefore: boolean;
  /** The line on which the next page begins, where text has to stand on two. */
  readonly turnsBefore?: number;
  /** Stays on the page of the paragraph below it. */
  readonly keepNext: boolean;
  /** A red rule below, as wide as the type area. */
  readonly redRule: boolean;
  readonly tabs: readonly TabPlan[];
  /** 1–9 for headings of the document outline. */
  readonly outlineLevel: number | undefined;
  /** Where it comes from in the draft, for jumps between preview and text. */
  readonly source: Range | undefined;
  /** In the order of their offsets. */
  readonly marks?: readonly CommentMark[];
}

/** Where the text after a tab begins, or ends; twips from the left of the type area. */
export interface TabPlan {
  readonly align: 'left' | 'right';
  readonly at: number;
}

export interface IndentPlan {
  readonly left: number;
  readonly right: number;
  /** Positive: first-line indent; negative: hanging. */
  readonly firstLine: number;
}

export interface RunPlan {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly color: 'black' | 'red';
}

export interface TablePlan {
  readonly kind: 'table';
  /** Column widths, twips. */
  readonly widths: readonly number[];
  readonly header: readonly CellPlan[];
  readonly rows: readonly (readonly CellPlan[])[];
  readonly source: Range | undefined;
}

export interface CellPlan {
  readonly text: string;
  readonly align: 'left' | 'center';
  readonly face: Face;
  readonly size: number;
  /** Rows the cell spans downwards; 0: covered by the cell above. */
  readonly rowSpan: number;
  /** Where it comes from in the draft; absent in a table that export makes. */
  readonly source?: Range;
  /** In the order of their offsets. */
  readonly marks?: readonly CommentMark[];
}

/** 联合行文: the issuers one below the other, the principal first, 文件 beside them at half height (7.2.4). */
export interface IssuerStackPlan {
  readonly kind: 'issuer-stack';
  readonly names: readonly string[];
  readonly suffix: string;
  /** Points. */
  readonly size: number;
  /** Twips: space above, pitch of a name's line, widths of the two columns. */
  readonly before: number;
  readonly pitch: number;
  readonly widths: readonly [number, number];
}

/** 版记: at the foot of the last page. */
export interface ImprintPlan {
  readonly kind: 'imprint';
  /** Rules and the printer's row; letters have neither (10.1). */
  readonly ruled: boolean;
  /** 主送机关, joined, where they are too many for the first page (7.3.2); empty where they stand below the title. */
  readonly addressees: string;
  /** 抄送机关, joined; empty where there are none. */
  readonly copies: string;
  readonly printer: string;
  readonly printDate: string;
  /** Where the type area of its page begins, from the sheet's left edge. */
  readonly left: number;
}
