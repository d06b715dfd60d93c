import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findDrafts } from '../../../server/src/cli/find-drafts';
import type { Io } from '../../../server/src/cli/io';
import { NodeFiles } from '../../../server/src/cli/node-files';
import { InMemoryFiles } from '../../support/memory-io';

const withFiles = (files: Io['files']): Io => ({ files }) as Io;
const find = (files: InMemoryFiles, ...operands: string[]): readonly string[] =>
  findDrafts(operands, withFiles(files)).paths;
const complaints = (files: InMemoryFiles, ...operands: string[]): string[] =>
  findDrafts(operands, withFiles(files)).failures.map(({ message }) => message);

describe('findDrafts', () => {
  const files = new InMemoryFiles({
    '稿/乙.要点.md': '',
    '稿/甲.yaodian.md': '',
    '稿/旧/丙.txt': '',
    '稿/说明.md': '# 说明\n',
    '稿/丁.md': '---\n文种: 工作要点\n---\n一、甲\n',
    '稿/戊.md': '\uFEFF---\r\n年度: 2026\r\n文种： "工作要点" # 注\r\n---\r\n',
    '稿/己.md': '文种: 工作要点\n',
    '稿/表.csv': '',
    '稿/.git/x.txt': '',
    '稿/node_modules/y.txt': '',
  });

  it('takes from a folder what looks like a draft, in an order of its own', () => {
    const expected = ['稿/丁.md', '稿/乙.要点.md', '稿/戊.md', '稿/旧/丙.txt', '稿/甲.yaodian.md'];
    assert.deepEqual(find(files, '稿'), expected);
  });

  it('takes a file named outright whatever it is called, and each file once', () => {
    assert.deepEqual(find(files, '稿/说明.md', './稿/说明.md', '稿/表.csv'), ['稿/说明.md', '稿/表.csv']);
  });

  it('expands patterns that the shell left alone', () => {
    assert.deepEqual(find(files, '稿/*.txt', '**/*.txt'), ['稿/旧/丙.txt']);
    assert.deepEqual(complaints(files, '稿/*.doc'), ['没有文件符合 稿/*.doc']);
  });

  it('hands standard input on', () => {
    assert.deepEqual(find(files, '-'), ['-']);
  });

  it('says what is missing, and goes on with the rest', () => {
    assert.deepEqual(find(files, '无此稿.md', '稿/旧'), ['稿/旧/丙.txt']);
    assert.deepEqual(complaints(files, '无此稿.md', '稿/旧'), ['找不到 无此稿.md']);
  });

  it('says so when a folder holds no draft', () => {
    assert.deepEqual(complaints(new InMemoryFiles({ 'x/a.csv': '' }), 'x'), ['没有找到要点稿：x']);
  });

  it('reports a file it may not read and finds the others', () => {
    const some = new InMemoryFiles({ 'x/a.md': '', 'x/b.txt': '' });
    some.forbidden.add('/work/x/a.md');
    assert.deepEqual(find(some, 'x'), ['x/b.txt']);
    assert.deepEqual(complaints(some, 'x'), ['没有权限访问 x/a.md']);
  });
});

describe('findDrafts on disk', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'yaodian-find-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('ends where links lead back up, and takes a linked file once', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/x.要点.md'), '');
    symlinkSync('..', join(folder, 'a/b/up'));
    symlinkSync('b', join(folder, 'a/c'));
    symlinkSync('b/x.要点.md', join(folder, 'a/y.要点.md'));
    const { paths, failures } = findDrafts([folder], withFiles(new NodeFiles()));
    assert.deepEqual(
      paths.map((path) => relative(folder, path)),
      ['a/b/x.要点.md'],
    );
    assert.deepEqual(failures, []);
  });

  it('reports a link to itself instead of following it, and leaves dangling ones', () => {
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'gone.txt'));
    writeFileSync(join(folder, 'x.txt'), '');
    const { paths, failures } = findDrafts([folder], withFiles(new NodeFiles()));
    assert.deepEqual(
      paths.map((path) => relative(folder, path)),
      ['x.txt'],
    );
    assert.match(failures[0]?.message ?? '', /绕成了圈/u);
  });
});
