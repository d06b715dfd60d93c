import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { applyEdits } from '../../../server/src/dialect/range';
import { silencingActions, switchOffInYaml } from '../../../server/src/features/silencing-actions';
import { marked } from '../../support/cursor-text';

const RULE = 'numbering/gap' as const;

describe('Ignoring a finding', () => {
  it('writes a directive above the line, with the reason to be filled in', () => {
    assert.equal(
      ignored('云溪县2026年教育工作要点\n\n«（三）»规范收费。\n'),
      '云溪县2026年教育工作要点\n\n<!-- 要点：忽略 numbering/gap [此处写明原因] -->\n（三）规范收费。\n',
    );
  });

  it('keeps the line breaks of the draft and its byte order mark', () => {
    assert.equal(
      ignored('\uFEFF«（三）»规范收费。\r\n'),
      '\uFEFF<!-- 要点：忽略 numbering/gap [此处写明原因] -->\r\n（三）规范收费。\r\n',
    );
  });

  it('goes around a table, because a comment within would end it', () => {
    assert.equal(
      ignored('| 序号 | 任务 |\n| --- | --- |\n| «3» | 收费 |\n'),
      '<!-- 要点：忽略开始 numbering/gap [此处写明原因] -->\n\n| 序号 | 任务 |\n| --- | --- |\n| 3 | 收费 |\n\n<!-- 要点：忽略结束 numbering/gap -->\n',
    );
  });
});

describe('Switching a rule off', () => {
  it('makes front matter where the draft has none', () => {
    const { text, ranges } = marked('«（三）»规范收费。\n');
    const [, off] = silencingActions(readDraft(text), findings(ranges[0]));
    assert.equal(
      applyEdits(text, off?.edits ?? []),
      '---\n检查:\n  numbering/gap: 关闭\n---\n\n（三）规范收费。\n',
    );
  });

  it('adds to what a configuration says and leaves the rest as it is', () => {
    const cases = [
      ['', '检查:\n  numbering/gap: 关闭\n'],
      ['框架章节: [其他]', '框架章节: [其他]\n检查:\n  numbering/gap: 关闭\n'],
      ['检查:\n', '检查:\n  numbering/gap: 关闭\n'],
      ['检查: {}\n', '检查:\n  numbering/gap: 关闭\n'],
      ['检查: {a/b: 警告}\n', '检查: {numbering/gap: 关闭, a/b: 警告}\n'],
      [
        '检查:\n    a/b: 警告 # 原因\n年度: 2026\n',
        '检查:\n    numbering/gap: 关闭\n    a/b: 警告 # 原因\n年度: 2026\n',
      ],
      ['检查:\n  numbering/gap: 警告\n', '检查:\n  numbering/gap: 关闭\n'],
    ];
    for (const [before = '', after] of cases) {
      assert.equal(applyEdits(before, switchOffInYaml(before, RULE, '\n')), after);
    }
  });
});

function findings(range = { start: 0, end: 0 }) {
  return [{ rule: RULE, level: 'error' as const, message: '', range }];
}

/** The text after the first action, with what it selects in brackets. */
function ignored(source: string): string {
  const { text, ranges } = marked(source);
  const [ignore] = silencingActions(readDraft(text), findings(ranges[0]));
  assert.ok(ignore?.select);
  const edited = applyEdits(text, ignore.edits);
  const { start, end } = ignore.select;
  return `${edited.slice(0, start)}[${edited.slice(start, end)}]${edited.slice(end)}`;
}
