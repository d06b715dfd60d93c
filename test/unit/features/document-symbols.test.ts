import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { documentSymbols, type DocumentSymbol } from '../../../server/src/features/document-symbols';

const PLAN = `# 云溪县2026年政务公开工作要点

一、总体要求
坚持以公开促落实。
二、重点任务
（一）推进决策公开
1．规范征求意见。2026年6月底前完成目录编制。〔责任单位：县司法局〕
2．办好政策解读。
（二）强化平台建设
`;

describe('Document symbols', () => {
  it('show the plan with its chapters, sections and tasks as people quote them', () => {
    assert.deepEqual(outline(documentSymbols(readDraft(PLAN))), [
      'plan 云溪县2026年政务公开工作要点',
      '  chapter 一、总体要求',
      '  chapter 二、重点任务',
      '    section （一）推进决策公开',
      '      task 1．规范征求意见',
      '      task 2．办好政策解读',
      '    task （二）强化平台建设',
    ]);
  });

  it('say in the detail what a task lacks, and how many tasks a chapter holds', () => {
    const details = flat(documentSymbols(readDraft(PLAN))).map(({ name, detail }) => [
      name.slice(0, 4),
      detail,
    ]);
    assert.equal(Object.fromEntries(details)['2．办好'], '缺目标、责任单位、完成时限');
    assert.match(Object.fromEntries(details)['二、重点'] ?? '', /^任务 3 · 完整 \d$/);
  });

  it('keep the selection range and the children within the range of a node', () => {
    for (const text of [PLAN, PLAN.replaceAll('\n', '\r\n'), `\uFEFF${PLAN}`, PLAN.replace('公开', '𠮷开')]) {
      for (const symbol of flat(documentSymbols(readDraft(text)))) {
        assert.ok(symbol.range.start <= symbol.selectionRange.start, symbol.name);
        assert.ok(symbol.selectionRange.end <= symbol.range.end, symbol.name);
        for (const child of symbol.children) {
          assert.ok(
            symbol.range.start <= child.range.start && child.range.end <= symbol.range.end,
            child.name,
          );
        }
      }
    }
  });

  it('select the marker and the title of an item', () => {
    const section = flat(documentSymbols(readDraft(PLAN))).find(({ kind }) => kind === 'section');
    assert.ok(section);
    assert.equal(PLAN.slice(section.selectionRange.start, section.selectionRange.end), '（一）推进决策公开');
  });

  it('list attachments with their tables beside the plan', () => {
    const text = `${PLAN}\n附件1\n\n任务分解表\n\n| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 规范征求意见 | 县司法局 |\n`;
    const lines = outline(documentSymbols(readDraft(text)));
    assert.ok(lines.includes('attachment 附件1 任务分解表'), lines.join('\n'));
    assert.ok(
      lines.some((line) => line.startsWith('  table ')),
      lines.join('\n'),
    );
  });

  it('are empty for an empty file', () => {
    assert.deepEqual(documentSymbols(readDraft('')), []);
  });
});

function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ kind, name, children }) => [
    `${indent}${kind} ${name}`,
    ...outline(children, `${indent}  `),
  ]);
}

function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
