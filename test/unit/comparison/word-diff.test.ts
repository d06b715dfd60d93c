import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listDiff } from '../../../server/src/comparison/list-diff';
import { longestIncreasing } from '../../../server/src/comparison/longest-increasing';
import { wordDiff } from '../../../server/src/comparison/word-diff';

describe('wordDiff', () => {
  it('shows equal texts as one stretch and empty ones as none', () => {
    assert.deepEqual(wordDiff('加强校车管理', '加强校车管理'), [{ kind: 'equal', text: '加强校车管理' }]);
    assert.deepEqual(wordDiff('', ''), []);
  });

  it('replaces whole words and whole numbers', () => {
    assert.equal(marked('覆盖率达80%以上', '覆盖率达100%以上'), '覆盖率达[80%→100%]以上');
    assert.equal(marked('加强校车管理', '强化校车管理'), '[加强→强化]校车管理');
  });

  it('shows what was put in and taken out at its place', () => {
    assert.equal(
      marked('健全责任清单。', '健全责任清单，公示并接受监督。'),
      '健全责任清单[→，公示并接受监督]。',
    );
    assert.equal(marked('逐车建档，严查超速。', '逐车建档。'), '逐车建档[，严查超速→]。');
  });

  it('does not leave a single character standing between two replaced words', () => {
    assert.equal(marked('全面推进的改造', '统筹安排的建设'), '[全面推进的改造→统筹安排的建设]');
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc.stringMatching(/^[加强推进校车管理，。0-9%\n]{0,60}$/);
    fc.assert(
      fc.property(text, text, (from, to) => {
        const changes = wordDiff(from, to);
        assert.equal(joined(changes.filter(({ kind }) => kind !== 'insert')), from);
        assert.equal(joined(changes.filter(({ kind }) => kind !== 'delete')), to);
      }),
    );
  });
});

describe('listDiff', () => {
  it('takes the fewest steps', () => {
    const steps = listDiff([...'甲乙丙甲乙乙甲'], [...'丙乙甲乙甲丙']);
    assert.equal(steps?.filter((step) => step !== 'equal').length, 5);
  });

  it('gives up on lists that have nothing in common rather than taking for ever', () => {
    const list = (mark: string): string[] => Array.from({ length: 1000 }, (_, i) => `${mark}${i}`);
    assert.equal(listDiff(list('甲'), list('乙')), undefined);
  });
});

describe('longestIncreasing', () => {
  it('keeps all but the one that moved', () => {
    assert.deepEqual([...longestIncreasing([4, 0, 1, 2, 3])].sort(), [1, 2, 3, 4]);
    assert.deepEqual([...longestIncreasing([])], []);
  });
});

function marked(from: string, to: string): string {
  return wordDiff(from, to)
    .map(({ kind, text }) => (kind === 'equal' ? text : kind === 'insert' ? `[→${text}]` : `[${text}→]`))
    .join('')
    .replaceAll('→][→', '→');
}

function joined(changes: readonly { readonly text: string }[]): string {
  return changes.map(({ text }) => text).join('');
}
