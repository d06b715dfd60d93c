import assert from 'node:assert/strict';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const ROUGH = '# 云溪县2026年教育工作要点\n一、重点任务\n加快发展。\n';
const NEAT = '# 云溪县2026年教育工作要点\n\n## 一、重点任务\n\n加快发展。\n';

describe('yaodian format', () => {
  it('prints the draft in canonical form', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': ROUGH });
    const { code, stdout } = await runInMemory(['format', 'a.要点.md'], files);
    assert.deepEqual([code, stdout], [0, NEAT]);
    assert.deepEqual(files.written, []);
  });

  it('lists with --check what is not in canonical form, and writes nothing', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': ROUGH, 'b.要点.md': NEAT });
    const { code, stdout } = await runInMemory(['format', '.', '--check'], files);
    assert.deepEqual([code, stdout], [1, 'a.要点.md\n']);
    assert.deepEqual(files.written, []);
  });

  it('writes back with --write only what changes', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': ROUGH, 'b.要点.md': NEAT });
    const { code } = await runInMemory(['format', '.', '--write'], files);
    assert.equal(code, 0);
    assert.deepEqual(files.written, ['a.要点.md']);
    assert.equal(files.textOf('a.要点.md'), NEAT);
  });

  it('does not overwrite another file unless told to', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': ROUGH, 'b.要点.md': '别的' });
    const refused = await runInMemory(['format', 'a.要点.md', '-o', 'b.要点.md'], files);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /已存在/);
    const forced = await runInMemory(['format', 'a.要点.md', '-o', 'b.要点.md', '--force'], files);
    assert.equal(forced.code, 0);
    assert.equal(files.textOf('b.要点.md'), NEAT);
  });

  it('wants one draft where it prints', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': ROUGH, 'b.要点.md': NEAT });
    const { code, stderr } = await runInMemory(['format', '.'], files);
    assert.equal(code, 2);
    assert.match(stderr, /--write/);
  });
});
