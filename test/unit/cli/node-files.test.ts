import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFileError } from '../../../server/src/cli/io';
import { NodeFiles } from '../../../server/src/cli/node-files';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('NodeFiles', () => {
  const files = new NodeFiles();
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const failsWith = (code: string) => (error: unknown) => isFileError(error) && error.code === code;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'yaodian-files-'))));
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  it('replaces a file by another one with the same mode', () => {
    writeFileSync(at('a.md'), '旧');
    chmodSync(at('a.md'), 0o640);
    const before = statSync(at('a.md'));
    files.replace(at('a.md'), bytes('新'));
    const after = statSync(at('a.md'));
    assert.equal(readFileSync(at('a.md'), 'utf8'), '新');
    assert.equal(after.mode & 0o777, 0o640);
    assert.notEqual(after.ino, before.ino);
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('replaces what a link points to and keeps the link', () => {
    mkdirSync(at('x'));
    writeFileSync(at('x/a.md'), '旧');
    symlinkSync('x/a.md', at('link.md'));
    files.replace(at('link.md'), bytes('新'));
    assert.ok(lstatSync(at('link.md')).isSymbolicLink());
    assert.equal(readFileSync(at('x/a.md'), 'utf8'), '新');
  });

  it('leaves the old content and no temporary file when it fails', () => {
    mkdirSync(at('a.md'));
    writeFileSync(at('a.md/x'), '');
    assert.throws(() => files.replace(at('a.md'), bytes('新')), isFileError);
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('writes a new file, and over an old one only when told', () => {
    files.write(at('a.csv'), bytes('一'), false);
    assert.throws(() => files.write(at('a.csv'), bytes('二'), false), failsWith('EEXIST'));
    assert.equal(readFileSync(at('a.csv'), 'utf8'), '一');
    files.write(at('a.csv'), bytes('二'), true);
    assert.equal(readFileSync(at('a.csv'), 'utf8'), '二');
  });

  it('leaves nothing half-written beside a new file', () => {
    files.write(at('a.csv'), bytes('一'), false);
    assert.deepEqual(readdirSync(folder), ['a.csv']);
    assert.equal(statSync(at('a.csv')).mode & 0o777, 0o666 & ~process.umask());
    assert.equal(statSync(at('a.csv')).nlink, 1);
    assert.throws(() => files.write(at('a.csv'), bytes('二'), false), failsWith('EEXIST'));
    assert.deepEqual(readdirSync(folder), ['a.csv']);
  });

  it('tells kinds of paths apart and says what is wrong with the absent ones', () => {
    writeFileSync(at('a'), '');
    symlinkSync('a', at('b'));
    symlinkSync('nowhere', at('c'));
    assert.deepEqual(
      ['a', 'b', 'c', 'd', '.'].map((name) => files.kindOf(at(name))),
      ['file', 'file', 'absent', 'absent', 'folder'],
    );
    assert.throws(() => files.read(at('d')), failsWith('ENOENT'));
    assert.throws(() => files.read(folder), failsWith('EISDIR'));
    assert.deepEqual(
      new Set(files.list(folder).map(({ name, kind }) => `${name} ${kind}`)),
      new Set(['a file', 'b link', 'c link']),
    );
  });
});
