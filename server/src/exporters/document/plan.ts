import type { Range } from '../../dialect/range';

/**
 * A document as it is to stand on paper, in plain data: what stands where, in what style. Writers (docx, HTML) turn
 * it into their format; tests speak about this. Lengths are twips, type sizes points.
 */
export interface DocumentPlan {
  readonly title: string;
  readonly profile: ExportProfile;
  readonly sections: readonly SectionPlan[];
}

/** The typefaces the standard names; a profile says which fonts they are. */
export type Face = '小标宋' | '黑体' | '楷体' | '仿宋' | '宋体';

export interface ExportProfile {
  readonly fonts: Readonly<Record<Face, string>>;
  /** Font of digits and Latin letters in the text; empty: the Chinese font's own. */
  readonly latinFont: string;
  /** `odd-even`: outer corner as the standard says; `centre`; `none`. */
  readonly pageNumbers: 'odd-even' | 'centre' | 'none';
  /** `grid`: Word's 22 × 28 grid; `portable`: exact pitch and squeezed characters, for every office suite. */
  readonly grid: 'grid' | 'portable';
  readonly letterhead: boolean;
  readonly imprint: boolean;
  /** Whether the document bears a seal, which decides where signature and date stand. */
  readonly sealed: boolean;
  /** Marks a draft (征求意见稿、送审稿) at the head of the first page. */
  readonly draftMark: string;
  readonly lineNumbers: boolean;
}

export interface SectionPlan {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly PlanBlock[];
}

export type PlanBlock = ParagraphPlan | TablePlan | ImprintPlan;

export type ParagraphRole =
  | 'draft-mark'
  | 'copy-number'
  | 'secrecy'
  | 'urgency'
  | 'issuer-mark'
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
  /** Stays on the page of the paragraph below it. */
  readonly keepNext: boolean;
  /** A red rule below, as wide as the type area. */
  readonly redRule: boolean;
  /** Right tab stop, twips from the left of the type area. */
  readonly rightTab: number | undefined;
  /** Left tab stop. */
  readonly leftTab: number | undefined;
  /** 1–9 for headings of the document outline. */
  readonly outlineLevel: number | undefined;
  /** Where it comes from in the draft, for jumps between preview and text. */
  readonly source: Range | undefined;
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
}

/** 版记: at the foot of the last page. */
export interface ImprintPlan {
  readonly kind: 'imprint';
  /** 抄送机关, joined; empty where there are none. */
  readonly copies: string;
  readonly printer: string;
  readonly printDate: string;
}
