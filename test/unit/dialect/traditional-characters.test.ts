import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readDraft } from '../../../server/src/dialect/draft';
import { classifyLabel, isCollective, looksLikeUnit } from '../../../server/src/dialect/fields';
import type { Draft, Located } from '../../../server/src/dialect/model';
import { toSimplified } from '../../../server/src/dialect/simplified';

const plans = new URL('../../plans/', import.meta.url);

/** A traditional form for each character that has one among those of the key words. */
const traditional = new Map<string, string>();
for (let code = 0xffff; code > 0; code--) {
  const character = String.fromCharCode(code);
  const simplified = toSimplified(character);
  if (simplified !== character) traditional.set(simplified, character);
}

function inTraditional(text: string): string {
  return [...text].map((character) => traditional.get(character) ?? character).join('');
}

const text = [
  '雲嶺縣2025年教育工作要點',
  '',
  '一、總體要求',
  '辦好人民滿意的教育。',
  '二、擴大學位供給',
  '（一）新建學校。新建小學3所，2025年8月底前完成。（責任單位：縣教育局、各鄉鎮人民政府）',
  '（二）開展督導。由縣教育局牽頭，縣財政局配合，每季度開展1次督導。',
  '附件1',
  '任務分解表',
  '| 序號 | 任務名稱 | 責任單位 | 完成時限 |',
  '| --- | --- | --- | --- |',
  '| 1 | 新建學校 | 縣發展改革委 | 9月底前 |',
].join('\n');

describe('texts in traditional characters', () => {
  const draft = readDraft(text);

  it('are read as plans, every word as it is written', () => {
    assert.equal(draft.text, text);
    assert.equal(draft.title?.value, '雲嶺縣2025年教育工作要點');
    assert.deepEqual(
      draft.outline.map(({ title, isFraming }) => [title, isFraming]),
      [
        ['總體要求', true],
        ['擴大學位供給', false],
        ['新建學校', false],
        ['開展督導', false],
      ],
    );
    assert.deepEqual(
      draft.tasks.map(({ title, complete }) => [title, complete]),
      [
        ['新建學校', { target: true, unit: true, deadline: true }],
        ['開展督導', { target: false, unit: true, deadline: false }],
      ],
    );
  });

  it('state units, deadlines and frequencies', () => {
    const [building, checking] = draft.tasks;
    assert.deepEqual(
      building?.fields.units.map(({ value, collective }) => [value, collective]),
      [
        ['縣教育局', false],
        ['各鄉鎮人民政府', true],
      ],
    );
    assert.deepEqual(
      building?.fields.deadlines.map(({ value, date }) => [value, date]),
      [['2025年8月底前', '2025-08-31']],
    );
    assert.deepEqual(
      checking?.fields.units.map(({ value, role }) => [value, role]),
      [
        ['縣教育局', 'lead'],
        ['縣財政局', 'support'],
      ],
    );
    assert.deepEqual(
      checking?.fields.frequencies.map(({ value }) => value),
      ['每季度開展1次督導'],
    );
  });

  it('have task tables whose rows belong to their tasks', () => {
    const [table] = draft.tables;
    assert.equal(table, draft.attachments[0]?.tables[0]);
    assert.equal(table?.title, '任務分解表');
    assert.deepEqual(
      table?.columns.map(({ header, role }) => [header.value, role]),
      [
        ['序號', 'number'],
        ['任務名稱', 'name'],
        ['責任單位', 'unit'],
        ['完成時限', 'deadline'],
      ],
    );
    assert.equal(table?.rows[0]?.name, '新建學校');
    assert.equal(table?.rows[0]?.units[0]?.value, '縣發展改革委');
    assert.deepEqual(draft.tasks[0]?.rows, table?.rows);
  });

  it('keep the model in one piece', () => {
    const [task] = draft.tasks;
    assert.equal(task?.item, draft.outline[2]);
    assert.equal(task?.section, draft.items[1]);
    assert.equal(draft.items[1]?.children[0]?.parent, draft.items[1]);
  });

  it('leave what is not written with the traditional form of a key word as it is', () => {
    const own = '一、夥伴關係。乾燥季節後於6月底前完成。';
    assert.equal(readDraft(own).tasks[0]?.fields.deadlines[0]?.value, '6月底前');
    assert.equal(readDraft(own).tasks[0]?.title, '夥伴關係');
  });

  it('have labels and names that are known by themselves', () => {
    assert.equal(classifyLabel('牽頭單位'), 'lead');
    assert.ok(looksLikeUnit('縣財政局'));
    assert.ok(isCollective('各鄉鎮'));
  });
});

describe('the plans in traditional characters', () => {
  for (const name of readdirSync(plans).filter((file) => file.endsWith('.txt')))
    it(`say the same: ${name}`, () => {
      const written = readFileSync(new URL(name, plans), 'utf8');
      const other = inTraditional(written);
      assert.notEqual(other, written);
      const draft = readDraft(other);
      assert.deepEqual(gist(draft), gist(readDraft(written)));
      for (const { value, range } of located(draft)) assert.equal(value, other.slice(range.start, range.end));
    });
});

/** What was read, by place. */
function gist({ title, notice, outline, tasks, tables, year }: Draft): unknown {
  return {
    year,
    title: title?.range,
    notice: [notice.issuer, notice.addressees, notice.signature, notice.date].map((part) => part?.range),
    outline: outline.map(({ level, number, titleRange, isFraming }) => [
      level,
      number,
      titleRange,
      isFraming,
    ]),
    tasks: tasks.map(({ fields, complete }) => [
      fields.units.map(({ range, role, collective }) => [range, role, collective]),
      fields.deadlines.map(({ range, date }) => [range, date]),
      fields.frequencies.map(({ range }) => range),
      fields.targets.map(({ range }) => range),
      complete,
    ]),
    rows: tables.flatMap(({ rows }) => rows.map(({ range, units }) => [range, units.length])),
  };
}

function located({ outline, tasks }: Draft): readonly Located[] {
  return [
    ...outline.map(({ title, titleRange }) => ({ value: title, range: titleRange })),
    ...outline.map(({ marker }) => ({ value: marker.text, range: marker.range })),
    ...tasks.map(({ title, item }) => ({ value: title, range: item.titleRange })),
    ...tasks.flatMap(({ fields }) => [...fields.units, ...fields.deadlines, ...fields.targets]),
  ];
}
