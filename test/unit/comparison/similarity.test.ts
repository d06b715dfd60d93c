import assert from 'node:assert/strict';
import {
  cosine,
  coverage,
  similarPairs,
  TextSpace,
  without,
} from '../../../server/src/comparison/similarity';

/** How alike two texts are where nothing else is known. */
function similarity(a: string, b: string): number {
  const space = new TextSpace([a, b]);
  return cosine(space.vectorOf(a), space.vectorOf(b));
}

describe('similarity of texts', () => {
  it('is 1 for equal texts and 0 for texts without a common pair of characters', () => {
    assert.equal(similarity('整治农村道路安全隐患', '整治农村道路安全隐患').toFixed(6), '1.000000');
    assert.equal(similarity('整治农村道路', '储备应急物资'), 0);
  });

  it('is 0 and not a number out of nowhere for texts that say nothing', () => {
    assert.equal(similarity('', ''), 0);
    assert.equal(similarity('。', '整治农村道路'), 0);
  });

  it('does not see numbers, punctuation and width', () => {
    assert.equal(
      similarity('实施防护工程90公里，改造12处。', '实施防护工程１２０公里;改造 8 处').toFixed(6),
      '1.000000',
    );
  });

  it('counts rare words more than those that every text has', () => {
    const texts = ['推进河道清淤工作', '推进校车管理工作', '推进燃气改造工作', '推进桥梁加固工作'];
    const space = new TextSpace(texts);
    const [river, bus] = [space.vectorOf('推进河道清淤工作'), space.vectorOf('推进校车管理工作')];
    const pairs = similarPairs([space.vectorOf('河道清淤')], [river, bus], 0);
    assert.ok((pairs[0]?.score ?? 0) > 0.7, 'the river is found by what only it has');
    assert.ok(similarPairs([river], [bus], 0.2).length === 0, 'common words alone make no likeness');
  });

  it('lists like pairs by index in the order of the texts', () => {
    const texts = ['整治农村道路隐患', '储备应急物资', '农村道路隐患整治', '应急物资储备'];
    const space = new TextSpace(texts);
    const [a, b, c, d] = texts.map((text) => space.vectorOf(text));
    const pairs = similarPairs([a!, b!], [c!, d!], 0.4);
    assert.deepEqual(
      pairs.map(({ from, to }) => [from, to]),
      [
        [0, 0],
        [1, 1],
      ],
    );
  });

  it('tells how much of a part a whole covers, and what is left of it', () => {
    const space = new TextSpace(['改造老旧燃气管道；新建充电端口', '改造老旧燃气管道', '新建充电端口']);
    const whole = space.vectorOf('改造老旧燃气管道；新建充电端口');
    const part = space.vectorOf('新建充电端口');
    assert.equal(coverage(part, whole), 1);
    assert.equal(coverage(part, without(whole, part)), 0);
    assert.equal(coverage(part, without(whole, space.vectorOf('改造老旧燃气管道'))), 1);
  });
});
