import type { Position, Range } from 'vscode-languageserver-types';

/**
 * What client and server say to each other beyond the Language Server Protocol. The client imports nothing else of
 * the server. Positions are in the negotiated encoding (UTF-16 in VS Code).
 */

/**
 * Client → server: everything the task views show of a draft, open or in the workspace. Answer: `DraftOverview`, or null
 * for other documents.
 */
export const DRAFT_OVERVIEW = 'yaodian/draftOverview';
/** Client → server: the drafts of the workspace, open or not, and others that are open. Answer: `WorkspaceDraft[]`. */
export const WORKSPACE_DRAFTS = 'yaodian/workspaceDrafts';
/** Server → client: the overview of a draft is another one than at the last notification. `OverviewChangedParams`. */
export const OVERVIEW_CHANGED = 'yaodian/overviewChanged';
/** Client → server: what 重新编号 would change, for a preview. Answer: `RenumberPreview` or null. */
export const RENUMBER_PREVIEW = 'yaodian/renumberPreview';
/**
 * Client → server: edits that move an item (a chapter, a section, a task) or change its level, or put a new one behind
 * it, with all numbers and the mentions of them. Answer: `DraftEdit`, or null for other documents. `RearrangeParams`.
 */
export const REARRANGE = 'yaodian/rearrange';
/** Client → server: edits that put a field's label into a task's clause. Answer: `DraftEdit`. `FillFieldParams`. */
export const FILL_FIELD = 'yaodian/fillField';
/** Client → server: edits that write a field of a task as a person has typed it. Answer: `DraftEdit`. `EditFieldParams`. */
export const EDIT_FIELD = 'yaodian/editField';
/** Client → server: which level each rule has for a document and who says so. Answer: `EffectiveRule[]` or null. */
export const EFFECTIVE_RULES = 'yaodian/effectiveRules';
/**
 * Client → server: check every draft below some places, open or not, and publish the findings; the server shows
 * progress that can be cancelled. Answer: `CheckWorkspaceResult`.
 */
export const CHECK_WORKSPACE = 'yaodian/checkWorkspace';

/**
 * Client → server: one page on the drafts below some places, to hand on; the server shows progress that can be
 * cancelled. Answer: `ReportResult`.
 */
export const MAKE_REPORT = 'yaodian/makeReport';

/**
 * Client → server: accept all that is found now below some places, in the baselines of their configuration files; only
 * new findings are shown from then on. Answer: `AcceptFindingsResult`.
 */
export const ACCEPT_FINDINGS = 'yaodian/acceptFindings';

/**
 * Client → server: what becomes of the superiors' plans in a draft, as a page or a workbook. Answer: `TraceResult`, or
 * null for other documents.
 */
export const TRACE_DRAFT = 'yaodian/traceDraft';
/** Client → server: the review notes on a draft. Answer: `DraftNotes`, or null for other documents. */
export const REVIEW_NOTES = 'yaodian/reviewNotes';
/** Client → server: change the review notes on a draft. Answer: `DraftNotes` as they are then. `EditNotesParams`. */
export const EDIT_NOTES = 'yaodian/editNotes';
/** Server → client: side files were changed, here or by somebody else. */
export const NOTES_CHANGED = 'yaodian/notesChanged';
/** Client → server: who works here, by git or the system; '' where it cannot be told. */
export const USER_NAME = 'yaodian/userName';

export interface EditNotesParams extends DocumentParams {
  operation: NoteOperation;
}

/** What a person does to the notes; `reply` names a reply of note `id`, where it is not the note itself. */
export type NoteOperation =
  | { kind: 'add'; range: Range; text: string; author: string }
  | { kind: 'reply'; id: string; text: string; author: string }
  | { kind: 'state'; id: string; state: NoteState }
  | { kind: 'text'; id: string; reply?: string; text: string }
  | { kind: 'delete'; id: string; reply?: string };

export type NoteState = 'open' | 'resolved' | 'rejected';

export interface DraftNotes {
  uri: string;
  /** The version of the document that all ranges refer to. */
  version: number;
  /** Why the notes cannot be read, or the edit could not be made, in Chinese. */
  problem?: string;
  /** In the order of the text. */
  notes: NoteInfo[];
}

export interface NoteInfo {
  id: string;
  author: string;
  /** ISO 8601 in UTC. */
  date: string;
  state: NoteState;
  text: string;
  /** The words it was written on. */
  quote: string;
  range: Range;
  /** `changed`: its words were edited; `near`: they are gone; `lost`: so is their task, the range is the beginning. */
  how: 'exact' | 'changed' | 'near' | 'lost';
  /** 第二部分（三）第7项; empty where it has no such name. */
  place: string;
  replies: { id: string; author: string; date: string; text: string }[];
}

/** Client → server: make a draft of a file. Answer: `ImportResult`. */
export const IMPORT_FILE = 'yaodian/importFile';
/** Client → server: take the comments of a Word file in as notes on a draft. Answer: `TakeCommentsResult`, or null for other documents. */
export const TAKE_COMMENTS = 'yaodian/takeComments';
/** Client → server: make paragraphs and tables of what was copied. Answer: the text to insert. `ImportFragmentParams`. */
export const IMPORT_FRAGMENT = 'yaodian/importFragment';

/**
 * Client → server: the text of a draft as it was in a revision of its git repository. Answer: `RevisionResult`. Starts
 * git, and so does nothing in a folder that the person does not trust.
 */
export const READ_REVISION = 'yaodian/readRevision';
/** Client → server: two drafts compared by task, for a page in the editor. Answer: `ComparisonPage`, or null for other documents. */
export const COMPARISON_PAGE = 'yaodian/comparisonPage';
/** Client → server: the comparison as a file to hand on; docx is 花脸稿. Answer: `ExportResult`, or null for other documents. */
export const COMPARISON_FILE = 'yaodian/comparisonFile';

export interface RevisionParams extends DocumentParams {
  /** As git understands it: `HEAD~1`, a branch, a tag, a hash. */
  revision: string;
}

export type RevisionResult = { text: string } | { error: string; advice: string };

/** The document is the new draft. */
export interface ComparisonParams extends DocumentParams {
  old: {
    /** Where its text can be shown. */
    uri: string;
    /** As people call it. */
    name: string;
    text: string;
  };
}

export interface ComparisonFileParams extends ComparisonParams {
  format: 'docx' | 'html';
}

export interface ComparisonPage {
  /** A style sheet, and what stands in the page's body: no scripts. Places link to `PLACE_CURSOR_COMMAND`. */
  styles: string;
  body: string;
}

/**
 * Client → server: the draft in the official format, or as a file of another kind. Answer: `ExportResult`, or null for
 * other documents. Cancelling the request ends the office suite that makes a PDF.
 */
export const EXPORT_DOCUMENT = 'yaodian/exportDocument';
/** Client → server: the draft as pages of paper, in HTML. Answer: `DocumentPreview`, or null for other documents. */
export const DOCUMENT_PREVIEW = 'yaodian/documentPreview';

/** Client → server: 发文前检查, for a page in the editor. Answer: `PreIssuePage`, or null for other documents. */
export const PRE_ISSUE_PAGE = 'yaodian/preIssuePage';
/** Client → server: 发文前检查 as a file to hand on. Answer: `ExportResult`, or null for other documents. */
export const PRE_ISSUE_FILE = 'yaodian/preIssueFile';

export interface PreIssueFileParams extends DocumentParams {
  format: 'docx' | 'html';
}

export interface PreIssuePage {
  /** A style sheet, and what stands in the page's body: no scripts. Places link to `PLACE_CURSOR_COMMAND`. */
  styles: string;
  body: string;
  /** Errors that still stand: asked about before an export goes on. */
  errors: number;
  /** Everything the page lists. */
  entries: number;
}

/** Client → server: a ledger of the draft's tasks. Answer: `ExportResult`, or null for other documents. */
export const MAKE_LEDGER = 'yaodian/makeLedger';
/** Client → server: a workbook for each unit of the draft. `DocumentParams`. Answer: `UnitListsResult` or null. */
export const UNIT_LISTS = 'yaodian/unitLists';

export interface LedgerParams extends DocumentParams {
  kind: '分解表' | '单位清单' | '时限' | '督办' | '日历';
  format: 'xlsx' | 'docx' | 'ics';
}

export type UnitListsResult =
  { files: { name: string; base64: string }[] } | { problem: string; advice: string };

export interface ExportParams extends DocumentParams {
  format: 'docx' | 'html' | 'pdf';
  /** Whether the review notes go out as comments in the margin of a Word file. */
  notes?: boolean;
}

/** Client → server: a draft to fill in. Answer: `NewDraft`. */
export const NEW_DRAFT = 'yaodian/newDraft';
/** Client → server: last year's draft as the beginning of this year's. Answer: `NextYearResult`. */
export const NEXT_YEAR = 'yaodian/nextYear';

export interface NewDraftParams {
  kind: 'notice' | 'plan' | 'division';
  year: number;
  /** 发文机关 and what the plan is about; left open where empty. */
  issuer: string;
  subject: string;
}

export interface NewDraft {
  text: string;
  /** A file name for it. */
  name: string;
  /** What is to be filled in or verified, in UTF-16 offsets of the text. */
  gaps: { start: number; end: number }[];
}

export interface NextYearParams {
  /** Last year's draft, or the published text. */
  text: string;
  /** Where it stands; absent where it is no file. */
  uri?: string;
  /** The folder the new draft goes to, as uri: files that the front matter names are found from there. */
  folder?: string;
  /** The new plan's year; the one after last year's where absent. */
  year?: number;
}

/** `error`: why there is no draft, and what to do. */
export type NextYearResult =
  | (NewDraft & {
      year: number;
      /** Years rolled forward, deadlines left open, years to be verified, targets that stand as they were. */
      years: number;
      deadlines: number;
      doubts: number;
      targets: number;
    })
  | { error: string; advice: string };

/** Client → server: the rules whose findings can be repaired below some places. Answer: `FixableRule[]`, most first. */
export const FIXABLE_RULES = 'yaodian/fixableRules';
/** Client → server: the repairs of one rule below some places; nothing is changed. Answer: `FixRuleResult`. */
export const FIX_RULE = 'yaodian/fixRule';
/** Shows the repairs of a rule and makes them when told to. Arguments: rule id, `FixScope`. */
export const FIX_RULE_COMMAND = 'yaodian.fixRule';

export type FixScope = 'file' | 'workspace';

/** Of a request that goes through many drafts, with progress, and can be cancelled. */
export interface DraftsParams {
  /** Uris of folders and files; the whole workspace where there are none. */
  places: string[];
  /** Where the client shows the progress itself; without it the server asks for one. */
  workDoneToken?: number | string;
}

export interface FixableRule {
  rule: string;
  /** What the rule is about, in Chinese. */
  name: string;
  count: number;
  files: number;
}

export interface FixRuleParams extends DraftsParams {
  rule: string;
}

export interface FixRuleResult {
  name: string;
  files: FileFixes[];
  cancelled: boolean;
}

export interface FileFixes {
  uri: string;
  /** The version the edits are for; null for a file that is not open. */
  version: number | null;
  /** How many findings are repaired. */
  count: number;
  edits: { range: Range; newText: string }[];
}

/** Client → server: how long a draft is. Answer: `DraftSize`, or null for other documents. */
export const DRAFT_SIZE = 'yaodian/draftSize';

export interface DraftSizeParams extends DocumentParams {
  /** What is selected, if anything is. */
  range?: Range;
}

export interface DraftSize {
  version: number;
  /** As offices count: a Chinese character or mark of punctuation is one, a run of letters or digits is one. */
  characters: number;
  /** Those of the selection; absent where nothing is selected. */
  selected?: number;
  /** Pages of the official document, by the paginator's estimate. */
  pages: number;
}

/** The file's bytes, or why there is none and what to do instead, in Chinese. */
export type ExportResult = { base64: string } | { problem: string; advice: string };

export interface DocumentPreview {
  uri: string;
  version: number;
  title: string;
  /** A style sheet for all pages. */
  styles: string;
  /** One element a page. Elements with `data-start` and `data-end` come from these UTF-16 offsets of the draft. */
  pages: string[];
}

/**
 * Server → client: the content of a file that lies on no disk, in base64, or null where there is none that can be read
 * or it is larger than `most` bytes. `ReadFileParams`.
 */
export const READ_FILE = 'yaodian/readFile';
/** Server → client: write a file that lies on no disk. Fails where it cannot be written. `WriteFileParams`. */
export const WRITE_FILE = 'yaodian/writeFile';
/** Server → client: uris of the files below a folder that lies on no disk. `ListFilesParams`. */
export const LIST_FILES = 'yaodian/listFiles';

export interface ReadFileParams {
  uri: string;
  most: number;
}

export interface WriteFileParams {
  uri: string;
  text: string;
}

export interface ListFilesParams {
  /** A folder, or a file that answers itself. */
  uri: string;
  /** What the names must end in: `.md`. */
  ending: string;
  most: number;
}

/** Client → server, a notification: the person trusts the workspace from now on. */
export const TRUST_GRANTED = 'yaodian/trustGranted';

/** Sent as `initializationOptions`; every field may be absent. */
export interface InitializationOptions {
  /** Settings of the section `yaodian`, for clients that cannot be asked (no `workspace/configuration`). */
  settings?: unknown;
  /** Commands the client offers; lenses and actions of the server name no others. */
  commands?: readonly string[];
  /** Whether the client answers `READ_FILE`, `WRITE_FILE` and `LIST_FILES`. */
  readsFiles?: boolean;
  /** Whether the workspace is not trusted, so that no other program may be started for what lies in it. */
  restricted?: boolean;
}

/** Selects the gap that a fix opened, or puts the cursor there. Arguments: uri, range (empty for a cursor). */
export const PLACE_CURSOR_COMMAND = 'yaodian.placeCursor';
/** Shows places in other documents, or goes to the only one. Arguments: uri, position, `Location[]`. */
export const SHOW_PLACES_COMMAND = 'yaodian.showPlaces';
/** Shows the task table, filtered: 全部, complete ones, or those that miss a field. Arguments: uri, `TaskFilter`. */
export const SHOW_TASKS_COMMAND = 'yaodian.showTasks';

/** Asks for a format and exports the draft that is in front. No arguments. */
export const EXPORT_COMMAND = 'yaodian.export';

export type TaskFilter = 'all' | 'complete' | 'missing-target' | 'missing-unit' | 'missing-deadline';

export interface DocumentParams {
  textDocument: { uri: string };
}

export interface OverviewChangedParams {
  uri: string;
  version: number;
}

export interface DraftOverview {
  uri: string;
  /** The version of the document that all ranges refer to. */
  version: number;
  title: string | null;
  titleRange: Range | null;
  year: number | null;
  summary: TaskSummary;
  outline: OutlineNode[];
  tasks: TaskInfo[];
}

export interface WorkspaceDraft {
  uri: string;
  title: string | null;
  summary: TaskSummary;
}

export interface TaskSummary {
  tasks: number;
  complete: number;
  missing: { target: number; unit: number; deadline: number };
}

/** An item of the plan's structure, or an attachment. */
export interface OutlineNode {
  kind: 'chapter' | 'section' | 'task' | 'point' | 'attachment' | 'table';
  /** As a person would quote it: `（一）强化基层基础`. */
  label: string;
  level: number;
  range: Range;
  /** What to reveal when the node is chosen. */
  selectionRange: Range;
  /** Of an item: from its line's beginning to its title. Tab changes the level there. */
  lead?: Range;
  /** Counts of the tasks within; absent where there are none. */
  summary?: TaskSummary;
  /** Index in `DraftOverview.tasks` where the node is a task. */
  task?: number;
  children: OutlineNode[];
}

export interface Place {
  text: string;
  range: Range;
}

export interface TaskInfo {
  number: number;
  /** The marker as written: `1．`. */
  marker: string;
  title: string;
  range: Range;
  selectionRange: Range;
  /** Titles of the items it stands under, outermost first, markers included. */
  path: string[];
  leads: Place[];
  /** 责任单位, leads and supports excluded. */
  units: Place[];
  supports: Place[];
  collectives: Place[];
  /** `date` is ISO `YYYY-MM-DD` of the last day allowed, null where it cannot be told. */
  deadlines: (Place & { date: string | null })[];
  frequencies: Place[];
  targets: Place[];
  complete: { target: boolean; unit: boolean; deadline: boolean };
  /** What the cells of the task table show and `EDIT_FIELD` changes. */
  cells: Record<CellField, string>;
}

/** Fields of a task with a column of their own. */
export type CellField = 'target' | 'lead' | 'unit' | 'support' | 'deadline';

export interface RenumberParams extends DocumentParams {
  /** Only items whose marker stands in this range; the whole document where absent. */
  range?: Range;
}

export interface RenumberPreview {
  uri: string;
  version: number;
  changes: RenumberChange[];
}

/** One place that 重新编号 rewrites. */
export interface RenumberChange {
  kind: 'marker' | 'reference';
  range: Range;
  oldText: string;
  newText: string;
  /** The line as it is now, for the preview. */
  line: string;
}

export interface RearrangeParams extends DocumentParams {
  /** On the item's line. */
  position: Position;
  action: Rearrangement;
}

export type Rearrangement =
  | { kind: 'up' | 'down' | 'promote' | 'demote' | 'insert' }
  /** `target` is on the line of the item it goes to; `into` is behind the last one under that item. */
  | { kind: 'move'; place: 'before' | 'after' | 'into'; target: Position }
  /** The place is chosen by the levels of the two. */
  | { kind: 'drop'; target: Position };

export interface FillFieldParams extends DocumentParams {
  /** In the task. */
  position: Position;
  field: CellField;
}

export interface EditFieldParams extends FillFieldParams {
  /** The task's title as the person saw it. */
  title: string;
  /** What the cell showed; nothing is written where the text says something else by now. */
  before: string;
  value: string;
}

/** Edits of one version of a document, to be applied as one step; or why there are none and what to do, in Chinese. */
export type DraftEdit =
  | {
      version: number;
      edits: { range: Range; newText: string }[];
      /** What to show and select, in the edited text. */
      selection: Range | null;
      /** What the person should look at, in Chinese. */
      warning: string | null;
    }
  | { problem: string };

export interface CheckWorkspaceResult {
  drafts: number;
  findings: { error: number; warning: number; info: number; hint: number };
  cancelled: boolean;
}

export interface TraceParams extends DocumentParams {
  format: 'html' | 'xlsx';
}

/** The file's bytes, or why there is none and what to do, in Chinese. */
export type TraceResult = ExportResult;

export interface ReportParams extends DraftsParams {
  /** The last report as a file holds it, to compare with; what is no report is passed over. */
  last?: string;
}

export interface ReportResult {
  /** The page, whole. */
  html: string;
  drafts: number;
  cancelled: boolean;
}

/** `problem`: why nothing was accepted, in Chinese. Counts are of findings. */
export type AcceptFindingsResult =
  | {
      /** Uris of the baselines written. */
      files: string[];
      drafts: number;
      accepted: number;
      added: number;
      removed: number;
      cancelled: boolean;
    }
  | { problem: string };

export interface ImportFileParams {
  /** The file's name, with its ending. */
  name: string;
  /** The file's bytes in base64. */
  content: string;
}

/** `error`: why the file cannot be imported, and what to do; else the draft and its report, as Markdown. */
export type ImportResult = ImportedFile | ImportFailure;

export interface ImportedFile {
  text: string;
  report: string;
  summary: string;
  attention: number;
  /** What goes into the side file: the comments of a Word document, as review notes. */
  notes?: string;
}

export interface ImportFailure {
  error: string;
  advice: string;
}

/** A file whose comments are to stand beside the notes on a draft. */
export interface TakeCommentsParams extends DocumentParams, ImportFileParams {}

/** `added`, `changed`: how many notes are new, and how many say something else now; `comments`: how many there were. */
export type TakeCommentsResult = { comments: number; added: number; changed: number } | ImportFailure;

export interface ImportFragmentParams {
  /** As an application put it on the clipboard; preferred where it is there. */
  html?: string;
  text: string;
}

export interface EffectiveRule {
  rule: string;
  summary: string;
  level: 'error' | 'warning' | 'info' | 'hint' | 'off';
  /** 来源: the default, the editor's settings, a configuration file, or the draft's front matter. */
  source: 'default' | 'settings' | 'file' | 'front-matter';
  /** The configuration file's uri where `source` is `file`. */
  file?: string;
}

export type { Position, Range };
