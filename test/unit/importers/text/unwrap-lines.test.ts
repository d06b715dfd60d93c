import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { importFragment } from '../../../../server/src/importers/text/import-fragment';
import { importText } from '../../../../server/src/importers/text/import-text';
import { unwrapInPlace, unwrapLines } from '../../../../server/src/importers/text/unwrap-lines';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';
import { inventedPlans } from '../../../support/plans';
import { wrapText, type PageOptions } from '../../../support/wrap';

const TASKS = [
  '（一）实施城市更新。改造老旧小区18个、背街小巷36条，新增停车泊位900个，城区生活垃圾分类覆盖率达到98%以上。〔牵头单位：县住房城乡建设局；责任单位：县城管局、县自然资源局，各街道；完成时限：2026年11月底前〕',
  '（二）提升供水保障能力。新建改造供水管网42公里，农村自来水普及率达到92%，县级以上集中式饮用水水源地水质达标率保持100%。〔牵头单位：县水利局；责任单位：市生态环境局云溪分局；完成时限：2026年12月底前〕',
  '（三）完善公交线网。开通城乡公交线路6条，更新新能源公交车40辆，建制村通客车率保持在100%，中心城区公交站点500米覆盖率达到95%以上。〔牵头单位：县交通运输局；责任单位：县公交公司；完成时限：2026年9月底前〕',
];
const PLAN = ['云溪县2026年城市建设工作要点', '', '一、重点任务', ...TASKS].join('\n');
const FORMS: readonly PageOptions[] = [
  { indented: true },
  { indented: false },
  { indented: true, pageLines: 5 },
  { indented: false, pageLines: 5 },
  { indented: true, width: 22 },
];

const written = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What import makes of a text, but for the words of its report. */
function readings(text: string): unknown {
  const { outline, tasks, title, notice } = readDraft(importText(text).text);
  return {
    title: title?.value,
    notice: [notice.addressees?.value, notice.signature?.value, notice.date?.date],
    outline: outline.map((item) => [item.marker.text, item.title]),
    tasks: tasks.map(({ fields }) =>
      [...fields.units, ...fields.deadlines, ...fields.targets, ...fields.frequencies].map(
        ({ value }) => value,
      ),
    ),
  };
}

describe('Lines broken at a page’s width', () => {
  it('are joined where their paragraphs begin, with as many lines as there were', () => {
    const wrapped = wrapText(PLAN, { indented: true, pageLines: 5 });
    const lines = wrapped.split('\n');
    const unwrapped = (unwrapInPlace(wrapped) ?? '').split('\n');
    assert.equal(unwrapped.length, lines.length);
    assert.deepEqual(written(unwrapped.join('\n')), written(PLAN));
    for (const [index, line] of unwrapped.entries())
      if (line !== '') assert.ok(line.startsWith(lines[index] as string), line);
    assert.equal(unwrapInPlace(PLAN), undefined);
  });

  it('are whole in a draft that another is held against, and in what is exported', async () => {
    const wrapped = wrapText(PLAN, { indented: true, pageLines: 5 });
    const files = new InMemoryFiles({ 'a.要点.md': PLAN, 'b.txt': wrapped });
    const { stdout } = await runInMemory(['check', 'a.要点.md', 'b.txt'], files);
    assert.doesNotMatch(stdout, /task\/duplicate/);
    await runInMemory(['export', 'b.txt', '-o', 'b.html'], files);
    assert.equal(files.textOf('b.html').match(/class="paragraph heading"/g)?.length, 1 + TASKS.length);
  });

  it('are whole to the commands that read, and to a repair what they are', async () => {
    const wrapped = wrapText(PLAN, { indented: true, pageLines: 5 }).replace('18个、', '18个、、');
    const files = new InMemoryFiles({ 'a.txt': wrapped, 'a.md': wrapped });
    const unitsIn = async (file: string): Promise<unknown> => {
      const { stdout } = await runInMemory(['tasks', file, '--format', 'json'], files);
      return (JSON.parse(stdout) as { tasks: { units: string[] }[] }).tasks.map(({ units }) => units.length);
    };
    assert.deepEqual(await unitsIn('a.txt'), [3, 2, 2]);
    assert.notDeepEqual(await unitsIn('a.md'), [3, 2, 2]);
    const { stdout } = await runInMemory(['check', 'a.txt', '--format', 'json'], files);
    assert.doesNotMatch(stdout, /task\/missing|broken-paragraph|text\/residue/u);
    await runInMemory(['check', 'a.txt', '--fix'], files);
    assert.equal(files.textOf('a.txt'), wrapped.replace('、、', '、'));
  });

  for (const form of FORMS)
    it(`are joined into the paragraphs they were: ${JSON.stringify(form)}`, () => {
      const wrapped = wrapText(PLAN, form);
      assert.deepEqual(written(unwrapLines(wrapped)?.text ?? ''), written(PLAN));
      assert.deepEqual(readings(wrapped), readings(PLAN));
    });

  for (const { name, text } of inventedPlans()) {
    if (readDraft(text).tables.length > 0) continue;
    it(`are joined, or left where they are few: ${name}`, () => {
      for (const form of FORMS.slice(0, 4)) {
        const wrapped = wrapText(text, form);
        const unwrapped = unwrapLines(wrapped);
        if (unwrapped !== undefined) assert.deepEqual(readings(wrapped), readings(text));
        else
          assert.equal(
            importText(wrapped).report.entries.some(({ what }) => what.includes('接成整段')),
            false,
          );
      }
    });
  }

  it('are found nowhere in texts that are whole', () => {
    for (const { name, text } of inventedPlans()) assert.equal(unwrapLines(text), undefined, name);
  });

  it('are no lines of one length that each say something of their own', () => {
    const names = Array.from(
      { length: 12 },
      (_, i) => `${i + 1}．云溪县第${'一二三'.charAt(i % 3)}中学教学楼和学生宿舍改造`,
    );
    const verses = Array.from({ length: 12 }, () => '山高水长春意浓，万里江山一片红，各族儿女齐努力。');
    for (const lines of [names, verses]) assert.equal(unwrapLines(lines.join('\n')), undefined);
  });

  it('leave signatures, dates, attachments and cells on lines of their own', () => {
    const below = ['附件：任务分解表', '云溪县住房和城乡建设局', '2026年3月1日', '附件', '任务分解表'];
    const cells = [
      '序号',
      '任务',
      '责任单位',
      '1',
      '改造老旧小区，完善供水供气供热和停车充电等基础设施改造',
      '县住建局',
    ];
    const wrapped = wrapText([PLAN, ...below].join('\n'), { indented: true });
    const lines = written(unwrapLines([wrapped, ...cells].join('\n'))?.text ?? '');
    assert.deepEqual(lines.slice(-below.length - cells.length), [...below, ...cells]);
  });

  it('are told of in the report, with the lines of the source', () => {
    const { report } = importText(wrapText(`${PLAN}\n\n${TASKS.join('\n')}`, FORMS[2] as PageOptions));
    const dropped = report.entries
      .filter(({ kind }) => kind === 'dropped')
      .map(({ line, text }) => [line, text]);
    assert.deepEqual(dropped.slice(0, 2), [
      [7, '— 1 —'],
      [9, '云溪县人民政府文件'],
    ]);
    assert.ok(report.entries.some(({ kind, what }) => kind === 'changed' && what.includes('处接成整段')));
  });

  it('are joined in what is pasted, too', () => {
    const pasted = importFragment(wrapText(TASKS.join('\n'), { indented: true }));
    assert.deepEqual(written(pasted), TASKS);
  });

  it('are joined after a marker that stands apart by spaces, and not between cells that do', () => {
    const articles = TASKS.map((task, i) => task.replace(/^（.）/, `第${'一二三'.charAt(i)}条    `));
    const wrapped = wrapText(articles.join('\n'), { indented: true });
    assert.deepEqual(written(unwrapLines(wrapped)?.text ?? ''), articles);
    const row = '改造老旧小区十八个    县住房城乡建设局和县自然资源局';
    const below = [row, '县城管局配合'].join('\n');
    assert.ok(unwrapLines(`${wrapped}\n${below}`)?.text.endsWith(below));
  });

  it('keep a space between words of another script', () => {
    const sentence = '建设智慧城市运行管理中心，接入视频监控、水质监测和交通流量等数据，采用';
    const text = TASKS.map((task) => `${task}\n${sentence}Digital Twin平台支撑城市治理`).join('\n');
    const wrapped = wrapText(text, { indented: true }).replace(/Digital Twin/g, 'Digital\nTwin');
    assert.ok(!(unwrapLines(wrapped)?.text ?? '').includes('DigitalTwin'));
  });
});
