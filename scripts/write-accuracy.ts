// Writes the table in docs/accuracy.md anew from the published plans beside the repository.
// usage: npm run accuracy
import { readFileSync, writeFileSync } from 'node:fs';
import { corpusDocuments } from '../test/support/corpus';
import { Score, type Count } from '../test/support/score';
import { scorePlan } from '../test/support/score-plan';

const page = new URL('../docs/accuracy.md', import.meta.url);

/** In the order of the table, as the page calls them. */
const NAMES: Readonly<Record<string, string>> = {
  title: '标题',
  notice: '通知要素（发文机关、字号、主送、署名、日期、印发）',
  cc: '抄送机关',
  outline: '层次标题（级别、序号、文字）',
  tasks: '任务',
  'task units': '任务的责任单位',
  'task leads': '任务的牵头单位',
  'task collectives': '任务的一类单位（各乡镇、有关部门）',
  'task deadlines': '任务的完成时限',
  'task frequencies': '任务的频次',
  'task targets': '任务的目标',
  'table rows': '附表的行（名称、目标）',
  'row units': '附表的责任单位',
  'row leads': '附表的牵头单位',
  'row collectives': '附表的一类单位',
  'numbering defects': '序号缺陷（按行）',
};

async function main(): Promise<void> {
  const documents = corpusDocuments();
  if (documents.length === 0)
    throw new Error('no published plans in ../shared/corpus: there is nothing to measure');
  const score = new Score();
  for (const document of documents) await scorePlan(score, document);
  const table = [
    '| 内容 | 准确率 | 召回率 | F1 | 对 | 多 | 漏 |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...Object.entries(NAMES).map(([kind, name]) => row(name, score.of(kind))),
  ].join('\n');
  const text = readFileSync(page, 'utf8');
  const [before, , after] = text.split(/(<!-- 表 -->\n[^]*<!-- 表完 -->)/u);
  if (after === undefined) throw new Error('docs/accuracy.md has lost the marks around its table');
  writeFileSync(page, `${before}<!-- 表 -->\n\n${table}\n\n<!-- 表完 -->${after}`);
}

function row(name: string, { precision, recall, f1, hits, extra, missed }: Count): string {
  const percent = (value: number): string => value.toFixed(1);
  return `| ${name} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${hits} | ${extra.length} | ${missed.length} |`;
}

await main();
