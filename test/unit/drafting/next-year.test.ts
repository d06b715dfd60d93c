import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../../server/src/dialect/draft';
import { formatText } from '../../../server/src/dialect/format/format-draft';
import type { Draft } from '../../../server/src/dialect/model';
import { takeToNextYear, type NextYear } from '../../../server/src/drafting/next-year';
import { checkText } from '../../support/check-text';
import { root } from '../../support/lsp-client';
import { inventedPlans } from '../../support/plans';

const sample = readFileSync(path.join(root, 'samples/往年/2025年云溪县安全生产工作要点.要点.md'), 'utf8');
const take = (text: string, year?: number): NextYear => takeToNextYear(readDraft(text), { year });
const plan = (body: string): string => `# 云溪县2025年教育工作要点\n\n${body}\n`;
/** The lines of a body taken from 2025 to 2026. */
const taken = (body: string): string => take(plan(body)).text.split('\n').slice(2).join('\n').trimEnd();

/** Everything a reader sees of a draft but its words. */
const shapeOf = ({ outline, tasks, tables, notice }: Draft): unknown => ({
  outline: outline.map(({ level, number }) => [level, number]),
  units: tasks.map(({ fields }) => fields.units.map(({ value }) => value)),
  rows: tables.map(({ rows }) => rows.map(({ name }) => name)),
  cc: notice.cc.map(({ value }) => value),
  signature: notice.signature?.value,
  addressees: notice.addressees?.value,
});

describe('last year’s draft taken over', () => {
  it('rolls the year in title, issuing sentence, front matter and text', () => {
    const { text, years } = take(sample);
    assert.match(text, /^# 2026年云溪县安全生产工作要点$/m);
    assert.match(text, /^印发语: 现将《2026年云溪县安全生产工作要点》印发给你们/m);
    assert.match(text, /^年度: 2026$/m);
    assert.match(text, /^为做好2026年全县安全生产工作，/m);
    assert.equal(years, 4);
    assert.doesNotMatch(text, /2025/);
  });

  it('leaves number and dates of issue open', () => {
    const { text } = take(sample);
    assert.match(text, /^发文字号: 云溪府发〔2026〕××号$/m);
    assert.match(text, /^成文日期: 2026年××月××日$/m);
    assert.match(text, /^印发日期: 2026年××月××日$/m);
  });

  it('leaves every deadline open, and those that hold in any year to be verified', () => {
    const { text, deadlines } = take(sample);
    assert.equal(deadlines, 16);
    assert.match(text, /完成时限：2026年××月底前〕/);
    assert.match(text, /完成时限：2026年××月××日前〕/);
    assert.match(text, /完成时限：汛前【待核实】〕/);
  });

  it('keeps words, registry, settings and directives as they are', () => {
    const own = sample
      .replace('年度: 2025', '年度: 2025\n检查:\n  unit/order: 关闭')
      .replace('二、压实', '<!-- 要点：忽略 unit/alias 2025年起沿用 -->\n二、压实');
    const { text } = take(own);
    assert.match(text, /^单位名录: \.\.\/单位名录\.yaml$/m);
    assert.match(text, /^ {2}unit\/order: 关闭$/m);
    assert.match(text, /^<!-- 要点：忽略 unit\/alias 2025年起沿用 -->$/m);
    assert.match(text, /清单编制率达100%。〔牵头单位：县委组织部；配合单位：县应急管理局；/);
  });

  it('finds files that the front matter names from where the new draft is', () => {
    const { text } = takeToNextYear(readDraft(sample), {
      rebase: (file) => file.replace('../', ''),
    });
    assert.match(text, /^单位名录: 单位名录\.yaml$/m);
  });

  it('rolls titles of attachments wherever they are named', () => {
    const text = plan(
      '一、重点任务\n\n任务见《2025年教育重点任务表》。\n\n附件：2025年教育重点任务表\n\n附件\n\n2025年教育重点任务表\n\n| 序号 | 任务 | 完成时限 |\n| ---: | --- | --- |\n| 1 | 增学位 | 8月底 |',
    );
    const rolled = take(text).text;
    assert.equal(rolled.match(/2026年教育重点任务表/g)?.length, 3);
    assert.match(rolled, /\| 1 \| 增学位 +\| ××月底 +\|/);
  });

  const rolled: readonly (readonly [string, string])[] = [
    ['2025年全县教育工作的总体要求是：坚持立德树人。', '2026年全县教育工作的总体要求是：坚持立德树人。'],
    ['根据部署，制定2025年度重点工作要点如下：', '根据部署，制定2026年度重点工作要点如下：'],
    ['2025年，全县教育工作要突出质量。', '2026年，全县教育工作要突出质量。'],
    ['为推进二〇二五年教育工作，制定本要点。', '为推进二〇二六年教育工作，制定本要点。'],
  ];
  for (const [before, after] of rolled)
    it(`takes “${before}” for a word on this year`, () => assert.equal(taken(before), after));

  const kept: readonly string[] = [
    '落实《云溪县2025—2027年教育三年行动计划》。',
    '实施2025年至2027年行动。',
    '执行《教育督导条例》（2025年修订）。',
    '执行《云溪县学校安全管理办法（2025年修订）》。',
    '按《政府督查工作条例》2025年3月1日施行后的要求办理。',
    '落实云溪委发〔2025〕4号文件。',
    '投入2025个学位，拨打12025热线。',
    '到2030年，建成教育强县。',
  ];
  for (const text of kept)
    it(`leaves the fixed year of “${text}” alone`, () => {
      assert.equal(taken(text).replace(/【待核实】/g, ''), text);
      assert.equal(take(plan(text)).doubts, 0);
    });

  const doubtful: readonly (readonly [string, string])[] = [
    ['学位比2024年增加3%。', '学位比2024年【待核实】增加3%。'],
    ['2025年是规划收官之年。', '2025年【待核实】是规划收官之年。'],
    ['落实2025年全国教育工作会议精神。', '落实2025年【待核实】全国教育工作会议精神。'],
    ['在2025年工作基础上提质。', '在2025年【待核实】工作基础上提质。'],
    ['2025年我县教育工作取得新进展，增长5%。', '2025年【待核实】我县教育工作取得新进展，增长5%。'],
    ['落实《全省2025年教育工作要点》。', '落实《全省2025年教育工作要点》【待核实】。'],
  ];
  for (const [before, after] of doubtful)
    it(`leaves the year of “${before}” and says that a person should look`, () =>
      assert.equal(taken(before), after));

  it('goes to the year wanted, and not back', () => {
    assert.match(take(sample, 2028).text, /^# 2028年云溪县安全生产工作要点$/m);
    assert.throws(() => take(sample, 2025), /上年稿件是2025年的/);
    assert.throws(() => take('# 云溪县教育工作要点\n'), /看不出上年稿件是哪一年的/);
  });

  it('does the same again for the year after, once the gaps are filled', () => {
    const filled = take(sample)
      .text.replace(/××月××日/g, '5月1日')
      .replace(/××号/, '8号');
    const { text } = take(filled.replace(/××月底前/g, '5月底前').replace('【待核实】', ''));
    assert.match(text, /^# 2027年云溪县安全生产工作要点$/m);
    assert.equal(text.replaceAll('2027', '2026'), take(sample).text);
  });
});

describe('plans of many manners taken over', () => {
  for (const { name, text } of inventedPlans()) {
    it(`${name} reads as before, and every open place is reported`, () => {
      const before = readDraft(text);
      const from = before.year ?? 0;
      const { text: after } = takeToNextYear(before);
      const draft = readDraft(after);
      assert.deepEqual(shapeOf(draft), shapeOf(before));
      assert.equal(draft.year, from + 1);
      assert.match(draft.title?.value ?? '', new RegExp(String(from + 1)));
      const reported = checkText(after).filter(({ rule }) => rule === 'text/placeholder');
      const places = [...after.matchAll(/×+(?:月×+(?=日))?|【待核实】/g)].map(({ index }) => index);
      const inFurniture = (place: number): boolean =>
        draft.furniture.some(({ start, end }) => start <= place && place < end);
      assert.deepEqual(
        reported.map(({ range }) => range.start),
        places.filter((place) => !inFurniture(place)),
      );
      const known = new Set(checkText(text).map(({ rule }) => rule));
      const others = checkText(after).filter(({ rule }) => !known.has(rule));
      assert.deepEqual(
        others.map(({ rule }) => rule).filter((rule) => !/placeholder|missing-deadline/.test(rule)),
        [],
      );
    });
  }

  it('stay canonical where they were', () => {
    const text = formatText(
      plan(
        '一、任务\n\n（一）办学。\n\n附件：表\n\n附件\n\n表\n\n| 序号 | 任务 | 完成时限 |\n| ---: | --- | --- |\n| 1 | 增学位 | 2025年8月底前 |',
      ),
    );
    const { text: after } = take(text);
    assert.equal(formatText(after), after);
  });
});
