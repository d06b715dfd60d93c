import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenise } from './tokenise';

let grammar: IGrammar;
before(async () => {
  grammar = await loadGrammar();
});

/** The texts that bear a scope, in order; tokens that touch are joined. */
function textsWith(text: string, scope: string): string[] {
  const found: string[] = [];
  let open = false;
  for (const token of tokenise(grammar, text)) {
    const bears = token.scopes.some((one) => one.split(' ').some((name) => name.startsWith(scope)));
    if (bears && open) found[found.length - 1] += token.text;
    else if (bears) found.push(token.text);
    open = bears;
  }
  return found;
}

describe('markers and titles', () => {
  const cases: [title: string, line: string, marker: string, heading: string][] = [
    ['第一级', '一、总体要求', '一、', '总体要求'],
    ['第一级带井号', '## 十二、保障措施', '十二、', '保障措施'],
    ['第二级', '（一）强化基层基础', '（一）', '强化基层基础'],
    ['第二级半角括号', '(十一)加强应急准备', '(十一)', '加强应急准备'],
    ['第二级多写顿号', '（三）、加强督查', '（三）、', '加强督查'],
    ['第三级全角点', '1．健全责任清单。逐人编制。', '1．', '健全责任清单'],
    ['第三级半角点和空格', '25. 储备应急物资。', '25.', '储备应急物资'],
    ['第三级误用顿号', '6、强化科技支撑', '6、', '强化科技支撑'],
    ['全角数字', '１．健全责任清单。', '１．', '健全责任清单'],
    ['第四级', '（1）建立台账。每月更新。', '（1）', '建立台账'],
    ['第五级', '①建立台账', '①', '建立台账'],
    ['部分', '第一部分 总体要求', '第一部分', '总体要求'],
    ['条', '第十二条 各单位应当报告。', '第十二条', '各单位应当报告'],
    ['行首有全角空格', '　　一、总体要求', '一、', '总体要求'],
  ];
  for (const [title, line, marker, heading] of cases) {
    it(`colours marker and title: ${title}`, () => {
      assert.deepEqual(textsWith(line, 'constant.numeric.marker'), [marker]);
      assert.deepEqual(textsWith(line, 'entity.name.section'), [heading]);
    });
  }

  it('ends a run-in title at the first full stop', () => {
    const line = '1．畅通消防生命通道。完成64个小区划线。拆除广告牌。';
    assert.deepEqual(textsWith(line, 'markup.bold.title'), ['畅通消防生命通道']);
    assert.deepEqual(textsWith(line, 'punctuation.separator.title'), ['。']);
  });

  it('tells the levels apart', () => {
    const text = '一、甲\n（一）乙\n1．丙。\n（1）丁。\n①戊';
    for (const [level, marker] of ['一、', '（一）', '1．', '（1）', '①'].entries()) {
      assert.deepEqual(textsWith(text, `constant.numeric.marker.${level + 1}`), [marker]);
    }
  });

  it('colours a Markdown heading without a marker whole', () => {
    assert.deepEqual(textsWith('# 2026年云溪县工作要点', 'entity.name.section'), ['2026年云溪县工作要点']);
  });
});

describe('look-alikes', () => {
  for (const line of [
    '2026年是关键之年。',
    '12350举报电话全天畅通。',
    '1.5倍以上',
    '1:5的比例尺',
    '5·12防灾减灾日活动',
    '100%落实到位。',
    '“1+7+N”体系',
    '一是健全机制；二是压实责任。',
    '三、四级公路隐患',
    '一、二、三产业融合发展',
    '（三）项所列的措施',
    '第三季度完成',
    '附件中所列项目',
  ]) {
    it(`does not colour a marker in ${line}`, () => {
      assert.deepEqual(textsWith(line, 'constant.numeric.marker'), []);
      assert.deepEqual(textsWith(line, 'entity.name.section'), []);
    });
  }

  it('does not take a year in brackets, an aside or a quoted title for a clause', () => {
    const line = '按照《方案》（试行）和云溪府发〔2026〕3号文件（以下简称方案）执行。';
    assert.deepEqual(textsWith(line, 'meta.clause'), []);
  });
});

describe('field clauses', () => {
  it('covers the clause with its brackets, and colours labels, parts and units', () => {
    const clause = '〔牵头单位：县应急局；配合单位：县公安局、县水利局；完成时限：2026年3月底前〕';
    const line = `加强管理。${clause}其余照旧。`;
    assert.deepEqual(textsWith(line, 'meta.clause'), [clause]);
    assert.deepEqual(textsWith(line, 'keyword.other.label'), ['牵头单位', '配合单位', '完成时限']);
    assert.deepEqual(textsWith(line, 'punctuation.separator.part'), ['；', '；']);
    assert.deepEqual(textsWith(line, 'punctuation.separator.unit'), ['、']);
    assert.deepEqual(textsWith(line, 'constant.numeric.deadline'), ['2026年3月底前']);
  });

  for (const clause of [
    '（责任单位：县教育局，各乡镇（街道））',
    '(责任部门:县教育局)',
    '【工作目标：零发生】',
    '[时间节点：6月底前]',
    '（县水利局牵头，县公安局、各乡镇（街道）配合）',
    '（县发展改革局会同有关部门负责）',
  ]) {
    it(`covers ${clause}`, () => {
      assert.deepEqual(textsWith(`抓好落实。${clause}后文`, 'meta.clause'), [clause]);
    });
  }

  it('colours two clauses of one line each on its own', () => {
    const line = '甲。〔责任单位：县发展改革局〕乙。〔责任单位：县公安局〕';
    assert.equal(textsWith(line, 'meta.clause').length, 2);
  });

  it('does not run on past the end of the line where the bracket is never closed', () => {
    assert.deepEqual(textsWith('甲。〔责任单位：县教育局\n一、乙', 'constant.numeric.marker'), ['一、']);
  });
});

describe('other parts of a draft', () => {
  it('hands front matter to YAML, and only at the very beginning', () => {
    const text = '---\n文种: 工作要点\n---\n正文: 不是\n---\n年度: 2026';
    assert.deepEqual(textsWith(text, 'entity.name.tag.yaml'), ['文种']);
  });

  it('colours directives with their rules, and leaves other comments alone', () => {
    const text = '<!-- 要点：忽略 numbering/gap 经会议确定 -->\n<!-- 只是备注 a/b -->';
    assert.deepEqual(textsWith(text, 'keyword.control.directive.kind'), ['忽略']);
    assert.deepEqual(textsWith(text, 'support.constant.rule'), ['numbering/gap']);
    assert.deepEqual(textsWith(text, 'comment.block.html'), ['<!-- 只是备注 a/b -->']);
  });

  it('finds no marker within a comment of several lines or in fenced code', () => {
    assert.deepEqual(textsWith('<!--\n一、甲\n-->', 'constant.numeric.marker'), []);
    assert.deepEqual(textsWith('```\n一、甲\n```\n', 'constant.numeric.marker'), []);
  });

  it('colours table bars, and no markers in cells', () => {
    const text = '| 序号 | 名称 |\n| ---: | --- |\n| 1 | 一、甲 |';
    assert.deepEqual(textsWith(text, 'constant.numeric.marker'), []);
    assert.deepEqual(textsWith('| 1 | 甲 |', 'punctuation.separator.table'), ['|', '|', '|']);
  });

  it('colours the label of an attachment and the list of attachments', () => {
    assert.deepEqual(textsWith('附件1', 'markup.heading.attachment'), ['附件1']);
    assert.deepEqual(textsWith('附件：1．任务表', 'keyword.other.label'), ['附件：']);
  });

  it('colours document numbers, percentages, deadlines and references lightly', () => {
    const line = '按云溪府发〔2026〕3号，达标率100%，6月底前完成，见附件2和第（三）项。';
    assert.deepEqual(textsWith(line, 'constant.other.document-number'), ['〔2026〕3号']);
    assert.deepEqual(textsWith(line, 'constant.numeric.percentage'), ['100%']);
    assert.deepEqual(textsWith(line, 'constant.numeric.deadline'), ['6月底前']);
    assert.deepEqual(textsWith(line, 'variable.other.reference'), ['附件2', '第（三）项']);
  });
});

describe('long lines', () => {
  const units: Record<string, string> = {
    prose: '加强隐患排查整治，健全工作机制，2026年6月底前达标率100%。',
    digits: '1',
    'opening brackets': '（牵头',
    asterisks: '*',
    'unclosed clauses': '〔责任单位：县公安局、',
    'comment openings': '<!-',
    bars: '|',
  };
  for (const [name, unit] of Object.entries(units)) {
    it(`costs time in proportion to the length of a line of ${name}`, () => {
      const time = (length: number): number => {
        const line = unit.repeat(length / unit.length);
        const start = process.hrtime.bigint();
        grammar.tokenizeLine(line, null, 0);
        return Number(process.hrtime.bigint() - start) / 1e6;
      };
      time(10_000);
      const short = Math.max(time(100_000), 5);
      const long = time(1_000_000);
      assert.ok(long < short * 40, `100 kB took ${short} ms, 1 MB took ${long} ms`);
    }).timeout(60_000);
  }
});
