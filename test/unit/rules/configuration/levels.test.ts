import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { readConfigurationFile } from '../../../../server/src/rules/configuration/configuration-file';
import {
  explainLevel,
  optionsFor,
  type Configuration,
} from '../../../../server/src/rules/configuration/levels';
import { settingsLayer } from '../../../../server/src/rules/configuration/settings-layer';
import { allRules } from '../../../../server/src/rules/index';
import type { DraftRule, Rule } from '../../../../server/src/rules/rule';
import { layersFor, runRules } from '../../../../server/src/rules/run-rules';

const gap = allRules.find(({ id }) => id === 'numbering/gap') as Rule;
const GAP = '一、甲\n\n（一）做好甲事。\n\n（三）做好乙事。\n';

function configuration(yaml: string, settings: Record<string, unknown> = {}): Configuration {
  const { layer } = readConfigurationFile(yaml, '项目/.yaodian.yaml', allRules);
  return { layers: [layer, settingsLayer(settings, '设置', allRules)] };
}

function levelOfGap(frontMatter: string, given: Configuration): string {
  const text = frontMatter === '' ? GAP : `---\n${frontMatter}---\n\n${GAP}`;
  return runRules(readDraft(text), given).find(({ rule }) => rule === 'numbering/gap')?.level ?? 'off';
}

describe('Levels', () => {
  it('are the rules’ own where nobody says anything', () => {
    assert.equal(levelOfGap('', configuration('')), 'error');
  });

  it('come from the settings, the file beside the drafts or the front matter, the later the stronger', () => {
    const settings = { 'numbering/gap': '提示' };
    assert.equal(levelOfGap('', configuration('', settings)), 'hint');
    assert.equal(levelOfGap('', configuration('检查:\n  numbering/gap: 信息\n', settings)), 'info');
    const file = configuration('检查:\n  numbering/gap: 信息\n', settings);
    assert.equal(levelOfGap('检查:\n  numbering/gap: 警告\n', file), 'warning');
  });

  it('are those of the rule before its group before all within one place', () => {
    assert.equal(levelOfGap('检查:\n  全部: 关闭\n  numbering/*: 提示\n', configuration('')), 'hint');
    assert.equal(
      levelOfGap('检查:\n  numbering/gap: 警告\n  numbering/*: 关闭\n', configuration('')),
      'warning',
    );
  });

  it('of a group in the front matter win over those of the rule in the file', () => {
    const file = configuration('检查:\n  numbering/gap: 警告\n');
    assert.equal(levelOfGap('检查:\n  numbering/*: 关闭\n', file), 'off');
  });

  it('can be asked where they come from', () => {
    const given = configuration('检查:\n  numbering/*: 提示\n');
    assert.deepEqual(explainLevel(gap, given.layers), {
      rule: 'numbering/gap',
      value: 'hint',
      from: { origin: 'file', name: '项目/.yaodian.yaml', key: 'numbering/*' },
    });
    const draft = readDraft(`---\n检查:\n  全部: 关闭\n---\n\n${GAP}`);
    assert.deepEqual(explainLevel(gap, layersFor(draft, given)).from, {
      origin: 'front-matter',
      name: '检查',
      key: '全部',
    });
    assert.equal(explainLevel(gap, []).from.origin, 'default');
  });

  it('give options their defaults, overridden by place', () => {
    const rule: DraftRule = {
      ...(gap as DraftRule),
      options: {
        上限: { type: 'integer', default: 3, description: '应为整数' },
        用词: { type: 'strings', default: ['甲'], description: '应为整数' },
      },
    };
    const { layer } = readConfigurationFile('检查:\n  numbering/gap: {上限: 5}\n', 'f', [rule]);
    const settings = settingsLayer({ 'numbering/gap': { 级别: '提示', 上限: 9, 用词: ['乙'] } }, '设置', [
      rule,
    ]);
    assert.deepEqual(optionsFor(rule, [layer, settings]), { 上限: 5, 用词: ['乙'] });
    assert.equal(explainLevel(rule, [layer, settings]).value, 'hint');
  });
});

describe('A faulty .yaodian.yaml', () => {
  const problemsOf = (yaml: string): string[] =>
    readConfigurationFile(yaml, '.yaodian.yaml', allRules).problems.map(
      ({ range, message }) => `${yaml.slice(range.start, range.end)}: ${message}`,
    );

  const cases: [yaml: string, problem: RegExp][] = [
    [
      '检查:\n  numbering/gapp: 警告\n',
      /^numbering\/gapp: 没有名为“numbering\/gapp”的规则，是否为“numbering\/gap”$/,
    ],
    ['检查:\n  gap: 警告\n', /^gap: .*是否为“numbering\/gap”$/],
    ['检查:\n  numbering/gap: 警靠\n', /^警靠: “警靠”不是级别，是否为“警告”/],
    ['检查:\n  numbering/gap:\n', /^.*: 没有写明级别/],
    ['检查: 关闭\n', /^关闭: “检查”应为/],
    ['检察:\n  numbering/gap: 警告\n', /^检察: 没有“检察”这个键，是否为“检查”$/],
    ['框架章节: 3\n', /^3: “框架章节”应为文字或文字列表$/],
    ['版式: 书信\n', /^书信: “版式”应为公文、信函或纪要，或/],
    ['版式: {页码: 左}\n', /^左: 版式的“页码”应为单双页、居中或无$/],
    ['版式:\n  页边距: 3\n', /^页边距: 版式里没有“页边距”这一项，是否为“页边”$/],
    ['版式: {页边: {上: 370}}\n', /^\{上: 370\}: 版式的“页边”应为/],
    ['检查: [\n', /YAML 格式有误/],
    ['- 甲\n', /应为“键: 值”/],
  ];
  for (const [yaml, problem] of cases) {
    it(`has its fault located in ${JSON.stringify(yaml)}`, () => {
      const problems = problemsOf(yaml);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('gives the layout of drafts, by its settings or by the name of a form', () => {
    const layoutOf = (yaml: string): unknown => readConfigurationFile(yaml, 'f', allRules).layout;
    assert.deepEqual(layoutOf('版式: {页边: {上: 34.58}, 责任括注: 不印}\n'), {
      页边: { 上: 34.58 },
      责任括注: '不印',
    });
    assert.deepEqual(layoutOf('版式: 信函\n'), { 格式: '信函' });
  });

  it('takes effect where it is right', () => {
    const { layer, framingChapters, registries } = readConfigurationFile(
      '检查:\n  numbering/gap: 警示\n  numbering/duplicate: 提示\n框架章节: 工作回顾\n单位名录: [甲.yaml, 乙.csv]\n',
      'f',
      allRules,
    );
    assert.deepEqual([...layer.checks], [['numbering/duplicate', { level: 'hint' }]]);
    assert.deepEqual(framingChapters, ['工作回顾']);
    assert.deepEqual(registries, ['甲.yaml', '乙.csv']);
  });
});
