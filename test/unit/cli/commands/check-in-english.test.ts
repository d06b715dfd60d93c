import assert from 'node:assert/strict';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';
import { chineseOnPage } from '../../../support/wording';

const GAP = '2026年政务公开工作要点\n一、重点任务\n（一）办好热线\n（三）办好网站\n';

function files(text = GAP): InMemoryFiles {
  return new InMemoryFiles({
    '.yaodian.yaml': '检查:\n  全部: 关闭\n  numbering/gap: 错误\n',
    'a.txt': text,
  });
}

describe('check --lang en', () => {
  it('says what it finds in English, and how many', async () => {
    const { code, stdout } = await runInMemory(['check', 'a.txt', '--lang', 'en'], files());
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^a\.txt:4:1 error Before “（三）” there is left out: “（二）”\. Numbers should follow one another/m,
    );
    assert.match(stdout, /^Files checked: 1; findings: 1 \(error 1\)\. Tasks: 2, complete: 0;/m);
  });

  it('says what went wrong in English', async () => {
    const { code, stderr } = await runInMemory(['check', 'absent.txt', '--lang', 'en'], files());
    assert.equal(code, 2);
    assert.match(stderr, /^Error: Cannot find absent\.txt\n {2}What to do: Check the path/);
  });

  it('makes an English page, and names the language in it', async () => {
    const { stdout } = await runInMemory(['check', 'a.txt', '--lang', 'en', '--format', 'html'], files());
    assert.match(stdout, /<html lang="en">/);
    assert.equal(chineseOnPage(stdout), '');
  });

  it('repairs the text as without it', async () => {
    const [english, chinese] = [files(), files()];
    await runInMemory(['check', 'a.txt', '--fix', '--lang', 'en'], english);
    await runInMemory(['check', 'a.txt', '--fix'], chinese);
    assert.deepEqual(english.read('a.txt'), chinese.read('a.txt'));
  });

  it('leaves the next command its Chinese, and knows no other language', async () => {
    await runInMemory(['check', 'a.txt', '--lang', 'en'], files());
    assert.match((await runInMemory(['check', 'a.txt'], files())).stdout, /序号应连续/);
    const { code, stderr } = await runInMemory(['check', 'a.txt', '--lang', 'fr'], files());
    assert.equal(code, 2);
    assert.match(stderr, /可用的值：zh、en/);
  });
});
