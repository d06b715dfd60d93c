import assert from 'node:assert/strict';
import { draftName } from '../../../client/src/draft-name';

const nameOf = (scheme: string, path: string, title: string | null): string =>
  draftName({ scheme, path }, title, '稿件');

describe('What a draft is called', () => {
  it('is its file’s name without the endings, whatever its title', () => {
    for (const ending of ['.要点.md', '.yaodian.md', '.md', '.MD'])
      assert.equal(nameOf('file', `/甲/2026年要点${ending}`, '另一标题'), '2026年要点');
  });

  it('is its title where it has no file yet, without what may not stand in a file’s name', () => {
    assert.equal(nameOf('untitled', 'Untitled-1', '云溪县2026年工作要点'), '云溪县2026年工作要点');
    assert.equal(nameOf('untitled', 'Untitled-1', '甲/乙:丙 丁?*"<>|\\戊'), '甲乙丙丁戊');
  });

  it('is a word for any draft where it has no title either', () => {
    assert.equal(nameOf('untitled', 'Untitled-1', null), '稿件');
    assert.equal(nameOf('untitled', 'Untitled-1', ' / '), '稿件');
  });

  it('is the name it is to be saved under where the editor knows one', () => {
    assert.equal(nameOf('untitled', '/甲/新稿.要点.md', '标题'), '新稿');
  });
});
