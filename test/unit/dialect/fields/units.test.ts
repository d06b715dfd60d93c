import assert from 'node:assert/strict';
import { readFields, readUnitCell } from '../../../../server/src/dialect/fields/index';

/** Each mention as `name`, with `!` for a lead, `+` for support and `*` for a group, in order. */
function named(text: string): string {
  return readFields(text).units.map(mark).join(' ');
}

function cell(text: string): string {
  return readUnitCell(text).map(mark).join(' ');
}

function mark(unit: { value: string; role: string; collective: boolean }): string {
  return (
    unit.value +
    (unit.role === 'lead' ? '!' : unit.role === 'support' ? '+' : '') +
    (unit.collective ? '*' : '')
  );
}

describe('units of a clause', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'roles come from labels',
      '〔牵头单位：甲县教育局；配合单位：甲县财政局、各学校〕',
      '甲县教育局! 甲县财政局+ 各学校+*',
    ],
    [
      'who leads by a share of the work leads all the same',
      '（牵头单位：甲县环境局、甲县水务局按职责分工负责）',
      '甲县环境局! 甲县水务局!',
    ],
    [
      'behind a comma those who answer for it do not lead',
      '（牵头单位：甲县环境局，甲县水务局、甲县住建局负责）',
      '甲县环境局! 甲县水务局 甲县住建局',
    ],
    [
      'any name under a label may be said to lead',
      '（责任部门：客服小组牵头，各窗口配合）',
      '客服小组! 各窗口+*',
    ],
    ['a word within a name is no predicate', '（责任部门：政策落实办）', '政策落实办'],
    ['those who look on do nothing themselves', '（责任单位：各乡镇负责，甲县农业局指导）', '各乡镇*'],
    ['those of a place are a group', '（所在街道（园区）负责）', '所在街道（园区）*'],
    ['an office that guides is one', '（责任单位：甲县教研指导中心）', '甲县教研指导中心'],
    [
      'labels may be parted by commas and half-width colons',
      '推进公开。〔牵头单位:市政府办,责任单位:市直有关部门,各街道(园区)〕',
      '市政府办! 市直有关部门* 各街道(园区)*',
    ],
    [
      'a bracket without labels is a clause where units have predicates',
      '（县卫健局牵头，县医保局、县民政局配合）',
      '县卫健局! 县医保局+ 县民政局+',
    ],
    [
      'what stands behind the first full stop explains, and only names of units count there',
      '（牵头责任单位：县委宣传部、县应急管理局，协同责任单位：县安委会各成员单位。各镇（园区）落实属地管理责任，以下均需各镇（园区）落实，不再重复列出）',
      '县委宣传部! 县应急管理局! 县安委会各成员单位+* 各镇（园区）*',
    ],
    ['a list in brackets says who where it closes the sentence', '做好人员培训（人事科）。', '人事科'],
    ['a name in brackets may say which one is meant', '报送县政府办（总值班室）。', ''],
    ['offices may be called by verbs', '完成督导。（组织一股、统筹科）', '组织一股 统筹科'],
    ['an office of all offices is one all the same', '举办赛课。（教导处、教科室）', '教导处 教科室'],
    [
      'staff among the offices are passed over',
      '办好食堂，满意率达到95%。（总务处、食堂管理员、门卫）',
      '总务处',
    ],
    ['staff who explain say nothing of offices', '配齐有关人员（后勤处、食堂管理员）。', ''],
    ['what offices of another kind do explains', '完善设施。（教学楼、实验设备）', ''],
    ['medical departments are offices', '完善流程。（心血管内科、普外科）', '心血管内科 普外科'],
    ['a field of medicine is none', '扩大范围。（内科、外科）', ''],
    [
      'who is in charge at a unit is no part of its name',
      '责任单位：县住建局（张伟）、县城投公司（欧阳 强、李芳）',
      '县住建局 县城投公司',
    ],
    [
      'what a unit is besides is part of its name',
      '责任单位：县农业农村局（乡村振兴局）、县发改委（金融）、县国资局（管委会）',
      '县农业农村局（乡村振兴局） 县发改委（金融） 县国资局（管委会）',
    ],
    ['groups alone say who behind a full stop', '开展清洁行动。（各村、各社区）', '各村* 各社区*'],
    ['when may stand before who', '（9月底前，县教育局、县民政局）', '县教育局 县民政局'],
    [
      'a bracket that explains the list is no part of the last name',
      '责任单位：县教育局、县民政局（列第一位的为牵头单位，下同）',
      '县教育局 县民政局',
    ],
    [
      'levels of one noun are one name wherever they stand',
      '（县水利局牵头，以上均由各县、区人民政府（管委会）落实）',
      '县水利局! 各县、区人民政府（管委会）*',
    ],
    [
      'a note on the names is no statement',
      '（责任单位：市信用办；各县人民政府。注：市信用办指市联席会议办公室）',
      '市信用办 各县人民政府*',
    ],
    ['no comma is needed between predicates', '（县卫健局牵头县医保局配合）', '县卫健局! 县医保局+'],
    [
      '会同 makes those before it leads',
      '（省教育厅、省财政厅会同省审计厅负责）',
      '省教育厅! 省财政厅! 省审计厅+',
    ],
    [
      '分别牵头 makes all of them leads',
      '（区商务局、区文旅局分别牵头，各镇配合）',
      '区商务局! 区文旅局! 各镇+*',
    ],
    ['负责 alone names no lead', '（责任单位：区文旅局负责）', '区文旅局'],
    [
      '等有关部门 names a group, 等部门 does not',
      '（县水务局等有关部门，县林业局等部门配合）',
      '县水务局+ 有关部门+* 县林业局+',
    ],
    [
      'nested brackets stay in the name',
      '（各县（市、区）人民政府，市发改委负责）',
      '各县（市、区）人民政府* 市发改委',
    ],
    [
      '和 parts units',
      '责任单位：县教育局和县财政局，县公安局及各乡镇',
      '县教育局 县财政局 县公安局 各乡镇*',
    ],
    [
      '和 inside a name parts nothing',
      '责任单位：省发展和改革委员会、省人力资源和社会保障厅',
      '省发展和改革委员会 省人力资源和社会保障厅',
    ],
    [
      '和 inside a name of one unit in every place parts nothing',
      '责任单位：各市（州）文化和旅游局、各县区人民政府和派出所',
      '各市（州）文化和旅游局* 各县区人民政府* 派出所',
    ],
    [
      'a second bare noun shares what is said of the first',
      '（县发改局等有关部门和单位按职责分工负责，各乡镇、各有关部门、单位配合）',
      '县发改局 有关部门和单位* 各乡镇+* 各有关部门、单位+*',
    ],
    [
      'levels before one noun are one name',
      '责任单位：县教育局，各县、市、区政府',
      '县教育局 各县、市、区政府*',
    ],
    [
      'labels may say whose units they name',
      '（省级责任单位：省教育厅；市县责任单位：各市、县人民政府；督导单位：省督导办）',
      '省教育厅 各市、县人民政府*',
    ],
    [
      'a county-level city is a level, too',
      '（牵头单位：市科技局，配合单位：市财政局，各区、县级市；责任单位：各区、县级河长办）',
      '市科技局! 市财政局+ 各区、县级市+* 各区* 县级河长办',
    ],
    [
      '和 within the bracket of a name parts nothing, behind it it does',
      '（县发展改革委（粮食和储备局）和县市场监管局（食品和药品）负责）',
      '县发展改革委（粮食和储备局） 县市场监管局（食品和药品）',
    ],
    [
      'a group may be joined to 等',
      '（国家疾控局等和地方人民政府按职责分工负责，县教育局等及各学校配合）',
      '国家疾控局 地方人民政府* 县教育局+ 各学校+*',
    ],
    [
      'what is said of the tasks that follow names nobody here',
      '（责任单位：县工信局，各乡镇人民政府、园区管委会。以下措施均需各乡镇人民政府、园区管委会落实，不再列出）',
      '县工信局 各乡镇人民政府* 园区管委会',
    ],
    [
      'governments of townships stand for all of them',
      '（责任单位：县财政局；各街道办事处、乡人民政府，城关镇人民政府）',
      '县财政局 各街道办事处* 乡人民政府* 城关镇人民政府',
    ],
    [
      '以下 in a name says nothing of other tasks',
      '（责任单位：县教育局，以下各学校）',
      '县教育局 以下各学校',
    ],
    [
      'how to read the list is no name of it',
      '（责任单位：县税务局、县财政局，排在首位的为牵头单位，下同）',
      '县税务局 县财政局',
    ],
    [
      'they may act 结合实际',
      '（省科技厅按职责分工负责，各县人民政府结合实际落实）',
      '省科技厅 各县人民政府*',
    ],
    [
      'departments of a hospital stand apart by spaces',
      '【责任科室】神经内科 普外科 影像科',
      '神经内科 普外科 影像科',
    ],
    ['labels may be bold', '**责任单位**：县教育局、**县财政局**', '县教育局 县财政局'],
    ['who to ring is no part of a name', '责任单位：县教育局（联系人：张某）、县财政局', '县教育局 县财政局'],
    ['what is to be done stands before 由', '（以上工作由各部门按职责分工落实）', '各部门*'],
    [
      'a time at the end is no unit',
      '（市数据局、市司法局按职责分工负责，6月底前完成）',
      '市数据局 市司法局',
    ],
    ['any name is taken under a label', '责任单位：教务处、初一年级、张家湾', '教务处 初一年级 张家湾'],
    [
      'the predicate after a comma does not reach back to the lead',
      '（牵头单位：市住建局，市城管局、市水务局配合）',
      '市住建局! 市城管局+ 市水务局+',
    ],
    [
      'the bracket after a name may give its role',
      '（责任单位：县教育局（牵头）、县公安局）',
      '县教育局! 县公安局',
    ],
    [
      'the bracket after a name gives its role without brackets around the clause, too',
      '责任单位：县教育局（牵头）、县财政局，各乡镇（配合）',
      '县教育局! 县财政局 各乡镇+*',
    ],
    [
      'a label in round brackets opens a clause behind a sentence',
      '改造校舍。（牵头单位）县教育局',
      '县教育局!',
    ],
    [
      'schools, bookshops and associations are units',
      '（县一中、县新华书店、县科协负责）',
      '县一中 县新华书店 县科协',
    ],
    ['a plenum is no school', '学习贯彻（全市三中全会精神）。', ''],
    [
      'a list of units closing a sentence is a clause',
      '改造校舍。（省教育厅、省财政厅）',
      '省教育厅 省财政厅',
    ],
    [
      'tags in brackets take what follows',
      '【牵头单位】县环保局 【配合单位】县水利局、县林业局',
      '县环保局! 县水利局+ 县林业局+',
    ],
    [
      'people are no units',
      '牵头领导：张三  责任单位：镇农业服务中心、各村（社区）',
      '镇农业服务中心 各村（社区）*',
    ],
    [
      'party and government of one place are one name',
      '清理河道。（县水利局，各乡镇党委、政府）',
      '县水利局 各乡镇党委、政府*',
    ],
    [
      'party and government are one name whatever they are called',
      '（县民政局牵头，各街道党（工）委、办事处和城关镇党委、人民政府配合）',
      '县民政局! 各街道党（工）委、办事处+* 城关镇党委、人民政府+',
    ],
    [
      'the government of another place is a name of its own',
      '责任单位：城关镇党委、县政府办公室、各乡镇政府',
      '城关镇党委 县政府办公室 各乡镇政府*',
    ],
    [
      'fields of work stand for their departments where 等部门 says so',
      '（市发改委牵头，市财政、人社、住建等部门按职责分工负责）',
      '市发改委! 市财政 人社 住建',
    ],
    ['fields of work alone are no units', '加大投入（教育、卫生健康、交通等方面），（财政、住建）。', ''],
    [
      '为 stands for the colon of a label where a name or time follows',
      '（牵头单位为县教育局，配合单位为县财政局、各学校，完成时限为2025年9月）',
      '县教育局! 县财政局+ 各学校+*',
    ],
    ['a bracket that explains is no clause', '新建学校（幼儿园）3所，引进企业（含外资）5家。', ''],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.equal(named(text), expected));

  it('gives every name its exact place', () => {
    const text = '加强巡查。（责任单位： 县水务局 、各镇（街道）。）';
    for (const { value, range } of readFields(text).units)
      assert.equal(text.slice(range.start, range.end), value);
    assert.equal(named(text), '县水务局 各镇（街道）*');
  });

  it('keeps the period inside the bracket in the content', () => {
    assert.equal(
      readFields('巡查。〔责任单位：县水务局。〕').clauses[0]?.content.value,
      '责任单位：县水务局。',
    );
  });

  it('finds several clauses in one text', () => {
    const { clauses } = readFields('修路。（责任单位：县交通局）绿化。（责任单位：县林业局）');
    assert.deepEqual(
      clauses.map(({ content }) => content.value),
      ['责任单位：县交通局', '责任单位：县林业局'],
    );
  });

  it('reads the fields of a clause with their labels', () => {
    const [clause] = readFields('〔工作目标：新建学校2所；责任部门：县教育局；完成时间：年底前〕').clauses;
    assert.deepEqual(
      clause?.parts.map((part) => [part.field, part.label?.value, part.content.value]),
      [
        ['target', '工作目标', '新建学校2所'],
        ['unit', '责任部门', '县教育局'],
        ['deadline', '完成时间', '年底前'],
      ],
    );
  });
});

describe('units in prose', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a unit that leads', '乙县林业局牵头，相关部门密切配合，划定禁火区。', '乙县林业局! 相关部门+*'],
    [
      'a unit charged by 由',
      '由县数据局负责搭建平台，由县教育局会同县公安局制定细则。',
      '县数据局 县教育局! 县公安局+',
    ],
    [
      'a unit named behind what it is charged with',
      '涉密申请由市保密局会同市档案局研究答复。由县水利局负责，县林业局、有关乡（镇）配合。各乡（镇）具体实施。',
      '市保密局! 市档案局+ 县水利局 县林业局+ 有关乡（镇）+* 各乡（镇）*',
    ],
    [
      'a unit named behind a dash',
      '引进工业项目2个——县招商局牵头，县工信局、县财政局配合。',
      '县招商局! 县工信局+ 县财政局+',
    ],
    [
      'a line between two places that a unit is named after',
      '武汉—宜昌铁路指挥部牵头。',
      '武汉—宜昌铁路指挥部!',
    ],
    [
      'a ministry and those it works with',
      '教育部会同国家发展改革委、财政部制定方案。',
      '教育部! 国家发展改革委+ 财政部+',
    ],
    ['units with a duty', '市教育局、市体育局要加强指导，各部门要抓好落实。', '市教育局 市体育局 各部门*'],
    [
      'those who take part beside the one that leads',
      '由县司法局牵头，县法院、县公安局参与，建成调解中心。',
      '县司法局! 县法院+ 县公安局+',
    ],
    ['taking part alone charges nobody', '鼓励社会组织、街道社区参与。', ''],
    ['names apart by a slash', '财务科/办公室牵头，各科室配合', '财务科! 办公室! 各科室+*'],
    ['a leading part', '充分发挥县文明办牵头作用。', '县文明办!'],
    [
      'a unit charged to lead',
      '市教育局负责牵头协调，市公安局、市城管局等部门按职责分工负责。',
      '市教育局! 市公安局 市城管局',
    ],
    [
      'groups with a duty',
      '各级党委、政府要加强领导，各县（市、区）要制定方案。',
      '各级党委、政府* 各县（市、区）*',
    ],
    [
      'units after a label that 为 follows',
      '开展演练，责任单位为县应急局、各乡镇。该项任务牵头单位为县公安局，配合单位为县住建局，完成时限为6月底。验收。',
      '县应急局 各乡镇* 县公安局! 县住建局+',
    ],
    ['company in a task', '会同市教育局、市公安局，开展校车检查。', '市教育局+ 市公安局+'],
  ];
  for (const [title, text, expected] of cases)
    it(`counts ${title}`, () => assert.equal(named(text), expected));

  const mentions = [
    '强化安委办牵头抓总作用。',
    '坚持谁主管谁负责，明确监管部门负责人。',
    '对责任单位和个人严肃问责。',
    '按照属地负责原则处置。',
    '党委领导、政府负责、部门协同的格局更加完善。',
    '领导干部要带头学习，企业要设置专职岗位，学校要开足课时。',
    '配合市级部门建设平台，督促甲县水泥有限公司整改。',
    '要全面提升服务水平，各项指标要达到要求。',
    '列第一位的责任单位为牵头单位，各责任单位为责任主体。',
    '压实责任，责任单位为清单所列单位。',
    '责任单位为第一责任人，牵头单位为总负责，责任部门为推进改革的关键。',
  ];
  for (const text of mentions)
    it(`does not count a mere mention: ${text}`, () => assert.equal(named(text), ''));
});

describe('unit cells of tables', () => {
  it('takes the role of its column', () => {
    assert.deepEqual(
      readUnitCell('县教育局、县财政局', 'lead').map(({ role, source }) => [role, source]),
      [
        ['lead', 'row'],
        ['lead', 'row'],
      ],
    );
  });
  it('reads predicates as clauses do', () =>
    assert.equal(cell('县住建局牵头、县发改委、县城管局配合'), '县住建局! 县发改委+ 县城管局+'));
  it('parts names at line breaks and spaces', () =>
    assert.equal(cell('县教育局\n县财政局 各乡镇'), '县教育局 县财政局 各乡镇*'));
  it('is empty for an empty cell', () => assert.equal(cell(''), ''));
  it('knows groups within a body', () =>
    assert.equal(cell('县安委会各成员单位、县级有关部门'), '县安委会各成员单位* 县级有关部门*'));
});
