import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import type { Table } from '../../../server/src/dialect/model';

const PLAN = [
  '# 青岚县2026年工作要点',
  '一、重点任务',
  '（一）开展校园安全整治行动。',
  '（二）实施医疗提升工程。',
];

function tableOf(...attachment: string[]): Table {
  const draft = readDraft([...PLAN, '附件1', '任务分解表', ...attachment].join('\n'));
  const table = draft.tables[0];
  assert.ok(table, 'a table is read');
  return table;
}

/** Rows as `line no/expected name | target | units (leads marked *)`. */
function rowsOf(table: Table): string[] {
  return table.rows.map((row) => {
    const units = row.units.map((unit) => (unit.role === 'lead' ? '*' : '') + unit.value).join('、');
    return `${row.no?.value ?? '-'}/${row.expectedNo ?? '-'} ${row.name} | ${row.target?.value ?? ''} | ${units}`;
  });
}

describe('A table with a bar behind every cell', () => {
  it('is read with a column for each month’s progress and a bar too many at the end of its rows', () => {
    const header =
      '序号 主要任务 全年目标 分管领导 牵头单位 责任主体与协同单位 1-10月进展 1-11月进展 是否达序 说明';
    const table = tableOf(
      ...header.split(' ').map((cell) => `${cell} |`),
      ...'24 交通 优化50条街巷 某某 城管局 市政局 完成30% 完成60% 是'.split(' ').map((cell) => `${cell} |`),
      '||',
      ...'25 垃圾 新增小区210个 某某 城管局 环卫处 选址 建成38个 否 滞后'
        .split(' ')
        .map((cell) => `${cell} |`),
      '|',
    );
    assert.deepEqual(rowsOf(table), [
      '24/1 交通 | 优化50条街巷 | *城管局、市政局',
      '25/25 垃圾 | 新增小区210个 | *城管局、环卫处',
    ]);
  });
});

describe('A table with a cell a line', () => {
  it('has names under what stands over them, and cells that say what is to be done by when', () => {
    const table = tableOf(
      ...'序号 工作任务 具体要求 落实处室（部门） 完成时限'.split(' '),
      ...'1 一、做好财政公开 公开部门预算 积极配合预算公开。 装财处牵头，办公室配合 9月底前'.split(' '),
      ...'2 回应社会关切 7月底前在门户网站公布。 立法处 11月底前'.split(' '),
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 一、做好财政公开\n公开部门预算 | 积极配合预算公开。 | *装财处、办公室',
      '2/2 回应社会关切 | 7月底前在门户网站公布。 | 立法处',
    ]);
  });

  it('has names of two lines where a last cell is empty, one who leads, and sentences that name nobody', () => {
    const table = tableOf(
      ...'序号 工作任务 具体要求 牵头处室 配合处室'.split(' '),
      ...'1 一、深化公开 （一）加强政策解读 聚焦中心工作，解读率达到100%。 宣传处。'.split(' '),
      ...'2 回应关切 办结率达到95%。 立法处 宣传处 各直属单位'.split(' '),
      ...'3 公开预算 公开部门预算。 装财处。局公开办7月底前完善制度。 办公室'.split(' '),
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 一、深化公开\n（一）加强政策解读 | 聚焦中心工作，解读率达到100%。 | *宣传处',
      '2/2 回应关切 | 办结率达到95%。 | *立法处、宣传处、各直属单位',
      '3/3 公开预算 | 公开部门预算。 | *装财处、办公室',
    ]);
  });

  it('is read without numbers where cells say by when', () => {
    const table = tableOf(
      ...'工作任务 牵头科室 责任科室 工作要求'.split(' '),
      ...'（一）推进公开 公开权责清单 法规科 各科室 7月底前在门户网站公布。'.split(' '),
      ...'公开抽查结果 律管科 公管科 每季度公开一次抽查结果。'.split(' '),
    );
    assert.deepEqual(rowsOf(table), [
      '-/- 公开权责清单 | 7月底前在门户网站公布。 | *法规科、各科室',
      '-/- 公开抽查结果 | 每季度公开一次抽查结果。 | *律管科、公管科',
    ]);
  });
});

describe('Rows that sum up', () => {
  it('are none of their own', () => {
    const table = tableOf(
      '序号\t工作任务\t责任单位',
      '1\t修路\t县交通局',
      '2\t合计入库税收\t县税务局',
      '合计\t2项\t',
    );
    assert.deepEqual(rowsOf(table), ['1/1 修路 |  | 县交通局', '2/2 合计入库税收 |  | 县税务局']);
  });
});

describe('Heads of two rows', () => {
  const rows = ['1/1 荒山造林 |  | *县林业局、各乡镇', '2/2 廊道绿化 |  | *县交通局、县住建局'];
  const manners: Readonly<Record<string, readonly string[]>> = {
    'Markdown with empty cells': [
      '| 序号 | 工作任务 | 责任分工 | | 时限 |',
      '| --- | --- | --- | --- | --- |',
      '| | | 牵头 | 配合 | |',
      '| 1 | 荒山造林 | 县林业局 | 各乡镇 | 11月底 |',
      '| 2 | 廊道绿化 | 县交通局 | 县住建局 | 4月底 |',
    ],
    'Markdown with repeated cells': [
      '| 序号 | 工作任务 | 责任单位 | 责任单位 | 时限 |',
      '| --- | --- | --- | --- | --- |',
      '| 序号 | 工作任务 | 牵头单位 | 配合单位 | 时限 |',
      '| 1 | 荒山造林 | 县林业局 | 各乡镇 | 11月底 |',
      '| 2 | 廊道绿化 | 县交通局 | 县住建局 | 4月底 |',
    ],
    'tabs with empty cells': [
      '序号\t工作任务\t责任单位\t\t时限',
      '\t\t牵头单位\t配合单位\t',
      '1\t荒山造林\t县林业局\t各乡镇\t11月底',
      '2\t廊道绿化\t县交通局\t县住建局\t4月底',
    ],
    'tabs without merged cells': [
      '序号\t工作任务\t责任单位\t时限',
      '牵头单位\t配合单位',
      '1\t荒山造林\t县林业局\t各乡镇\t11月底',
      '2\t廊道绿化\t县交通局\t县住建局\t4月底',
    ],
    'a cell a line':
      '序号 工作任务 责任单位 时限 牵头单位 配合单位 1 荒山造林 县林业局 各乡镇 11月底 2 廊道绿化 县交通局 县住建局 4月底'.split(
        ' ',
      ),
    'a cell a line with bars':
      '序号 工作任务 责任单位 时限 牵头单位 配合单位 1 荒山造林 县林业局 各乡镇 11月底 2 廊道绿化 县交通局 县住建局 4月底'
        .split(' ')
        .map((cell) => `${cell} |`),
  };
  for (const [manner, lines] of Object.entries(manners))
    it(`are read in ${manner}`, () => assert.deepEqual(rowsOf(tableOf(...lines)), rows));

  it('leave a table as it is whose second row is none of them', () => {
    const table = tableOf(
      '| 序号 | 工作任务 | 责任单位 | 时限 |',
      '| --- | --- | --- | --- |',
      '| 1 | 工作措施 | 牵头单位 | 6月底 |',
      '| | 修路 | 县交通局 | |',
    );
    assert.deepEqual(
      table.columns.map(({ header }) => header.value),
      ['序号', '工作任务', '责任单位', '时限'],
    );
    assert.equal(table.rows.length, 2);
  });
});

describe('Task tables', () => {
  it('have groups whose numeral has a cell of its own', () => {
    const { tables } = readDraft(
      [
        '2026年任务分工',
        '',
        '序号\t工作任务\t责任单位\t时限',
        '一\t基础设施',
        '1\t修路\t县交通局\t6月底',
        '（二）\t生态环境\t\t',
        '2\t种树\t县林业局\t3月底',
        '三\t治污\t县生态环境局\t年底',
      ].join('\n'),
    );
    assert.deepEqual(
      tables.flatMap((table) => table.rows.map(({ name }) => name)),
      ['修路', '种树', '治污'],
    );
  });

  it('go on over the numbers of pages', () => {
    const plain = [
      '序号',
      '工作任务',
      '— 1 —',
      '责任单位',
      '1',
      '修路',
      '县交通局',
      '— 2 —',
      '2',
      '种树',
      '县林业局',
    ];
    const rows = ['序号\t工作任务\t责任单位', '1\t修路\t县交通局', '— 1 —', '2\t种树\t县林业局'];
    const spaced = ['序号 工作任务 责任单位', '1 修路 县交通局', '-1-', '2 种树 县林业局'];
    for (const lines of [plain, rows, spaced]) {
      const { tables } = readDraft(['2026年任务分工', '', ...lines].join('\n'));
      assert.deepEqual(
        tables.flatMap((table) => table.rows.map(({ name, units }) => `${name} ${units[0]?.value}`)),
        ['修路 县交通局', '种树 县林业局'],
      );
    }
  });

  it('are read from GFM with names filled down and merged rows', () => {
    const table = tableOf(
      '| 序号 | 重点任务 | 工作目标 | 牵头单位 | 配合单位 | 完成时限 |',
      '| :-: | --- | --- | --- | --- | --- |',
      '| 1 | 校园安全 | 检查100所 | 县教育局 | 县公安局 | 2026年6月底前 |',
      '| 2 |  | 培训20场 | 县教育局 |  |  |',
      '|  |  | 演练2次 | 县应急管理局 |  |  |',
      '|  | 医疗提升 | 新建1所 | 县卫生健康局 |  |  |',
    );
    assert.deepEqual(
      table.columns.map((column) => column.role),
      ['number', 'name', 'target', 'lead', 'support', 'deadline'],
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 校园安全 | 检查100所 | *县教育局、县公安局',
      '2/2 校园安全 | 培训20场 | *县教育局',
      '-/- 校园安全 | 演练2次 | *县应急管理局',
      '-/3 医疗提升 | 新建1所 | *县卫生健康局',
    ]);
    assert.equal(table.attachment, 1);
    assert.equal(table.title, '任务分解表');
  });

  it('are read from text with one cell a line after tabs', () => {
    const table = tableOf(
      '',
      '\t序号',
      '\t名  称',
      '\t目标（内容）',
      '\t责任单位',
      '',
      '\t1',
      '\t校园安全',
      '',
      '\t0',
      '\t县教育局牵头，县公安局配合',
      '',
      '\t2',
      '\t',
      '\t',
      '建立台账。',
      '',
      '\t县教育局',
      ' \t医疗提升',
      '\t新建1所',
      '\t县卫生健康局',
      '',
      '\t',
      '\t',
      '\t改造2所',
      '\t县财政局',
      '',
      '\t4',
      '\t防汛',
      '\t加固堤防。',
      '\t',
    );
    assert.equal(table.source, 'flattened');
    assert.deepEqual(rowsOf(table), [
      '1/1 校园安全 | 0 | *县教育局、县公安局',
      '2/2 校园安全 | 建立台账。 | 县教育局',
      '-/3 医疗提升 | 新建1所 | 县卫生健康局',
      '-/- 医疗提升 | 改造2所 | 县财政局',
      '4/4 防汛 | 加固堤防。 | ',
    ]);
  });

  it('are read from text with one cell a line and nothing else', () => {
    const table = tableOf(
      '序号',
      '任务名称',
      '具体措施',
      '责任单位',
      '1',
      '校园安全',
      '检查100所学校。',
      '县教育局、县公安局',
      '2',
      '建立隐患台账，实行销号管理，做到底数清、情况明、措施实。',
      '县教育局',
      '3',
      '医疗提升',
      '新建医院1所。',
      '改造卫生院2所。',
      '县卫生健康局',
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 校园安全 | 检查100所学校。 | 县教育局、县公安局',
      '2/2 校园安全 | 建立隐患台账，实行销号管理，做到底数清、情况明、措施实。 | 县教育局',
      '3/3 医疗提升 | 新建医院1所。\n改造卫生院2所。 | 县卫生健康局',
    ]);
  });

  it('have no row that only heads others, in one cell, in all of them or on a line of its own', () => {
    const header = ['| 序号 | 任务 | 责任单位 |', '| --- | --- | --- |'];
    const expected = ['1/1 种粮 |  | 县农业农村局', '2/2 养猪 |  | 县畜牧中心', '3/3 二、修路 |  | 县交通局'];
    const rows = ['| 1 | 种粮 | 县农业农村局 |', '| 2 | 养猪 | 县畜牧中心 |', '| 3 | 二、修路 | 县交通局 |'];
    const [first = '', ...others] = rows;
    assert.deepEqual(rowsOf(tableOf(...header, '| 一、种植 | | |', first, ...others)), expected);
    const merged = '| （二）养殖 | （二）养殖 | （二）养殖 |';
    assert.deepEqual(rowsOf(tableOf(...header, first, merged, ...others)), expected);
    const tabbed = (row: string): string => row.replace(/^\| | \|$/g, '').replaceAll(' | ', '\t');
    const flattened = [
      '序号\t任务\t责任单位',
      tabbed(first),
      '二、养殖',
      '',
      ...others.map(tabbed),
      '三、完',
    ];
    assert.deepEqual(rowsOf(tableOf(...flattened)), expected);
  });

  it('are read past lines over a group of rows, below the header and between rows', () => {
    const header = ['序号', '目  标  任  务', '牵头单位', '责任单位', '责任人'];
    const first = ['1', '★生产总值增长15%。', '县发改局', '县统计局', '张某'];
    const second = ['2', '粮食播种60万亩。', '县农业农村局', '各乡镇', '一、二组周某'];
    const group = (title: string): string => `${title}工作目标（牵头领导：成某、柯某某）`;
    const table = tableOf(...header, group('一、经济发展、'), ...first, group('二、农业农村'), ...second);
    assert.deepEqual(rowsOf(table), [
      '1/1 ★生产总值增长15%。 |  | *县发改局、县统计局',
      '2/2 粮食播种60万亩。 |  | *县农业农村局、各乡镇',
    ]);
  });

  it('are read from text with one row a line, cells apart by tabs', () => {
    const table = tableOf(
      '序号\t任务\t目标\t责任单位',
      '1\t校园安全\t检查100所\t县教育局',
      '2\t\t培训20场\t县教育局',
      '3\t医疗提升\t新建1所\t县卫生健康局',
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 校园安全 | 检查100所 | 县教育局',
      '2/2 校园安全 | 培训20场 | 县教育局',
      '3/3 医疗提升 | 新建1所 | 县卫生健康局',
    ]);
  });

  it('name their rows by the task, not by the field that groups tasks, where there is content besides', () => {
    const header = ['序号', '工作领域', '重点任务', '具体措施', '责任单位'];
    const row = ['1', '教育', '校园安全', '检查100所', '县教育局'];
    const table = tableOf(header.join('\t'), row.join('\t'));
    assert.deepEqual(rowsOf(table), ['1/1 校园安全 | 检查100所 | 县教育局']);
    const [without, cells] = [header, row].map((all) => all.filter((_, i) => i !== 3).join('\t'));
    assert.deepEqual(rowsOf(tableOf(without ?? '', cells ?? '')), ['1/1 教育 | 校园安全 | 县教育局']);
  });

  it('name no units in columns of people, and units where people are named beside them', () => {
    const table = tableOf(
      '| 序号 | 重点任务 | 牵头领导 | 责任单位（责任人） | 联系人 | 配合单位 |',
      '| :-: | --- | --- | --- | --- | --- |',
      '| 1 | 校园安全 | 张三 | 县教育局 | 李四 | 县公安局 |',
    );
    assert.deepEqual(
      table.columns.map((column) => column.role),
      ['number', 'name', 'other', 'unit', 'other', 'support'],
    );
    assert.deepEqual(rowsOf(table), ['1/1 校园安全 |  | 县教育局、县公安局']);
  });

  it('are named by their only column of content, whatever it is called', () => {
    for (const content of ['目标与任务', '工作内容', '重点任务'])
      assert.deepEqual(
        rowsOf(
          tableOf(
            `| 序号 | ${content} | 责任单位 |`,
            '| :-: | --- | --- |',
            '| 1 | 新建学校3所 | 县教育局 |',
          ),
        ),
        ['1/1 新建学校3所 |  | 县教育局'],
      );
  });

  it('are read from text with one row a line, cells apart by bars', () => {
    const rows = [
      '1/1 校园安全 | 检查100所 | 县教育局',
      '2/2 校园安全 | 培训20场 | 县教育局',
      '3/3 医疗提升 | 新建1所 | 县卫生健康局',
    ];
    const lines = ['序号 | 任务 | 目标 | 责任单位', '1 | 校园安全 | 检查100所 | 县教育局'];
    const more = ['2 | | 培训20场 | 县教育局', '3 | 医疗提升 | 新建1所 | 县卫生健康局'];
    assert.deepEqual(rowsOf(tableOf(...lines, ...more)), rows);
    assert.deepEqual(rowsOf(tableOf(...[...lines, ...more].map((line) => `| ${line} |`))), rows);
  });

  it('are read from text with a bar after every cell, on a line of its own', () => {
    const cells = [
      ['序号', '任务', '目标', '责任单位', '完成时限'],
      ['1', '校园安全', '检查100所', '县教育局牵头，县公安局配合', '6月底前'],
      ['培训20场', '县教育局', '全年'],
      ['2', '医疗提升', '新建1所\n改造2所', '', '年底前'],
      ['4', '养老服务', '新增床位300张', '县民政局', '年底前'],
    ].flat();
    const table = tableOf(...cells.flatMap((cell) => [cell, '|']), '联系电话：12345');
    assert.deepEqual(rowsOf(table), [
      '1/1 校园安全 | 检查100所 | *县教育局、县公安局',
      '-/- 校园安全 | 培训20场 | 县教育局',
      '2/2 医疗提升 | 新建1所\n改造2所 | ',
      '4/3 养老服务 | 新增床位300张 | 县民政局',
    ]);
    assert.equal(table.rows[1]?.deadlines[0]?.value, '全年');
  });

  it('end with the bar after their last cell', () => {
    const text = [
      ...PLAN,
      '附件',
      '分工表',
      '序号|',
      '任务|',
      '责任单位',
      '|',
      '1|',
      '校园安全|',
      '县教育局',
      '|',
    ].join('\n');
    assert.equal(readDraft(`${text}\n联系电话：12345`).tables[0]?.range.end, text.length);
  });

  it('are read from text with a bar at the end of every cell, the last one without', () => {
    const cells = ['序号', '任务', '目标', '责任单位', '1', '校园安全', '检查100所', '县教育局'];
    const table = tableOf(...cells.map((cell, i) => (i < cells.length - 1 ? `${cell} |` : cell)));
    assert.deepEqual(rowsOf(table), ['1/1 校园安全 | 检查100所 | 县教育局']);
  });

  it('are read without a number column, rows moved under the headers that their cells fit', () => {
    const table = tableOf(
      '重点任务 | 工作要求 | 责任科室 | 完成时限 |',
      '一、做好宣传。 | 1.办好专栏。 | 宣传科 | 6月底前 |',
      '2.开展培训。 | 各科室 | 全年 | |',
      '3.更新图册。 | 办公室牵头，各科室配合 | 每季度 | |',
      '二、加强监督。 | 4.公布电话。 | 办公室 | 年底前 |',
    );
    assert.deepEqual(rowsOf(table), [
      '-/- 一、做好宣传。 | 1.办好专栏。 | 宣传科',
      '-/- 一、做好宣传。 | 2.开展培训。 | 各科室',
      '-/- 一、做好宣传。 | 3.更新图册。 | *办公室、各科室',
      '-/- 二、加强监督。 | 4.公布电话。 | 办公室',
    ]);
    assert.equal(table.rows[1]?.deadlines[0]?.value, '全年');
  });

  it('are read with numbers under no header of their own, a bar after every cell', () => {
    const cells = ['工作任务', '具体要求', '责任科室', '时限要求'];
    const first = ['宣传解读', '1', '办好政策专栏。', '宣传科', '年底前'];
    const more = [
      '2',
      '组织培训两期。',
      '各科室',
      '持续推进',
      '监督检查',
      '3',
      '公布电话。',
      '办公室',
      '6月底前',
    ];
    const table = tableOf(...[...cells, ...first, ...more].flatMap((cell) => [cell, '|']));
    assert.deepEqual(rowsOf(table), [
      '1/1 宣传解读 | 办好政策专栏。 | 宣传科',
      '2/2 宣传解读 | 组织培训两期。 | 各科室',
      '3/3 监督检查 | 公布电话。 | 办公室',
    ]);
  });

  it('are read with headers broken over two lines and several units one below the other', () => {
    const table = tableOf(
      ...['序号', '惠民实事', '责任', '单位', '完成时限'],
      ...['1', '新建口袋公园3处。', '县城管局', '县园林中心', '9月底前'],
      ...['2', '改造菜市场1个。', '县商务局', '12月底前'],
    );
    assert.deepEqual(
      table.columns.map(({ header }) => header.value),
      ['序号', '惠民实事', '责任单位', '完成时限'],
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 新建口袋公园3处。 |  | 县城管局、县园林中心',
      '2/2 改造菜市场1个。 |  | 县商务局',
    ]);
  });

  it('are read without numbers, a cell a line, where every row fits; lines over a group of rows are none', () => {
    const group = '（一）权力清单公开';
    const row = ['公开权责清单', '法规科', '各科室', '及时更新。'];
    const table = tableOf('工作任务', '牵头科室', '责任科室', '工作要求', group, ...row, ...row);
    const read = '-/- 公开权责清单 | 及时更新。 | *法规科、各科室';
    assert.deepEqual(rowsOf(table), [read, read]);
  });

  it('end with the row whose last cell is a time, though its units take several lines', () => {
    const rows = [
      '1',
      '新建天桥',
      '县住建局',
      '9月底前',
      '2',
      '迁建大厅',
      '县政务中心',
      '县代建中心',
      '12月底前',
    ];
    const table = tableOf('序号', '民生实事', '责任单位', '完成时限', ...rows);
    assert.deepEqual(rowsOf(table), [
      '1/1 新建天桥 |  | 县住建局',
      '2/2 迁建大厅 |  | 县政务中心、县代建中心',
    ]);
    assert.deepEqual(
      table.rows.map(({ deadlines }) => deadlines.map(({ value }) => value)),
      [['9月底前'], ['12月底前']],
    );
  });

  it('are read from lines whose cells stand apart by spaces', () => {
    const table = tableOf(
      '序号 工 作 任 务 牵头负责单位',
      '1 新增就业3000人 县人力社保局',
      '2 新建公厕 6座， 改造管网 县城管局',
    );
    assert.deepEqual(rowsOf(table), [
      '1/1 新增就业3000人 |  | *县人力社保局',
      '2/2 新建公厕 6座， 改造管网 |  | *县城管局',
    ]);
  });

  it('are read below the title where the whole plan is a table', () => {
    const text = [
      '青岚县2026年民生实事任务分解表',
      '项目名称 | 建设内容 | 责任单位 |',
      '健身步道 | 新建2条 | 县体育局 |',
    ];
    const draft = readDraft(text.join('\n'));
    assert.equal(draft.title?.value, '青岚县2026年民生实事任务分解表');
    assert.deepEqual(draft.tables.map(rowsOf), [['-/- 健身步道 | 新建2条 | 县体育局']]);
    assert.deepEqual(draft.outline, []);
  });

  it('are read below a notice that lists them', () => {
    const notice = [
      '青岚县人民政府办公室关于分解民生实事的通知',
      '各乡镇：',
      '现将任务分解下达，请抓好落实。',
    ];
    const list = ['附件：民生实事分解表', '青岚县人民政府办公室', '2026年2月1日', '附件', '民生实事分解表'];
    const rows = ['序号', '实事', '责任单位', '1', '新建公厕2座。', '县住建局'];
    const draft = readDraft([...notice, ...list, ...rows].join('\n'));
    assert.deepEqual(draft.tables.map(rowsOf), [['1/1 新建公厕2座。 |  | 县住建局']]);
  });

  it('locate every cell in the source', () => {
    const text = [...PLAN, '附件1', '表', '序号\t任务\t责任单位', '1\t校园安全\t县教育局'].join('\n');
    const row = readDraft(text).tables[0]?.rows[0];
    assert.ok(row);
    assert.deepEqual(
      row.cells.map((cell) => text.slice(cell.range.start, cell.range.end)),
      ['1', '校园安全', '县教育局'],
    );
    const unit = row.units[0];
    assert.equal(unit && text.slice(unit.range.start, unit.range.end), '县教育局');
  });

  it('do not swallow the body: a list of short lines is no table', () => {
    const draft = readDraft([...PLAN, '序号', '说明文字在此。', '（三）加强宣传。'].join('\n'));
    assert.deepEqual(draft.tables, []);
    assert.equal(draft.tasks.length, 3);
  });
});

describe('Rows and tasks', () => {
  it('are none without numbers where the cells do not fit the headers', () => {
    const lines = ['工作任务', '责任单位', '完成时限', '加强宣传教育。', '广泛开展活动。', '营造浓厚氛围。'];
    assert.deepEqual(readDraft([...PLAN, '附件1', '分工说明', ...lines].join('\n')).tables, []);
    const headings = ['主要任务', '责任单位', '（三）加强督导。'];
    assert.equal(readDraft([...PLAN, ...headings].join('\n')).outline.length, 4);
  });

  it('hold the tasks where nothing else stands below a heading', () => {
    const table = '| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 建厂1座 | 县水利局 |';
    const tasksOf = (...lines: string[]): string[] =>
      readDraft(['# 云溪县2026年工作要点', '一、重点任务', ...lines].join('\n\n')).tasks.map(
        ({ title }) => title,
      );
    assert.deepEqual(tasksOf('（一）供水', table, '（二）防汛', table), []);
    assert.deepEqual(tasksOf('（一）供水', '各厂按下表建设。', table, '（二）防汛', table), ['供水']);
    assert.deepEqual(tasksOf('（一）供水', '1.建厂', table, '（二）防汛。修堤2公里。'), ['防汛']);
    assert.deepEqual(tasksOf('（一）供水', '（二）防汛', '附件1', '任务表', table), ['供水', '防汛']);
  });

  it('are linked by title, by its distinctive part, or by a title a word apart', () => {
    const draft = readDraft(
      [
        ...PLAN,
        '（三）提升综合统领能力。',
        '附件1',
        '任务分解表',
        '| 序号 | 名称 | 目标 | 责任单位 |',
        '| --- | --- | --- | --- |',
        '| 1 | 校园安全 | 检查100所 | 县教育局 |',
        '| 2 | 实施医疗提升工程 | 新建1所 | 县卫生健康局 |',
        '| 3 | 提升综合统筹统领能力 | 建机制 | 县应急管理局 |',
        '| 4 | 防汛抗旱 | 加固堤防 | 县水利局 |',
      ].join('\n'),
    );
    assert.deepEqual(
      draft.tasks.map((task) => task.rows.map((row) => row.no?.value)),
      [['1'], ['2'], ['3']],
    );
    assert.deepEqual(draft.tasks[0]?.complete, { target: true, unit: true, deadline: false });
  });

  it('stay apart where two tasks would fit', () => {
    const draft = readDraft(
      [
        '# 青岚县2026年工作要点',
        '一、开展道路安全整治。',
        '二、加强道路安全宣传。',
        '附件',
        '清单',
        '| 序号 | 名称 | 责任单位 |',
        '| --- | --- | --- |',
        '| 1 | 道路安全 | 县公安局 |',
      ].join('\n'),
    );
    assert.deepEqual(
      draft.tasks.map((task) => task.rows.length),
      [0, 0],
    );
  });
});

describe('Attachments', () => {
  it('have a title that ends above the cells of a table, tasks or not', () => {
    for (const head of ['单位\t姓名\t电话', '单位    姓名    电话']) {
      const lines = ['# 要点', '一、甲', '1．乙。', '附件1', '联络员', '名单', head, '县水利局\t张某\t123'];
      assert.deepEqual(
        readDraft(lines.join('\n')).attachments.map(({ title }) => title?.value),
        ['联络员名单'],
      );
    }
    const spaced = ['# 要点', '一、甲', '1．乙。', '附件1', '云溪县  2026年', '联络员名单', '甲。'];
    assert.equal(readDraft(spaced.join('\n')).attachments[0]?.title?.value, '云溪县  2026年联络员名单');
  });

  it('are told from the list of attachments', () => {
    const draft = readDraft(
      [
        ...PLAN,
        '附件：1．任务分解表',
        '2．重点清单',
        '          3．平台',
        '4．名录',
        '',
        '附件1',
        '任务分解表',
        '一、甲',
        '1．乙',
        '附件2　重点清单',
        '二、丙',
      ].join('\n'),
    );
    assert.deepEqual(
      draft.attachmentsListed.map((entry) => `${entry.number} ${entry.title} ${entry.marker?.flaws.join()}`),
      ['1 任务分解表 ', '2 重点清单 ', '3 平台 stray-space', '4 名录 '],
    );
    assert.deepEqual(
      draft.attachments.map(
        (attachment) => `${attachment.number} ${attachment.title?.value} ${attachment.items.length}`,
      ),
      ['1 任务分解表 1', '2 重点清单 1'],
    );
    assert.equal(draft.outline.length, 3);
  });

  it('may be listed with spaces that align the names', () => {
    const draft = readDraft([...PLAN, '附件：1.任务分解表', '      2.重点清单', '      3.名录'].join('\n'));
    assert.deepEqual(
      draft.attachmentsListed.map((entry) => entry.marker?.flaws),
      [[], [], []],
    );
  });

  it('may be one without a number, or be listed by label', () => {
    const single = readDraft([...PLAN, '附件：任务分解表'].join('\n'));
    assert.deepEqual(
      single.attachmentsListed.map((entry) => [entry.number, entry.title]),
      [[undefined, '任务分解表']],
    );
    const labelled = readDraft(
      [...PLAN, '附件1：任务分解表', '附件2：重点清单', '附件1', '任务分解表'].join('\n'),
    );
    assert.equal(labelled.attachmentsListed.length, 2);
    assert.equal(labelled.attachments.length, 1);
  });
});
