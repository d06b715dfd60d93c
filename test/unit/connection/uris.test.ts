import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import {
  childOf,
  hasPlace,
  intendedUri,
  isWithin,
  nameOf,
  parentOf,
  resolvePath,
  sameFile,
} from '../../../server/src/connection/uris';

describe('Uris', () => {
  it('are one file however they are spelt', () => {
    const ours = pathToFileURL('/工作 区/稿（一）.要点.md').href;
    assert.ok(sameFile(ours, 'file:///工作%20区/稿（一）.要点.md'));
    assert.ok(sameFile('file:///c%3A/稿.md', 'file:///C:/稿.md'));
    assert.ok(sameFile('memfs:/%E7%A8%BF.md', 'memfs:///稿.md'));
    assert.ok(!sameFile('memfs:/稿.md', 'file:///稿.md'));
    assert.ok(!sameFile('vscode-vfs://github/稿.md', 'vscode-vfs://gitlab/稿.md'));
  });

  it('have no place without a folder, or with escapes that mean nothing', () => {
    for (const uri of ['untitled:Untitled-1', 'untitled:/工作区/稿.md', '稿.md', 'file:///%E4%zz.md', ''])
      assert.ok(!hasPlace(uri), uri);
    assert.equal(nameOf('untitled:Untitled-1'), '');
    assert.equal(parentOf('untitled:Untitled-1'), undefined);
    assert.equal(resolvePath('untitled:Untitled-1', '名录.yaml'), undefined);
  });

  it('know their name, their folder and what lies in it', () => {
    assert.equal(nameOf('memfs:/%E5%8E%BF/%E7%A8%BF.md'), '稿.md');
    assert.equal(parentOf('memfs:/a/b.md'), 'memfs:/a');
    assert.equal(parentOf('memfs:/a'), 'memfs:/');
    assert.equal(parentOf('memfs:/'), 'memfs:/');
    assert.equal(childOf('file:///a/', '问?#.md'), 'file:///a/%E9%97%AE%3F%23.md');
  });

  it('lie in a folder only below it', () => {
    assert.ok(isWithin('file:///a', 'file:///a/b/c.md'));
    assert.ok(isWithin('file:///', 'file:///c.md'));
    for (const uri of [
      'file:///a',
      'file:///ab/c.md',
      'file:///a/../c.md',
      'file:///a/%2e%2e/c.md',
      'file:///a/..%2Fc.md',
      'file:///a/..%5Cc.md',
      'memfs:/a/c.md',
      'file://server/a/c.md',
    ])
      assert.ok(!isWithin('file:///a', uri), uri);
  });

  it('of new documents are those they are meant for', () => {
    assert.equal(intendedUri('untitled:/a/b.md'), 'file:///a/b.md');
    assert.equal(intendedUri('untitled:/a/b.md', 'memfs:/a'), 'memfs:/a/b.md');
    assert.equal(intendedUri('untitled:Untitled-1', 'file:///a'), 'file:///a/Untitled-1');
    assert.equal(intendedUri('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(intendedUri('memfs:/b.md', 'file:///a'), 'memfs:/b.md');
  });

  it('come of paths as people write them, on any system', () => {
    const from = (written: string) => decodeURI(resolvePath('file:///工作区/', written) ?? '');
    assert.equal(from('名录.yaml'), 'file:///工作区/名录.yaml');
    assert.equal(from('..\\共用\\名录.yaml'), 'file:///共用/名录.yaml');
    assert.equal(from('../../../etc/passwd'), 'file:///etc/passwd');
    assert.equal(from('/共用/名录.yaml'), 'file:///共用/名录.yaml');
    assert.equal(from('D:\\共用\\名录.yaml'), 'file:///d:/共用/名录.yaml');
    assert.equal(from('\\\\Server\\共用\\名录.yaml'), 'file://server/共用/名录.yaml');
    assert.equal(resolvePath('file:///a/', '100%#?.yaml'), 'file:///a/100%25%23%3F.yaml');
    assert.equal(
      resolvePath('vscode-vfs://github/a/b', '/名录.yaml'),
      encodeURI('vscode-vfs://github/名录.yaml'),
    );
    assert.equal(from('\ud800.yaml'), 'file:///工作区/\ufffd.yaml');
  });
});
