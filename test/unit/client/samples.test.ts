import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SAMPLES } from '../../../client/src/samples';

describe('The samples that 打开示例 copies', () => {
  it('are all files of the folder', () => {
    const folder = path.resolve(import.meta.dirname, '../../../samples');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      );
    assert.deepEqual([...SAMPLES].sort(), files.sort());
  });
});
