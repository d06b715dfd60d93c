import assert from 'node:assert/strict';
import { rebasePath } from '../../../server/src/drafting/rebase-path';

describe('rebasePath', () => {
  it('leads from another folder to the same file', () => {
    assert.equal(rebasePath('单位名录.yaml', '/计划/往年', '/计划'), '往年/单位名录.yaml');
    assert.equal(rebasePath('../单位名录.yaml', '/计划/往年', '/计划'), '单位名录.yaml');
    assert.equal(rebasePath('单位名录.yaml', '/计划', '/计划/往年/2024'), '../../单位名录.yaml');
    assert.equal(rebasePath('共用\\单位名录.yaml', 'C:\\计划\\往年', 'C:\\计划'), '往年/共用/单位名录.yaml');
  });

  it('leaves whole paths as they are, and writes them where nothing else leads there', () => {
    for (const path of ['/共用/单位名录.yaml', 'D:\\共用\\单位名录.yaml'])
      assert.equal(rebasePath(path, '/计划/往年', '/计划'), path);
    assert.equal(rebasePath('单位名录.yaml', 'D:\\往年', 'C:\\计划'), 'D:/往年/单位名录.yaml');
  });
});
