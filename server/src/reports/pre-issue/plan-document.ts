import { blank, bodyParagraph, paragraph, run, titleParagraph } from '../../exporters/document/paragraphs';
import type {
  CellPlan,
  DocumentPlan,
  ExportProfile,
  PlanBlock,
  TablePlan,
} from '../../exporters/document/plan';
import { characters, STANDARD_MARGINS, TEXT_WIDTH, TYPE_SIZES } from '../../exporters/document/measures';
import { breakTitle } from '../../exporters/document/title-lines';
import {
  entriesOf,
  type PreIssueReport,
  type ReportEntry,
  type ReportGroup,
  type ReportSection,
} from './pre-issue-report';
import { countLevels, levelName, LEVELS } from '../levels';
import { list, t } from '../../localise';

/** 发文前检查 as a Word file that a reviewer can hand back: each draft on pages of its own. */
export function planPreIssueDocument(
  reports: readonly PreIssueReport[],
  profile: ExportProfile,
): DocumentPlan {
  return {
    title: t('发文前检查'),
    profile: { ...profile, margins: STANDARD_MARGINS, draftMark: '', lineNumbers: false },
    sections:
      reports.length === 0
        ? [{ orientation: 'portrait', blocks: [bodyParagraph([run(t('没有检查到要点稿。'))])] }]
        : reports.map((report) => ({ orientation: 'portrait', blocks: planReport(report) })),
  };
}

function planReport(report: PreIssueReport): readonly PlanBlock[] {
  const counts = countLevels(entriesOf(report));
  const levels = list(LEVELS.map((level) => `${levelName(level)} ${counts[level]}`));
  return [
    titleParagraph(breakTitle(t('《{0}》发文前检查', report.title))),
    blank(),
    bodyParagraph([run(t('{0}。发现的问题：{1}。', report.tasks, levels))]),
    ...report.sections.flatMap(planSection),
  ];
}

function planSection(section: ReportSection): readonly PlanBlock[] {
  const { title, clear, groups } = section;
  const heading = paragraph('heading', [[run(title, '黑体')]], {
    indent: { firstLine: characters(2) },
    keepNext: true,
    outlineLevel: 1,
  });
  return groups.length === 0
    ? [heading, bodyParagraph([run(clear)])]
    : [heading, ...groups.flatMap((group) => planGroup(group))];
}

function planGroup({ title, note, entries }: ReportGroup): readonly PlanBlock[] {
  const table = planEntries(entries);
  if (title === '') return [table];
  const heading = paragraph('heading', [[run(title + t('（{0}）', note), '楷体')]], {
    indent: { firstLine: characters(2) },
    keepNext: true,
  });
  return [heading, table];
}

/** Twips: room for 第二部分（三）第7项, for a level, and the rest for what is said. */
const WIDTHS: readonly number[] = [3000, 800, TEXT_WIDTH - 3800];

function planEntries(entries: readonly ReportEntry[]): TablePlan {
  const cell = (text: string, align: CellPlan['align'], face: CellPlan['face'] = '仿宋'): CellPlan => ({
    text,
    align,
    face,
    size: TYPE_SIZES.小四,
    rowSpan: 1,
  });
  return {
    kind: 'table',
    widths: WIDTHS,
    header: [t('位置'), t('级别'), t('说明')].map((text) => cell(text, 'center', '黑体')),
    rows: entries.map((entry) => [
      cell(placeOf(entry), 'left'),
      cell(entry.level === undefined ? '' : levelName(entry.level), 'center'),
      cell(saidOf(entry), 'left'),
    ]),
    source: undefined,
  };
}

function placeOf({ place, range }: ReportEntry): string {
  if (range === undefined) return place;
  return place === '' ? t('第 {0} 行', range.start.line) : t('{0}\n（第 {1} 行）', place, range.start.line);
}

function saidOf({ text, excerpt, remark }: ReportEntry): string {
  const quote =
    excerpt === undefined ? [] : [t('原文：{0}【{1}】{2}', excerpt.before, excerpt.marked, excerpt.after)];
  return [text, ...quote, ...(remark === '' ? [] : [remark])].join('\n');
}
