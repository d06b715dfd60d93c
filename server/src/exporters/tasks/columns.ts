import type { Grouping, LedgerGroup } from './group-entries';
import type { LedgerEntry } from './ledger';

export interface LedgerColumn {
  readonly header: string;
  /** In characters of a spreadsheet's default font; Chinese ones take two. */
  readonly width: number;
  readonly cell: (entry: LedgerEntry, group: LedgerGroup) => string | number;
}

export interface LedgerLayout {
  readonly groups: readonly LedgerGroup[];
  readonly by: Grouping | undefined;
  /** Whether entries come from several drafts. */
  readonly severalFiles: boolean;
}

const GROUP_HEADERS: Readonly<Record<Grouping, string>> = { section: '章节', unit: '单位', deadline: '时限' };

const NAME: LedgerColumn = { header: '任务', width: 32, cell: ({ name }) => name };
const SOURCE: LedgerColumn = { header: '来源', width: 8, cell: ({ source }) => source };
const NUMBER: LedgerColumn = { header: '编号', width: 8, cell: ({ number }) => number };
const PATH: LedgerColumn = { header: '文件', width: 24, cell: ({ path }) => path };
const TARGET: LedgerColumn = { header: '目标', width: 40, cell: ({ targets }) => targets.join('；') };
const DEADLINE: LedgerColumn = {
  header: '完成时限',
  width: 18,
  cell: ({ deadlines }) => deadlines.map(({ text }) => text).join('；'),
};
const MISSING: LedgerColumn = { header: '缺项', width: 14, cell: ({ missing }) => missing.join('、') };
const LINE: LedgerColumn = { header: '行', width: 6, cell: ({ line }) => line };

/** Everything, for spreadsheets, where columns are filtered and hidden at will. */
export function fullColumns({ by, severalFiles }: LedgerLayout): LedgerColumn[] {
  const group: LedgerColumn[] =
    by === undefined || by === 'section'
      ? []
      : [{ header: GROUP_HEADERS[by], width: 20, cell: (_, { name }) => name }];
  return [
    ...group,
    ...(severalFiles ? [PATH] : []),
    SOURCE,
    NUMBER,
    NAME,
    { header: '章节', width: 24, cell: ({ section }) => section },
    TARGET,
    { header: '频次', width: 20, cell: ({ frequencies }) => frequencies.join('；') },
    { header: '牵头单位', width: 20, cell: ({ leads }) => leads.join('、') },
    { header: '责任单位', width: 28, cell: ({ units }) => units.join('、') },
    { header: '有关单位', width: 20, cell: ({ collectives }) => collectives.join('、') },
    DEADLINE,
    { header: '截止日期', width: 12, cell: ({ deadlines }) => lastDate(deadlines) },
    MISSING,
    LINE,
  ];
}

/** What fits side by side on a screen or a page. */
export function briefColumns({ severalFiles }: LedgerLayout): LedgerColumn[] {
  const units: LedgerColumn = {
    header: '责任单位',
    width: 24,
    cell: ({ leads, units: others, collectives }) =>
      [...leads.map((name) => `${name}（牵头）`), ...others, ...collectives].join('、'),
  };
  return [...(severalFiles ? [PATH] : []), SOURCE, NUMBER, NAME, TARGET, units, DEADLINE, MISSING, LINE];
}

function lastDate(deadlines: LedgerEntry['deadlines']): string {
  return deadlines.reduce((last, { date = '' }) => (date > last ? date : last), '');
}
