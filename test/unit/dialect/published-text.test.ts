import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import type { Draft } from '../../../server/src/dialect/model';
import { outlineOf, tasksOf } from './outline-of';

function noticeOf({ notice }: Draft): Record<string, unknown> {
  return {
    title: notice.title?.value,
    issuer: notice.issuer?.value,
    docNumber: notice.docNumber?.value,
    addressees: notice.addressees?.value,
    signature: notice.signature?.value,
    date: notice.date?.date,
    note: notice.note?.value,
    cc: notice.cc.map((unit) => unit.value),
    printer: notice.printer?.value,
    printDate: notice.printDate?.date,
  };
}

const NOTHING = {
  title: undefined,
  issuer: undefined,
  docNumber: undefined,
  addressees: undefined,
  signature: undefined,
  date: undefined,
  note: undefined,
  cc: [],
  printer: undefined,
  printDate: undefined,
};

describe('Published text', () => {
  it('has one task where its numbered points are called as fields are, by a colon or alone', () => {
    const lines = [
      '（一）治污水',
      '1.目标任务。建管网3公里。',
      '2.责任单位。县住建局、县水利局。',
      '3.完成时限。2026年9月。',
      '（二）种粮食。',
      '1.工作目标：种2万亩。',
      '2.主要措施：发放补贴。',
      '3.牵头单位：县农业农村局',
      '4.完成时间：9月底前',
    ];
    const { tasks } = readDraft(['云溪县2026年工作要点', '一、重点任务', ...lines].join('\n'));
    assert.deepEqual(
      tasks.map(({ title, fields: { units, deadlines, targets } }) => [
        title,
        units.map(({ value, role }) => `${value} ${role}`),
        deadlines.map(({ value }) => value),
        targets.map(({ value }) => value),
      ]),
      [
        ['治污水', ['县住建局 responsible', '县水利局 responsible'], ['2026年9月'], ['建管网3公里']],
        ['种粮食', ['县农业农村局 lead'], ['9月底前'], ['种2万亩']],
      ],
    );
  });

  it('has tasks of their own where points are called as tasks are, or say only what is to be done', () => {
    const titles = (...lines: string[]): string[] =>
      readDraft(['云溪县2026年工作要点', '一、重点任务', '（一）抓落实', ...lines].join('\n')).tasks.map(
        ({ title }) => title,
      );
    const duties = ['1.责任落实。各乡镇要压实责任。', '2.完善制度。年底前出台办法。'];
    assert.deepEqual(titles(...duties), ['责任落实', '完善制度']);
    assert.deepEqual(titles('1.责任单位。县教育局。', '2.修校舍。修3所。', '3.招教师。招9人。').length, 3);
    assert.deepEqual(titles('1.具体目标。建3所。', '2.具体措施。县教育局牵头修建。').length, 2);
  });

  it('names no units behind a title that is no label without a colon', () => {
    const text = ['云溪县2026年工作要点', '一、重点任务', '1.责任落实。各乡镇、县教育局。'].join('\n');
    assert.deepEqual(readDraft(text).tasks[0]?.fields.clauses, []);
  });

  it('names once the units that stand in brackets behind a title that is a label', () => {
    const points = ['1.建校舍。建3所。', '2.责任单位。（县教育局、县财政局）', '3.完成时限。9月。'];
    const text = ['云溪县2026年工作要点', '一、重点任务', '（一）办学', ...points].join('\n');
    const { tasks } = readDraft(text);
    assert.deepEqual(
      tasks.map(({ fields: { units } }) => units.map(({ value }) => value)),
      [['县教育局', '县财政局']],
    );
  });

  it('has titles whose characters are set apart, and names of two that issue it on one line', () => {
    const titles = ['云溪县2026年节水', '工 作 要 点', '一、节水', '（一）改管网。'].join('\n');
    assert.equal(readDraft(titles).title?.value, '云溪县2026年节水工 作 要 点');
    const hospital = ['云 溪 县 医 院', '2026 年 工 作 计 划', '一、门诊', '（一）改流程。'].join('\n');
    assert.equal(readDraft(hospital).title?.value, '云 溪 县 医 院2026 年 工 作 计 划');
    const other = ['云溪县2026年工作要点', '各 位 代 表', '一、节水', '（一）改管网。'].join('\n');
    assert.equal(readDraft(other).title?.value, '云溪县2026年工作要点');
    const { signature, issuer } = readDraft(
      [
        '中共云溪县委办公室\u00a0\u00a0云溪县人民政府办公室',
        '关于印发《2026年工作要点》的通知',
        '各镇党委、政府：',
        '现将《2026年工作要点》印发给你们。',
        '中共云溪县委办公室\u00a0\u00a0云溪县人民政府办公室',
        '2026年3月5日',
        '2026年工作要点',
        '一、节水',
        '（一）改管网。',
      ].join('\n'),
    ).notice;
    const both = '中共云溪县委办公室\u00a0\u00a0云溪县人民政府办公室';
    assert.deepEqual([signature?.value, issuer?.value], [both, both]);
  });

  it('is read with the notice before the plan and the imprint after it', () => {
    const draft = readDraft(
      [
        '青岚府办发〔2026〕7号',
        '',
        '青岚县人民政府办公室',
        '关于印发《青岚县2026年政务公开',
        '',
        '工作要点》的通知',
        '各乡镇人民政府、街道办事处，',
        '县级各部门：',
        '《青岚县2026年政务公开工作要点》已经县政府同意，现印发给你们，请认真贯彻落实。',
        '青岚县人民政府办公室',
        '2026年4月2日',
        '（此件公开发布）',
        '青岚县2026年政务公开工作要点',
        '为做好今年工作，制定本要点。',
        '一、深化公开',
        '（一）公开权力清单。（责任单位：县司法局）',
        '抄送：县委办公室，县人大常委会办公室、县政协办公室，',
        '县监委。',
        '青岚县人民政府办公室　　　2026年4月3日印发',
      ].join('\n'),
    );
    assert.deepEqual(noticeOf(draft), {
      title: '青岚县人民政府办公室关于印发《青岚县2026年政务公开工作要点》的通知',
      issuer: '青岚县人民政府办公室',
      docNumber: '青岚府办发〔2026〕7号',
      addressees: '各乡镇人民政府、街道办事处，县级各部门',
      signature: '青岚县人民政府办公室',
      date: '2026-04-02',
      note: '（此件公开发布）',
      cc: ['县委办公室', '县人大常委会办公室', '县政协办公室', '县监委'],
      printer: '青岚县人民政府办公室',
      printDate: '2026-04-03',
    });
    assert.equal(draft.title?.value, '青岚县2026年政务公开工作要点');
    assert.equal(draft.year, 2026);
    assert.deepEqual(outlineOf(draft), ['1 一、 深化公开', '2 （一） 公开权力清单']);
  });

  it('has a notice’s title whose last two characters stand apart on a line', () => {
    const lines = ['青岚县人民政府办公室', '关于印发2026年政务公开工作要点的', '通  知', '各乡镇人民政府：'];
    const body = ['现印发给你们。', '2026年3月1日', '2026年政务公开工作要点', '一、公开目录'];
    const draft = readDraft([...lines, ...body].join('\n'));
    assert.equal(noticeOf(draft)['title'], lines.slice(0, 3).join(''));
    assert.equal(draft.title?.value, body[2]);
  });

  it('is read from a web page with metadata, a repeated title and navigation', () => {
    const draft = readDraft(
      [
        '首页 > 政务公开 > 计划规划',
        '青岚县教育局2026年工作要点',
        '索 引 号: 0001/2026-12 分 类: 教育',
        '发布机构: 县教育局 成文日期: 2026-02-09',
        '发布时间：2026-02-10 来源：县教育局 浏览次数： 【字体：大 中 小】',
        '青岚县教育局',
        '2026年工作要点',
        '2026年，全县教育工作的总体要求是：坚持立德树人，办好人民满意的教育，全面推进学校建设，提高质量。',
        '一、加强党建',
        '1.加强理论武装。深入学习。（责任科室：机关党委）',
        '2.从严治党。持续用力。（责任科室：机关党委）',
        '【打印】 【关闭】',
        '上一篇：青岚县教育局2025年工作总结',
        '版权所有：青岚县人民政府',
      ].join('\n'),
    );
    assert.deepEqual(noticeOf(draft), NOTHING);
    assert.equal(draft.title?.value, '青岚县教育局2026年工作要点');
    assert.deepEqual(tasksOf(draft), ['1 加强理论武装', '2 从严治党']);
    assert.equal(draft.furniture.length, 8);
    assert.equal(draft.preamble.length, 1);
  });

  it('is read with number and addressees below its own title, where no notice issues it', () => {
    const draft = readDraft(
      [
        '青岚县人民政府关于分解2026年重点工作的意见',
        '青岚府发〔2026〕3号',
        '各乡镇人民政府，县政府各部门：',
        '为做好今年工作，提出如下意见：',
        '一、扩大就业',
        '1.新增就业2000人。（县人力社保局负责）',
      ].join('\n'),
    );
    const { docNumber, addressees } = noticeOf(draft);
    assert.deepEqual(
      [draft.title?.value, docNumber, addressees],
      ['青岚县人民政府关于分解2026年重点工作的意见', '青岚府发〔2026〕3号', '各乡镇人民政府，县政府各部门'],
    );
    assert.equal(draft.preamble.length, 1);
    assert.deepEqual(draft.furniture, []);
  });

  it('is read with a title broken within the title that it names', () => {
    const draft = readDraft(
      ['青岚县落实《关于加强新时代', '社区工作的意见》任务分解方案', '一、建强队伍', '1.配齐专干。'].join(
        '\n',
      ),
    );
    assert.equal(draft.title?.value, '青岚县落实《关于加强新时代社区工作的意见》任务分解方案');
  });

  it('is read without the notice’s title, as copied from below it', () => {
    const draft = readDraft(
      [
        '各县（区）人民政府、管委会，市政府各部门：',
        '　　《沧屏市2026年营商环境工作要点》已经市政府同意，现印发给你们，请结合实际认真贯彻落实。',
        '　　沧屏市人民政府办公室',
        '　　2026年3月18日',
        '　　（此件主动公开）',
        '　　沧屏市2026年营商环境工作要点',
        '　　一、总体要求',
        '　　（一）指导思想。',
        '　　坚持以企业为中心。',
        '　　二、主要任务',
        '　　（一）优化准入。〔牵头单位：市市场监管局；配合单位：市公安局〕',
      ].join('\n'),
    );
    assert.deepEqual(noticeOf(draft), {
      ...NOTHING,
      issuer: '沧屏市人民政府办公室',
      addressees: '各县（区）人民政府、管委会，市政府各部门',
      signature: '沧屏市人民政府办公室',
      date: '2026-03-18',
      note: '（此件主动公开）',
    });
    assert.equal(draft.title?.value, '沧屏市2026年营商环境工作要点');
    assert.deepEqual(tasksOf(draft), ['1 优化准入']);
  });

  it('is read where page and document number share the title’s line', () => {
    const draft = readDraft(
      [
        '沧环〔2026〕14号 市生态环境局关于印发2026年全市生态环境工作要点的通知',
        '发布时间：2026-02-09 09:45 来源：市生态环境局',
        '各区生态环境分局，机关各处室：',
        '《2026年全市生态环境工作要点》已经局长办公会议审议通过，现印发给你们，请认真贯彻落实。',
        '沧屏市生态环境局    ',
        ' 2026年2月8日    ',
        '2026年全市生态环境工作要点',
        '一、治气',
        '1、抓扬尘',
      ].join('\n'),
    );
    assert.equal(draft.notice.title?.value, '市生态环境局关于印发2026年全市生态环境工作要点的通知');
    assert.equal(draft.notice.issuer?.value, '市生态环境局');
    assert.equal(draft.notice.docNumber?.value, '沧环〔2026〕14号');
    assert.equal(draft.notice.signature?.value, '沧屏市生态环境局');
    assert.equal(draft.title?.value, '2026年全市生态环境工作要点');
  });

  it('has a number below its own title, where nothing else of a notice is there', () => {
    const draft = readDraft(
      [
        '东岭大学2026年工作要点',
        '东大党发〔2026〕8号',
        '为做好工作，制定本要点。',
        '一、抓教学',
        '1.抓课堂。',
      ].join('\n'),
    );
    assert.equal(draft.notice.docNumber?.value, '东大党发〔2026〕8号');
    assert.equal(draft.preamble.length, 1);
    assert.equal(draft.notice.addressees, undefined);
  });

  it('has attachments whose labels stand in tables of their own', () => {
    const draft = readDraft(
      [
        '青岚县2026年工作要点',
        '一、抓教育',
        '1.建学校。',
        '附件1 |',
        '任务分解表',
        '序号 | 任务 | 责任单位 |',
        '1 | 建学校 | 县教育局 |',
        '附件2 |',
        '进度安排表',
        '序号 | 任务 | 完成时限 |',
        '1 | 建学校 | 6月底前 |',
      ].join('\n'),
    );
    assert.deepEqual(
      draft.attachments.map(({ number, title, tables }) => [number, title?.value, tables[0]?.rows.length]),
      [
        [1, '任务分解表', 1],
        [2, '进度安排表', 1],
      ],
    );
  });

  it('goes on below a table that stands between its chapters', () => {
    const table = [
      '行业名称 | 时间安排 | 责任单位 |',
      '烟花爆竹 | 1月份 | 安监所 |',
      '电力设施 | 3月份 | 电管所 |',
    ];
    const draft = readDraft(
      [
        '石桥镇2026年整治计划',
        '一、专项整治安排表',
        ...table,
        '二、重点任务',
        '1.建台账。',
        '三、监督及考核',
        '由镇安办负责。',
      ].join('\n'),
    );
    assert.deepEqual(outlineOf(draft), [
      '1 一、 专项整治安排表',
      '1 二、 重点任务',
      '3 1. 建台账',
      '1 三、 监督及考核',
    ]);
    assert.deepEqual(
      draft.tasks.map(({ title }) => title),
      ['建台账'],
    );
    assert.deepEqual(
      draft.tables[0]?.rows.map(({ name }) => name),
      ['烟花爆竹', '电力设施'],
    );
  });

  it('has its title above the first lines that say who is to do something', () => {
    const draft = readDraft(
      [
        '望江街道2026年工作要点',
        '01',
        '强化政治引领',
        '责任科室：党建办',
        '推进民生实事',
        '责任科室：民生办',
      ].join('\n'),
    );
    assert.equal(draft.title?.value, '望江街道2026年工作要点');
    assert.deepEqual(draft.items, []);
  });

  it('is read where the plan is the notice’s attachment', () => {
    const draft = readDraft(
      [
        '柳溪镇人民政府关于印发柳溪镇2026年乡村振兴工作要点的通知',
        '各村（社区），镇属各单位：',
        '现将工作要点印发给你们，请遵照执行。',
        '附件：1.柳溪镇2026年乡村振兴工作要点',
        '      2.任务分解表',
        '柳溪镇人民政府',
        '二〇二六年三月五日',
        '附件1',
        '柳溪镇2026年乡村振兴工作要点',
        '一、产业',
        '二、生态',
        '附件2',
        '任务分解表',
        '| 序号 | 任务 | 责任单位 |',
        '| --- | --- | --- |',
        '| 1 | 产业 | 农业服务中心 |',
      ].join('\n'),
    );
    assert.equal(draft.notice.date?.date, '2026-03-05');
    assert.equal(draft.title?.value, '柳溪镇2026年乡村振兴工作要点');
    assert.deepEqual(outlineOf(draft), ['1 一、 产业', '1 二、 生态']);
    assert.deepEqual(
      draft.attachmentsListed.map((entry) => `${entry.number} ${entry.title}`),
      ['1 柳溪镇2026年乡村振兴工作要点', '2 任务分解表'],
    );
    assert.equal(draft.attachments[0]?.title?.value, '任务分解表');
    assert.equal(draft.attachments[0]?.tables[0]?.rows[0]?.units[0]?.value, '农业服务中心');
  });

  it('is read where page numbers of the printed page came along', () => {
    const draft = readDraft(
      [
        '沧屏市教育局关于印发2026年教育工作要点的通知',
        '各县（区）教育局：',
        '现将工作要点印发给你们，请遵照执行。',
        '沧屏市教育局',
        '2026年2月8日',
        '— 1 —',
        '2026年教育工作要点',
        '一、教学',
      ].join('\n'),
    );
    assert.equal(draft.title?.value, '2026年教育工作要点');
  });

  it('is read from metadata whose values stand behind bars', () => {
    const draft = readDraft(
      [
        '发文字号： | 沧政办〔2026〕3号 | 有效性： | 有效',
        '沧屏市人民政府办公室关于印发2026年政务公开工作要点的通知',
        '各县（区）人民政府：',
        '现将工作要点印发给你们，请遵照执行。',
        '2026年政务公开工作要点',
        '一、深化公开',
      ].join('\n'),
    );
    assert.equal(draft.notice.docNumber?.value, '沧政办〔2026〕3号');
  });

  it('is read where the plan is signed below its attachments', () => {
    const signed = (...table: string[]): string =>
      [
        '2026年教育工作要点',
        '一、教学。',
        '附件',
        '任务表',
        ...table,
        '',
        '沧屏市教育局',
        '2026年2月8日',
      ].join('\n');
    const draft = readDraft(signed('序号\t任务\t责任单位\t完成时限', '1\t教学\t基教科\t2026年6月'));
    assert.equal(draft.notice.signature?.value, '沧屏市教育局');
    assert.equal(draft.notice.date?.date, '2026-02-08');
    assert.equal(draft.attachments[0]?.tables[0]?.rows.length, 1);
    const cells = readDraft(signed('序号', '任务', '责任单位', '完成时限', '1', '教学'));
    assert.equal(cells.notice.signature, undefined);
    assert.equal(cells.tables[0]?.rows[0]?.deadlines[0]?.value, '2026年2月8日');
  });

  it('is read where the plan itself is signed', () => {
    const draft = readDraft(
      ['沧屏市第三中学2026年工作要点', '一、教学', '1.备课。', '沧屏市第三中学', '2026年2月20日'].join('\n'),
    );
    assert.equal(draft.notice.signature?.value, '沧屏市第三中学');
    assert.equal(draft.notice.date?.date, '2026-02-20');
    assert.equal(draft.tasks[0]?.item.paragraphs.length, 0);
  });

  it('keeps a notice’s own numbered points out of the plan', () => {
    const draft = readDraft(
      [
        '青岚县农业农村局关于印发2026年工作要点的通知',
        '局属各单位：',
        '现将工作要点印发给你们，并提出如下要求，请一并落实。',
        '一、提高认识。',
        '二、抓好落实。',
        '青岚县农业农村局',
        '2026年3月1日',
        '青岚县农业农村局2026年工作要点',
        '一、稳粮保供',
        '（一）守住红线',
      ].join('\n'),
    );
    assert.deepEqual(outlineOf(draft), ['1 一、 稳粮保供', '2 （一） 守住红线']);
  });

  const ASKS = [
    '青岚县人民政府办公室关于印发2026年重点任务责任分解的通知',
    '各乡镇人民政府：',
    '《2026年重点任务责任分解》已经县政府同意，现印发给你们，请认真落实。',
    '一、高度重视，压实责任。各责任单位要在6月底前制定方案。',
    '二、加强统筹，密切配合。县财政局要保障经费。',
  ];
  const BELOW = ['附件：2026年重点任务责任分解', '青岚县人民政府办公室', '2026年3月1日', '（此件公开发布）'];

  it('has no task in what a notice asks of those it goes to, where the plan is not below it', () => {
    for (const lines of [[...ASKS, ...BELOW, '微信扫一扫分享本页'], ASKS]) {
      const draft = readDraft(lines.join('\n'));
      assert.equal(draft.title, undefined);
      assert.deepEqual(outlineOf(draft), ['1 一、 高度重视，压实责任', '1 二、 加强统筹，密切配合']);
      assert.deepEqual(tasksOf(draft), []);
    }
    assert.equal(readDraft([...ASKS, ...BELOW].join('\n')).notice.date?.date, '2026-03-01');
  });

  it('has no task in a notice that encloses them without a word of issuing', () => {
    const opening = '现将政府工作报告目标任务分解（详见附件），并就有关事宜通知如下：';
    const items = ['一、落实责任', '各单位要制定计划。', '二、密切配合', '各单位要全力支持。'];
    const draft = readDraft(
      ['关于做好2026年民生实事的通知', ...ASKS.slice(1, 2), opening, ...items, ...BELOW].join('\n'),
    );
    assert.deepEqual(tasksOf(draft), []);
    assert.equal(draft.notice.signature?.value, '青岚县人民政府办公室');
  });

  it('has its tasks in a notice that hands them down, unless it encloses them', () => {
    const opening = '现将2026年造林计划分解下达你们。';
    const items = ['一、完成造林任务。各乡镇造林200亩。', '二、加强管护。县林业局每月巡查1次。'];
    const head = ['关于下达2026年造林计划的通知', '各乡镇人民政府：', opening, ...items];
    assert.equal(readDraft([...head, ...BELOW.slice(1)].join('\n')).tasks.length, 2);
    assert.equal(readDraft([...head, ...BELOW].join('\n')).tasks.length, 0);
  });

  it('has addressees known by whom they name, the notice’s title lost and nothing issued by that word', () => {
    const sentence = '为完成全年目标，经县政府研究决定，现将任务进行分解。';
    const draft = readDraft(
      ['县政府各部门，各乡镇人民政府：', sentence, ...BELOW.slice(1), '一、稳粮保供'].join('\n'),
    );
    assert.equal(draft.notice.addressees?.value, '县政府各部门，各乡镇人民政府');
    assert.equal(draft.notice.date?.date, '2026-03-01');
    const plain = readDraft(['主要做好以下工作：', sentence, ...BELOW.slice(1), '一、稳粮保供'].join('\n'));
    assert.equal(plain.notice.addressees, undefined);
  });

  it('has addressees below metadata whose colons are lost', () => {
    const metadata = [
      '2026-01-05 10:00 青岚县人民政府办公室',
      '索 引 号 QL123456/2026-00001 发文日期 2026-01-03',
      '发布机构 县政府办公室 文    号 青政办〔2026〕1号',
      '分   类 政务公开 有 效 性 有效',
    ];
    const [title = '', ...rest] = ASKS;
    const { notice } = readDraft([title, ...metadata, ...rest, ...BELOW].join('\n'));
    assert.equal(notice.addressees?.value, '各乡镇人民政府');
    assert.equal(notice.docNumber?.value, '青政办〔2026〕1号');
  });

  it('has its tasks in a notice that states them itself', () => {
    const [title = '', addressees = ''] = ['青岚县防指关于做好2026年防汛工作的通知', '各乡镇人民政府：'];
    const opening = '为做好2026年防汛工作，现就有关事项通知如下。';
    const items = ['一、排查隐患。汛前清淤河道5条。', '二、储备物资。县应急局储备沙袋1万条。'];
    const signed = ['青岚县防汛抗旱指挥部', '2026年3月1日'];
    assert.deepEqual(tasksOf(readDraft([title, addressees, opening, ...items, ...signed].join('\n'))), [
      '1 排查隐患',
      '2 储备物资',
    ]);
  });

  it('has its tasks below a notice that issues it, where the page lost its title', () => {
    const plan = ['一、稳粮保供', '（一）守住红线。建成高标准农田2万亩。'];
    const draft = readDraft([...ASKS.slice(0, 3), ...plan].join('\n'));
    assert.deepEqual(tasksOf(draft), ['1 守住红线']);
  });

  it('has a title without a year on two lines, where the notice names it whole', () => {
    const title = ['青岚县推进分类培育', '促进个体工商户发展实施方案'];
    const notice = ['各乡镇人民政府：', `《${title.join('')}》已经县政府同意，现印发给你们。`];
    const signed = ['青岚县人民政府办公室', '2026年3月1日'];
    const read = (lines: readonly string[]) => readDraft([...lines, '一、重点任务'].join('\n')).title?.value;
    assert.equal(read([...notice, ...signed, ...title]), title.join(''));
    assert.equal(read([...notice, ...signed, '青岚县发展年', title[1] as string]), title[1]);
  });
});

describe('A published plan as crawlers hand it on', () => {
  it('is read below a metadata table that no blank line ends', () => {
    const draft = readDraft(
      [
        '索引号 | 640001/2026-00173 | 文号 | 青岚府办发〔2026〕8号 | 生成日期 | 2026-03-09 |',
        '---|---|---|---|---|---|',
        '公开方式 | 主动公开 | 所属机构 | 县政府办 | 责任部门 | 县政府办 |',
        '青岚府办发〔2026〕8号',
        '各乡镇人民政府、街道办，政府各部门：',
        '现将《青岚县法治政府建设2026年工作要点》印发你们，请抓好贯彻落实。',
        '青岚县人民政府办公室',
        '2026年3月9日',
        '青岚县法治政府建设2026年工作要点',
        '一、扎实推进依法行政',
        '（一）深入推进简政放权。精简事项12项。',
      ].join('\n'),
    );
    assert.equal(draft.title?.value, '青岚县法治政府建设2026年工作要点');
    assert.equal(draft.notice.docNumber?.value, '青岚府办发〔2026〕8号');
    assert.deepEqual(tasksOf(draft), ['1 深入推进简政放权']);
  });

  it('has a title whose second half stands below a blank line, known from the notice', () => {
    const draft = readDraft(
      [
        '青政发〔2026〕2号青岚区人民政府关于印发青岚区政府2026年重点工作任务分解和责任分工方案的通知',
        '',
        '各街道办事处，各区直部门：',
        '',
        '现将《青岚区政府2026年重点工作任务分解和责任分工方案》印发给你们，请认真贯彻落实。',
        '',
        '青岚区人民政府',
        '',
        '2026年3月28日',
        '',
        '青岚区政府2026年重点工作',
        '',
        '任务分解和责任分工方案',
        '',
        '为做好今年政府工作，制定分工方案如下。',
        '',
        '一、主要预期目标',
        '',
        '1.固定资产投资增长15%左右。',
        '',
        '牵头单位：区发改局',
      ].join('\n'),
    );
    assert.equal(draft.title?.value, '青岚区政府2026年重点工作任务分解和责任分工方案');
    assert.equal(
      draft.notice.title?.value,
      '青岚区人民政府关于印发青岚区政府2026年重点工作任务分解和责任分工方案的通知',
    );
    assert.equal(draft.notice.docNumber?.value, '青政发〔2026〕2号');
    assert.deepEqual(
      draft.tasks[0]?.fields.units.map(({ value }) => value),
      ['区发改局'],
    );
  });

  it('has a year below its title and two signatures below its notice', () => {
    const draft = readDraft(
      [
        '中共青岚县委办公室 青岚县人民政府办公室 关于印发《青岚县法治建设工作要点（2026年）》的通知',
        '各乡镇党委、人民政府，县级各部门：',
        '现将《青岚县法治建设工作要点（2026年）》印发给你们，请结合实际认真贯彻执行。',
        '中共青岚县委办公室',
        '青岚县人民政府办公室',
        '2026年4月21日',
        '青岚县法治建设工作要点',
        '（2026年）',
        '一、重点任务',
        '（一）推进简政放权。',
        '（二）规范执法。',
      ].join('\n'),
    );
    assert.equal(draft.title?.value, '青岚县法治建设工作要点（2026年）');
    assert.equal(draft.notice.signature?.value, '中共青岚县委办公室 青岚县人民政府办公室');
    assert.deepEqual(tasksOf(draft), ['1 推进简政放权', '2 规范执法']);
  });

  it('has the title above its first sentence, whatever lines of the text end as titles do', () => {
    const draft = readDraft(
      ['青岚学院2026年工作计划', 'Ⅰ、指导思想', '立德树人。', 'Ⅱ、工作目标', '及格率提高5个百分点。'].join(
        '\n',
      ),
    );
    assert.equal(draft.title?.value, '青岚学院2026年工作计划');
  });

  it('takes no line below the title for a part of it that the notice does not name', () => {
    const draft = readDraft(
      '# 青岚县2026年教育工作要点\n\n教育强县建设目标\n\n（试行部分）\n\n一、任务\n\n（一）新建学校。\n',
    );
    assert.equal(draft.title?.value, '青岚县2026年教育工作要点');
  });

  it('has no task in a chapter that only says what the plan is about', () => {
    const tasks = tasksOf(
      readDraft(
        '# 青岚县2026年安全生产工作要点\n\n一、主要任务\n\n贯彻落实决策部署。\n\n二、重点工作\n\n（一）宣传教育。组织观看专题片。\n',
      ),
    );
    assert.deepEqual(tasks, ['1 宣传教育']);
    assert.deepEqual(
      tasksOf(readDraft('# 青岚县2026年工作要点\n\n一、主要任务\n\n（一）宣传教育。\n\n（二）整治隐患。\n')),
      ['1 宣传教育', '2 整治隐患'],
    );
  });
});

describe('Any text at all', () => {
  it('is read without an exception', () => {
    const texts = [
      '',
      '\ufeff',
      '\n\n\n',
      '\u0000',
      '---\n坏: [',
      '---\n年度: 2026\n---',
      '```\n一、不是标题',
      '<!-- 要点：',
      '一、'.repeat(50_000),
      '（'.repeat(100_000),
      '附件',
      '附件：',
      '抄送：',
      '序号\n名称\n责任单位',
      '| 序号 |\n| - |\n',
      '\ud83d\ude00一、\ud83d',
    ];
    for (const text of texts) assert.equal(readDraft(text).text, text);
  });
});
