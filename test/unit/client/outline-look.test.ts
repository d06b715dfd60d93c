import assert from 'node:assert/strict';
import { lookOf, takePlaces } from '../../../client/src/outline/look';
import type { TreeNode } from '../../../client/src/outline/tree';

const place = (line: number, end = 9) => ({ start: { line, character: 0 }, end: { line, character: end } });

function row(label: string, line: number, more: Partial<TreeNode> = {}): TreeNode {
  return {
    id: label,
    label,
    description: '完整',
    kind: 'complete',
    uri: 'file:///a.md',
    movable: true,
    lacks: [],
    range: place(line),
    selectionRange: place(line),
    children: [],
    ...more,
  };
}

const chapter = (...children: TreeNode[]): TreeNode[] => [row('一、教育', 0, { kind: 'chapter', children })];
const none = (): number => 0;

describe('the look of rows in the outline', () => {
  it('stays while somebody types behind a title', () => {
    const before = chapter(row('1．修路', 1));
    const after = chapter(row('1．修路', 1, { range: place(1, 30) }));
    assert.equal(lookOf(after, none), lookOf(before, none));
  });

  it('is another one for what a row says, where it leads, and what is found in it', () => {
    const shown = lookOf(chapter(row('1．修路', 1)), none);
    const others = [
      lookOf(chapter(row('1．修桥', 1)), none),
      lookOf(
        chapter(row('1．修路', 1, { description: '缺目标', kind: 'incomplete', lacks: ['target'] })),
        none,
      ),
      lookOf(chapter(row('1．修路', 2)), none),
      lookOf(chapter(row('1．修路', 1), row('2．植树', 2)), none),
      lookOf(chapter(row('1．修路', 1)), ({ label }) => (label === '1．修路' ? 1 : 0)),
    ];
    assert.equal(new Set([shown, ...others]).size, 6);
  });

  it('leaves the rows that are drawn, and gives them their new places', () => {
    const task = row('1．修路', 1);
    takePlaces(chapter(task), chapter(row('1．修路', 1, { range: place(1, 30) })));
    assert.deepEqual(task.range, place(1, 30));
  });
});
