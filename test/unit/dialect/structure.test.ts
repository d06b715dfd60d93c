import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { outlineOf, readOutline, tasksOf } from './outline-of';

describe('Structure of a plan', () => {
  it('reads the five levels of official numbering', () => {
    assert.deepEqual(
      readOutline('一、重点任务', '（一）夯实基础', '1．推进建设。完成任务。', '（1）细化措施', '①建立台账'),
      ['1 一、 重点任务', '2 （一） 夯实基础', '3 1． 推进建设', '4 （1） 细化措施', '5 ① 建立台账'],
    );
  });

  it('takes the text up to the first full stop as the title, brackets and quotes not split', () => {
    assert.deepEqual(
      readOutline(
        '1.落实“预防为主。防治结合”方针。加强宣传。',
        '2.完成公厕改造（责任单位：县城管局）',
        '3.建设书房。（县文旅局牵头）',
      ),
      ['3 1. 落实“预防为主。防治结合”方针', '3 2. 完成公厕改造', '3 3. 建设书房'],
    );
  });

  it('reads headings, ordered lists and bold markers like plain lines', () => {
    assert.deepEqual(readOutline('## 一、总体要求', '', '1. 抓好招生', '2. 抓好就业', '', '**二、保障**'), [
      '1 一、 总体要求',
      '3 1. 抓好招生',
      '3 2. 抓好就业',
      '1 二、 保障',
    ]);
  });

  it('reads parts, chapters and articles', () => {
    assert.deepEqual(
      readOutline('第一部分 总体要求', '第二部分 重点任务', '一、稳增长', '（一）扩投资', '二、促改革'),
      ['1 第一部分 总体要求', '1 第二部分 重点任务', '1 一、 稳增长', '2 （一） 扩投资', '1 二、 促改革'],
    );
    const draft = readDraft(
      '# 云州学院2026年工作要点\n第一条 加强学风建设。严格考勤。\n第二条 改善条件。\n（一）食堂',
    );
    assert.deepEqual(outlineOf(draft), ['1 第一条 加强学风建设', '1 第二条 改善条件', '2 （一） 食堂']);
    assert.equal(draft.items[1]?.children.length, 1);
  });

  it('reads past the star of a task that is singled out, and takes no other line with a star for an item', () => {
    assert.deepEqual(
      readOutline(
        '★1.建设厂房。年底投用。',
        '2.培育企业。新增10家。',
        '▲ 3.修建道路。',
        '★重点任务',
        '※3家企业',
      ),
      ['3 1. 建设厂房', '3 2. 培育企业', '3 3. 修建道路'],
    );
  });

  it('reads tasks that call themselves so, in the manner they do', () => {
    assert.deepEqual(
      readOutline(
        '一、经济发展',
        '任务一：抓项目',
        '全年实施重点项目12个。',
        '任务二：育企业',
        '二、民生',
        '任务三：办学',
      ),
      ['1 一、 经济发展', '2 任务一： 抓项目', '2 任务二： 育企业', '1 二、 民生', '2 任务三： 办学'],
    );
    assert.deepEqual(
      readOutline(
        '（一）强基',
        '任务1：建平台。6月底前建成。',
        '1.选址。',
        '任务2：联网。',
        '任务3项已经完成。',
        '任务重、时间紧。',
      ),
      ['2 （一） 强基', '3 任务1： 建平台', '3 1. 选址', '3 任务2： 联网'],
    );
  });

  it('reads tasks that begin with marks where they say who is to do them', () => {
    const outline = ['1 一、 市容', '2 ● 规范经营', '2 ● 整治广告'];
    assert.deepEqual(
      readOutline(
        '一、市容',
        '●规范经营。设疏导点6处。（责任科室：执法队）',
        '● 整治广告。（执法队、城管办）',
      ),
      outline,
    );
    assert.deepEqual(
      readOutline(
        '一、目标',
        '——研发投入强度达到2%；',
        '——企业突破600家（含规上企业）；',
        '——成交额增长20%。',
      ),
      ['1 一、 目标'],
    );
    assert.deepEqual(readOutline('一、目标', '●新增企业80家。（市科技局）'), ['1 一、 目标']);
  });

  it('reads tasks that begin with marks and say below who is to do them', () => {
    assert.deepEqual(
      readOutline(
        '一、市容',
        '•规范经营。设疏导点6处。',
        '完成时限：6月底',
        '责任单位：执法队',
        '•整治广告。',
        '责任单位：城管办',
      ),
      ['1 一、 市容', '2 • 规范经营', '2 • 整治广告'],
    );
    assert.deepEqual(readOutline('一、目标', '●企业突破600家；', '●成交额增长20%。', '责任单位：市科技局'), [
      '1 一、 目标',
    ]);
  });

  it('reads items of a Markdown list that say who is to do them as tasks, and what is listed below them as theirs', () => {
    assert.deepEqual(
      readOutline(
        '## 一、党建',
        '- 发展党员2名。（责任部门：社区党委）',
        '- 建成驿站3处。',
        '  - 责任部门：服务中心',
        '  - 完成时限：6月底前',
        '* 改造路灯。（责任部门：物业公司）',
      ),
      ['1 一、 党建', '2  发展党员2名', '2  建成驿站3处', '2  改造路灯'],
    );
    const draft = readDraft('# 甲社区2026年工作计划\n- 修路。（县交通局）\n- 建桥。\n  - 责任单位：县水利局');
    assert.deepEqual(tasksOf(draft), ['1 修路', '2 建桥']);
    assert.deepEqual(
      draft.tasks.map(({ fields }) => fields.units.map(({ value }) => value)),
      [['县交通局'], ['县水利局']],
    );
  });

  it('reads no list of goals, and no list of what a task says of itself, as tasks', () => {
    assert.deepEqual(readOutline('一、原则', '- 坚持统筹推进；', '- 坚持问题导向。'), ['1 一、 原则']);
    for (const mark of ['- ', '- **', '●'])
      assert.deepEqual(
        readOutline(
          '1. 隐患整治',
          `${mark}牵头单位${mark.slice(2)}：县应急局`,
          `${mark}责任单位${mark.slice(2)}：县住建局`,
          `${mark}配合单位${mark.slice(2)}：各乡镇`,
          `${mark}完成时限${mark.slice(2)}：6月底`,
        ),
        ['3 1. 隐患整治'],
        mark,
      );
  });

  it('reads what is to be done for the people by its count', () => {
    assert.deepEqual(
      readOutline(
        '第一件：改造老旧小区',
        '责任单位：区住建局',
        '第二件：扩大托育服务',
        '责任单位：区卫健局',
        '第三件大事已经办成。',
      ),
      ['1 第一件： 改造老旧小区', '1 第二件： 扩大托育服务'],
    );
    assert.deepEqual(readOutline('实事一：改造小区', '实事二：扩大托育', '实事三项已经办成。'), [
      '1 实事一： 改造小区',
      '1 实事二： 扩大托育',
    ]);
    assert.deepEqual(readOutline('一、回顾', '第一项改革已经完成。', '第二件事正在办理。'), ['1 一、 回顾']);
  });

  it('takes items that are divided into parts of the same names for the tasks', () => {
    const parts = ['1.主要目标。达标率95%。', '2.重点举措。（1）建站。（责任处室：基层处）'];
    const alike = readDraft(
      ['# 要点', '一、主要任务', '（一）强基', ...parts, '（二）惠民', ...parts].join('\n'),
    );
    assert.deepEqual(tasksOf(alike), ['1 强基', '2 惠民']);
    const once = readDraft(
      ['# 要点', '一、主要任务', '（一）强基', ...parts, '（二）惠民', '1.建园。'].join('\n'),
    );
    assert.deepEqual(tasksOf(once), ['2 重点举措', '1 建园']);
  });

  it('takes the points of a section for the tasks where each says who does it', () => {
    const plan = (...lines: string[]): string[] => tasksOf(readDraft(['# 要点', ...lines].join('\n')));
    const points = ['①建站3个。责任科室：城建办', '②修路2公里。', '责任科室：交通办', '③巡查。'];
    const tasks = ['1 建站3个', '2 修路2公里', '3 巡查'];
    assert.deepEqual(plan('（一）城市更新', ...points), tasks);
    assert.deepEqual(plan('一、重点任务', '（一）城市更新', ...points), tasks);
    assert.deepEqual(
      plan('（一）城市更新（责任科室：城建办）', ...points),
      ['1 城市更新'],
      'the section says it',
    );
    assert.deepEqual(
      plan('（一）城市更新', ...points.slice(0, 1), '②修路2公里。'),
      ['1 城市更新'],
      'one alone',
    );
    assert.deepEqual(plan('（一）城市更新', '1.改造', ...points), ['1 改造'], 'points of a task');
  });

  it('takes no month for a number, and a calendar for no list of tasks', () => {
    const months = ['二月份', '1.开学典礼。', '三月份', '1.植树活动。', '五月', '1.赛课。'];
    const text = ['# 要点', '一、目标', '二、措施', '1.巡查。', '三、总结', '四、各月工作安排', ...months];
    const draft = readDraft(text.join('\n'));
    assert.deepEqual(
      draft.outline.filter(({ level }) => level === 1).map(({ title }) => title),
      ['目标', '措施', '总结', '各月工作安排'],
    );
    assert.deepEqual(tasksOf(draft), ['1 目标', '1 巡查', '3 总结']);
  });

  it('reads tasks that begin with 一是, 第一， or 1.1 where they say who is to do them', () => {
    assert.deepEqual(
      readOutline(
        '一、服务大局',
        '一是维护稳定。结案率达到95%。（责任部门：刑庭）',
        '二是优化环境。（民二庭、执行局）',
        '二、从严治院',
        '第一，抓培训。（责任部门：政治部）',
        '第二，抓廉政。（责任部门：督察室）',
      ),
      [
        '1 一、 服务大局',
        '2 一是 维护稳定',
        '2 二是 优化环境',
        '1 二、 从严治院',
        '2 第一， 抓培训',
        '2 第二， 抓廉政',
      ],
    );
    assert.deepEqual(
      readOutline(
        '【重点任务一】稳经营',
        '1.1 营业收入不低于8亿元。',
        '责任部门：财务部',
        '1.2 压降库存2亿元。',
        '责任部门：财务部',
        '【重点任务二】促改革',
        '2.1 签约率100%。',
        '责任部门：人力部',
        '2.2 完成改革方案。',
        '责任部门：改革部',
      ),
      [
        '1 【重点任务一】 稳经营',
        '2 1.1 营业收入不低于8亿元',
        '2 1.2 压降库存2亿元',
        '1 【重点任务二】 促改革',
        '2 2.1 签约率100%',
        '2 2.2 完成改革方案',
      ],
    );
    assert.deepEqual(
      readOutline('一、目标', '一是产值增长8%；', '二是投资增长9%。', '一是一、二是二，实事求是。'),
      ['1 一、 目标'],
    );
    assert.deepEqual(readOutline('一、目标', '1.5 万亩荒山造林，1.2 万亩补植。', '【工作一览】如下。'), [
      '1 一、 目标',
    ]);
  });

  it('takes who does it in brackets at its end for no part of a title, with and without a stop', () => {
    assert.deepEqual(
      readOutline(
        '一、抓好建设（县住建局牵头，县财政局配合）',
        '1.新建学校3所（县教育局、县住建局负责）。',
        '2.改造医院（县卫健局、县人民医院，11 月 30 日）',
        '3.推广应用（平台）。',
        '4.落实制度（含各镇负责人报告制）',
      ),
      [
        '1 一、 抓好建设',
        '3 1. 新建学校3所',
        '3 2. 改造医院',
        '3 3. 推广应用（平台）',
        '3 4. 落实制度（含各镇负责人报告制）',
      ],
    );
  });

  it('reads numerals that a space alone parts from their titles, the last of them too', () => {
    assert.deepEqual(readOutline('一 总体要求', '二 重点任务', '1.修路。', '三 保障措施'), [
      '1 一 总体要求',
      '1 二 重点任务',
      '3 1. 修路',
      '1 三 保障措施',
    ]);
    assert.deepEqual(readOutline('一、总体要求', '二、重点任务', '1.修路。', '三 年行动'), [
      '1 一、 总体要求',
      '1 二、 重点任务',
      '3 1. 修路',
    ]);
  });

  it('reads items that begin with a date or a number, in each list anew', () => {
    assert.deepEqual(
      readOutline(
        '（一）教学',
        '1、听课。',
        '2、评课。',
        '（二）后勤',
        '1、6月份改造食堂。',
        '2、10月前改造操场。',
        '（三）信息',
        '1、5G基站建成。',
        '2、机房改造。',
        '6、7月份雨水多。',
      ),
      [
        '2 （一） 教学',
        '3 1、 听课',
        '3 2、 评课',
        '2 （二） 后勤',
        '3 1、 6月份改造食堂',
        '3 2、 10月前改造操场',
        '2 （三） 信息',
        '3 1、 5G基站建成',
        '3 2、 机房改造',
      ],
    );
    assert.deepEqual(readOutline('1.种粮。', '1.5万亩连片。', '2.养猪。'), ['3 1. 种粮', '3 2. 养猪']);
  });

  it('takes no part of a number like 1.2 or 1.2.1 for a marker', () => {
    assert.deepEqual(
      readOutline('一、改革', '1.1 修订章程', '1.2 签订合同', '二、增效', '2.1.1压降成本', '2.1.2盘活资产'),
      ['1 一、 改革', '1 二、 增效'],
    );
    assert.deepEqual(readOutline('1.种粮。', '2.3 个园区竣工。', '3.养猪。').slice(1, 2), [
      '3 2. 3 个园区竣工',
    ]);
    assert.deepEqual(readOutline('1. 种粮。', '2. 10月前养猪。'), ['3 1. 种粮', '3 2. 10月前养猪']);
  });

  it('leaves look-alikes in running text alone', () => {
    const lines = [
      '一、重点任务',
      '2026年是攻坚之年。',
      '12350举报电话畅通。',
      '1:5比例建设充电桩。',
      '“1+7+N”机制落地。',
      '5·12宣传周开展活动。',
      '100%完成任务。',
      '3.5万亩高标准农田建成。',
      '一是加强领导；二是强化考核。',
      '三年行动方案收官。',
      '十四五规划评估。',
      '一方面抓进度。',
    ];
    assert.deepEqual(readOutline(...lines), ['1 一、 重点任务']);
  });
});

describe('Near-markers', () => {
  it('reads a chapter written in another style as the chapter it was meant to be', () => {
    assert.deepEqual(readOutline('四、甲', '五、乙', '（一）子项', '6、 丙', '（二）子项', '七、丁'), [
      '1 四、 甲',
      '1 五、 乙',
      '2 （一） 子项',
      '1 6、 丙 !wrong-style,stray-space',
      '2 （二） 子项',
      '1 七、 丁',
    ]);
  });

  it('reads a section and a task that lost or changed their punctuation', () => {
    assert.deepEqual(readOutline('四、甲', '（一）子', '二、丑', '（三）寅'), [
      '1 四、 甲',
      '2 （一） 子',
      '2 二、 丑 !wrong-style',
      '2 （三） 寅',
    ]);
    assert.deepEqual(
      readOutline('19.甲事。做好。', '20.乙事。做好。', '21强化丙事。做好。', '22.丁事。做好。'),
      ['3 19. 甲事', '3 20. 乙事', '3 21 强化丙事 !missing-separator', '3 22. 丁事'],
    );
  });

  it('reports separators and spaces that depart from the draft’s own manner', () => {
    assert.deepEqual(readOutline('1.甲', '2、乙', '3.丙', '4. 丁', '5.戊'), [
      '3 1. 甲',
      '3 2、 乙 !wrong-separator',
      '3 3. 丙',
      '3 4. 丁 !stray-space',
      '3 5. 戊',
    ]);
    assert.deepEqual(readOutline('（一）甲', '（二）、乙', '（三)丙', '（四）丁'), [
      '2 （一） 甲',
      '2 （二）、 乙 !wrong-separator',
      '2 （三) 丙',
      '2 （四） 丁',
    ]);
  });

  it('accepts a manner that is not the standard’s where the whole draft keeps to it', () => {
    assert.deepEqual(readOutline('1、甲', '2、乙', '3、丙'), ['3 1、 甲', '3 2、 乙', '3 3、 丙']);
    assert.deepEqual(readOutline('1）甲', '2）乙', '3）丙'), ['4 1） 甲', '4 2） 乙', '4 3） 丙']);
  });

  it('says how the draft would write the marker', () => {
    const draft = readDraft('# 青岚县2026年工作要点\n五、乙\n6、丙\n七、丁');
    assert.equal(draft.outline[1]?.marker.expected, '六、');
  });

  it('does not take the last task of a chapter for a chapter', () => {
    assert.deepEqual(readOutline('一、甲', '1、子', '2、丑', '二、乙', '1、子', '2、丑', '3、寅', '三、丙'), [
      '1 一、 甲',
      '3 1、 子',
      '3 2、 丑',
      '1 二、 乙',
      '3 1、 子',
      '3 2、 丑',
      '3 3、 寅',
      '1 三、 丙',
    ]);
  });

  it('finds neighbours in linear time', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${(i % 3) + 1}.事项`);
    assert.equal(readOutline(...lines).length, 20_000);
  }).timeout(5_000);
});

describe('Tasks', () => {
  it('are the leaves of chapters that do not frame the plan', () => {
    const draft = readDraft(
      [
        '# 青岚县2026年工作要点',
        '一、总体要求',
        '（一）指导思想。',
        '二、重点任务',
        '（一）农业',
        '1.种粮。',
        '（1）选种',
        '2.养猪。',
        '（二）工业。',
        '三、强化组织保障，确保落实',
        '（一）加强领导。',
        '四、工作要求（略）',
      ].join('\n'),
    );
    assert.deepEqual(tasksOf(draft), ['1 种粮', '2 养猪', '2 工业']);
    assert.equal(draft.tasks[0]?.section?.title, '农业');
  });

  it('are goals, too, where units are named for most of them', () => {
    const draft = readDraft(
      [
        '# 青岚县2026年重点工作分工',
        '一、主要目标',
        '1.粮食总产增长2%。',
        '牵头单位：县农业农村局',
        '2.出栏生猪10万头。（责任单位：各乡镇）',
        '3.农民收入稳步增长。',
        '二、工作目标',
        '1.粮食稳产。',
        '2.生猪保供。责任单位：县农业农村局',
        '3.农民增收。',
        '三、保障措施',
        '1.加强领导。责任单位：县政府办',
      ].join('\n'),
    );
    assert.deepEqual(tasksOf(draft), ['1 粮食总产增长2%', '2 出栏生猪10万头', '3 农民收入稳步增长']);
  });

  it('obey directives', () => {
    const draft = readDraft(
      [
        '# 青岚县2026年工作要点',
        '<!-- 要点：非任务 -->',
        '一、回顾',
        '（一）成绩',
        '<!-- 要点：任务 -->',
        '二、保障措施',
        '（一）加强领导',
      ].join('\n'),
    );
    assert.deepEqual(tasksOf(draft), ['1 加强领导']);
  });

  it('are not yet there where a marker alone waits for its words', () => {
    const draft = readDraft('# 青岚县2026年工作要点\n一、农业\n1.种粮。\n2.');
    assert.deepEqual(tasksOf(draft), ['1 种粮']);
    assert.equal(draft.outline.length, 3);
  });

  it('are the points that are counted through the sections of a plan', () => {
    const sections = (...numbers: number[]): string[] =>
      tasksOf(
        readDraft(
          [
            '# 青岚县2026年工作要点',
            '一、重点任务',
            '（一）农业',
            `${numbers[0]}）种粮。`,
            `${numbers[1]}）养猪。`,
            '（二）工业',
            `${numbers[2]}）建房。`,
          ].join('\n'),
        ),
      );
    assert.deepEqual(sections(1, 2, 3), ['1 种粮', '2 养猪', '3 建房']);
    assert.deepEqual(sections(1, 2, 1), ['1 农业', '2 工业']);
    assert.deepEqual(sections(1, 2, 4), ['1 农业', '2 工业']);
  });

  it('have the units and deadlines that a section states of all in it', () => {
    const draft = readDraft(
      [
        '# 青岚县2026年工作要点',
        '一、农业（责任单位：县农业农村局）',
        '1.种粮。',
        '二、工业',
        '（县工信局牵头，年底前完成）',
        '（一）项目。',
        '1.新建厂房。',
        '三、文旅。县文旅局要加强管理，县财政局牵头保障。（试行）',
        '1.修路。',
        '四、民生（责任单位：××局）',
        '1.建房。',
      ].join('\n'),
    );
    assert.deepEqual(
      draft.tasks.map(({ title, complete }) => [title, complete.unit, complete.deadline]),
      [
        ['种粮', true, false],
        ['新建厂房', true, true],
        ['修路', false, false],
        ['建房', false, false],
      ],
    );
    assert.deepEqual(draft.tasks[0]?.fields.units, []);
  });

  it('state nothing that is asked of those who received the plan', () => {
    const draft = readDraft(
      [
        '# 青岚县2026年工作要点',
        '1.种粮。',
        '请示批复后6月底前开工。',
        '2.修路。（县交通局）',
        '请各牵头单位、各乡镇于3月底前报送方案。',
      ].join('\n'),
    );
    assert.deepEqual(
      draft.tasks.map(({ fields }) => fields.deadlines.map(({ value }) => value)),
      [['6月底前'], []],
    );
    assert.deepEqual(
      draft.tasks[1]?.fields.units.map(({ value }) => value),
      ['县交通局'],
    );
  });

  it('own the paragraphs below them up to the next item', () => {
    const text = '# 青岚县2026年工作要点\n1.种粮。\n落实面积。\n（责任单位：县农业农村局）\n2.养猪。';
    const draft = readDraft(text);
    const task = draft.tasks[0];
    assert.ok(task);
    assert.equal(
      text.slice(task.range.start, task.range.end),
      '1.种粮。\n落实面积。\n（责任单位：县农业农村局）',
    );
    assert.deepEqual(
      task.fields.units.map((unit) => unit.value),
      ['县农业农村局'],
    );
  });
});
