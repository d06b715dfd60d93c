/** A workbook in plain data: what stands in which cell, what may be entered there. Tests speak about this. */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  readonly name: string;
  /** Above the table; where it is empty the sheet begins with its header. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface SheetColumn {
  readonly header: string;
  /** In characters of a spreadsheet's default font; Chinese ones take two. */
  readonly width: number;
  /** Numbers, dates and states stand in the middle of their cells. */
  readonly centred?: true;
  /** What people may enter: one of these, a share of 0–1, or a date. Absent: any text. */
  readonly input?: readonly string[] | 'share' | 'date';
}
