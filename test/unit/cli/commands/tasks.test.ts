import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { INVENTED_DRAFT } from '../../../support/invented-draft';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const inventedFiles = (): InMemoryFiles => new InMemoryFiles({ 'a.要点.md': INVENTED_DRAFT });

/** One task whose title a spreadsheet would take for a formula. */
const FORMULA_DRAFT = '2026年工作要点\n一、任务\n（一）=1+1。达标率100%，见“甲|乙”。\n（二）-2日内办结\n';

describe('tasks', () => {
  it('prints exactly the fields of the contract as JSON', async () => {
    const { code, stdout } = await runInMemory(['tasks', 'a.要点.md', '--format', 'json'], inventedFiles());
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      tasks: [
        {
          number: 1,
          marker: '1．',
          title: '公开重大决策目录',
          line: 17,
          section: '（一）推进决策公开',
          clauses: ['牵头单位：县司法局；责任单位：县财政局、各乡镇（街道）；完成时限：2026年6月底前'],
          leads: ['县司法局'],
          units: ['县司法局', '县财政局'],
          collectives: ['各乡镇（街道）'],
          deadlines: [{ text: '2026年6月底前', date: '2026-06-30' }],
          frequencies: [],
          targets: ['公开率达到100%'],
          complete: { target: true, unit: true, deadline: true },
        },
        {
          number: 2,
          marker: '2．',
          title: '办好政民互动',
          line: 18,
          section: '（一）推进决策公开',
          clauses: ['县政务服务中心牵头，县融媒体中心配合'],
          leads: ['县政务服务中心'],
          units: ['县政务服务中心', '县融媒体中心'],
          collectives: [],
          deadlines: [],
          frequencies: ['每季度至少开展1次政府开放日活动'],
          targets: [],
          complete: { target: false, unit: true, deadline: false },
        },
        {
          number: 3,
          marker: '3．',
          title: '整合政务新媒体',
          line: 20,
          section: '（二）强化平台建设',
          clauses: ['责任单位：县融媒体中心'],
          leads: [],
          units: ['县融媒体中心'],
          collectives: [],
          deadlines: [],
          frequencies: [],
          targets: [],
          complete: { target: true, unit: true, deadline: true },
        },
      ],
      tables: [
        {
          attachment: 1,
          title: '重点任务责任分解表',
          line: 30,
          columns: ['序号', '名称', '目标', '责任单位', '完成时限'],
          rows: [
            {
              no: '1',
              name: '整合政务新媒体',
              target: '账号总数减少3个',
              leads: ['县融媒体中心'],
              units: ['县融媒体中心', '县教育局'],
              collectives: [],
              deadlines: [{ text: '2026年9月底前', date: '2026-09-30' }],
              line: 32,
            },
            {
              no: '2',
              name: '整合政务新媒体',
              target: '正常更新率100%',
              leads: [],
              units: [],
              collectives: ['各乡镇（街道）'],
              deadlines: [],
              line: 33,
            },
          ],
        },
      ],
    });
  });

  it('says of each task which file it is from when there are several', async () => {
    const files = new InMemoryFiles({ 'x/a.txt': FORMULA_DRAFT, 'x/b.txt': FORMULA_DRAFT });
    const { stdout } = await runInMemory(['tasks', 'x', '--format', 'json'], files);
    const { tasks } = JSON.parse(stdout) as { tasks: { path: string; number: number }[] };
    assert.deepEqual(
      tasks.map(({ path, number }) => `${path} ${number}`),
      ['x/a.txt 1', 'x/a.txt 2', 'x/b.txt 1', 'x/b.txt 2'],
    );
  });

  it('aligns a table in columns of the width Chinese takes, within the terminal', async () => {
    const { stdout } = await runInMemory(['tasks', 'a.要点.md'], inventedFiles());
    const lines = stdout.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^来源 +编号 +任务 +目标 +责任单位 +完成时限 +缺项 +行$/u);
    assert.match(stdout, /^正文 +2． +办好政民互动 .*目标、完成时限 +18$/mu);
    assert.match(stdout, /^附件1 +1 +整合政务新媒体 .*2026年9月底前 +32$/mu);
    const narrow = { stdout: '' };
    await runInMemory(['tasks', 'a.要点.md'], inventedFiles(), {
      io: {
        stdout: { isTerminal: true, columns: 80, write: (chunk) => void (narrow.stdout += String(chunk)) },
      },
    });
    const width = (line: string): number =>
      [...line].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 2 : 1), 0);
    const widest = Math.max(...narrow.stdout.split('\n').map(width));
    assert.ok(widest <= 80, `${widest} columns`);
  });

  it('repeats a task under each of its units', async () => {
    const { stdout } = await runInMemory(
      ['tasks', 'a.要点.md', '--by', 'unit', '--format', 'md'],
      inventedFiles(),
    );
    const groups = stdout.split(/^## /mu).slice(1);
    const titles = groups.map((group) => group.split('\n')[0]);
    assert.deepEqual(titles, [
      '县司法局',
      '县财政局',
      '各乡镇（街道）',
      '县政务服务中心',
      '县融媒体中心',
      '县教育局',
    ]);
    assert.match(
      groups[4] ?? '',
      /\| 2． \| 办好政民互动 \|[^]*\| 3． \| 整合政务新媒体 \|[^]*\| 附件1 \| 1 \|/u,
    );
  });

  it('puts dated deadlines first, in order, and tasks without any last', async () => {
    const { stdout } = await runInMemory(
      ['tasks', 'a.要点.md', '--by', 'deadline', '--format', 'md'],
      inventedFiles(),
    );
    assert.deepEqual(
      [...stdout.matchAll(/^## (.*)$/gmu)].map(([, name]) => name),
      ['2026-06-30', '2026-09-30', '（没有写明完成时限）'],
    );
  });

  it('writes CSV that Excel opens as UTF-8 and takes for no formula', async () => {
    const { stdout } = await runInMemory(['tasks', '-', '--format', 'csv'], inventedFiles(), {
      stdin: FORMULA_DRAFT,
    });
    assert.equal(stdout.charCodeAt(0), 0xfeff);
    const [head, first, second] = stdout.slice(1).split('\r\n');
    assert.equal(head, '来源,编号,任务,章节,目标,频次,牵头单位,责任单位,有关单位,完成时限,截止日期,缺项,行');
    assert.match(first ?? '', /^正文,（一）,'=1\+1,一、任务,/u);
    assert.match(second ?? '', /^正文,（二）,'-2日内办结,/u);
  });

  it('quotes CSV fields with commas and quotes', async () => {
    const stdin = '2026年工作要点\n一、任务\n（一）办好"一件事",及时\n';
    const { stdout } = await runInMemory(['tasks', '-', '--format', 'csv'], inventedFiles(), { stdin });
    assert.ok(stdout.includes(',"办好""一件事"",及时",'), stdout);
  });

  it('escapes what Markdown would read', async () => {
    const stdin = '2026年工作要点\n一、任务\n（一）办好|*一件事*<b>\n';
    const { stdout } = await runInMemory(['tasks', '-', '--format', 'md'], inventedFiles(), { stdin });
    assert.ok(stdout.includes('| 办好\\|\\*一件事\\*\\<b> |'), stdout);
  });

  it('writes a workbook with a frozen, filterable header, widths and no formulas', async () => {
    const files = new InMemoryFiles({ 'f.txt': FORMULA_DRAFT });
    const { code, stderr } = await runInMemory(['tasks', 'f.txt', '-o', '台账.xlsx'], files);
    assert.equal(code, 0);
    assert.match(stderr, /已写入 台账\.xlsx/u);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(files.read('台账.xlsx').slice().buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('任务台账');
    assert.ok(sheet);
    assert.equal(sheet.getCell('C1').value, '任务');
    assert.equal(sheet.getCell('C2').value, "'=1+1");
    assert.equal(sheet.getCell('C3').value, "'-2日内办结");
    assert.equal(sheet.getCell('M2').value, 3);
    assert.equal(sheet.views[0]?.state, 'frozen');
    assert.equal(sheet.autoFilter, 'A1:M3');
    assert.equal(sheet.getColumn(3).width, 32);
  });

  it('does not overwrite a file unless forced, and never the draft itself', async () => {
    const files = inventedFiles();
    files.put('t.csv', '旧');
    const refused = await runInMemory(['tasks', 'a.要点.md', '-o', 't.csv'], files);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /文件已存在.*t\.csv\n.*--force/u);
    assert.equal(files.textOf('t.csv'), '旧');
    assert.equal((await runInMemory(['tasks', 'a.要点.md', '-o', 't.csv', '--force'], files)).code, 0);
    assert.match(files.textOf('t.csv'), /公开重大决策目录/u);
    const own = await runInMemory(['tasks', 'a.要点.md', '-o', './a.要点.md', '--force'], files);
    assert.equal(own.code, 2);
    assert.match(own.stderr, /就是输入的稿件/u);
    assert.equal(files.textOf('a.要点.md'), INVENTED_DRAFT);
  });

  it('does not pour a workbook into a terminal', async () => {
    const stdout = { isTerminal: true, columns: 80, write: () => assert.fail('written') };
    const { code, stderr } = await runInMemory(['tasks', 'a.要点.md', '--format', 'xlsx'], inventedFiles(), {
      io: { stdout },
    });
    assert.equal(code, 2);
    assert.match(stderr, /-o/u);
  });

  it('lists what it can read and fails for the rest', async () => {
    const { code, stdout, stderr } = await runInMemory(['tasks', 'a.要点.md', '无.md'], inventedFiles());
    assert.equal(code, 2);
    assert.match(stdout, /办好政民互动/u);
    assert.match(stderr, /找不到 无\.md/u);
  });
});
