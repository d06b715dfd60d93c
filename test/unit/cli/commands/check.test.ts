import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { encodeText } from '../../../../server/src/importers/encode-text';
import { InMemoryFiles, runInMemory, type RunResult } from '../../../support/memory-io';

const GAP = '2026年政务公开工作要点\n一、重点任务\n（一）办好热线\n（三）办好网站\n';
const CLEAN = GAP.replace('（三）', '（二）');
const OFF = '检查:\n  全部: 关闭\n';
/** Only the rule these tests speak of, whatever rules come to be. */
const ONLY_GAP = `${OFF}  numbering/gap: 错误\n`;

function filesWith(files: Record<string, string | Uint8Array>): InMemoryFiles {
  return new InMemoryFiles({ '.yaodian.yaml': ONLY_GAP, ...files });
}

interface Json {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly unknown[];
    readonly summary: unknown;
  }[];
}

async function checkJson(files: InMemoryFiles, ...argv: string[]): Promise<Json> {
  const { stdout } = await runInMemory(['check', '--format', 'json', ...argv], files);
  return JSON.parse(stdout) as Json;
}

function documentText(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/gu, '');
}

describe('check', () => {
  it('prints exactly the fields of the contract as JSON', async () => {
    const json = await checkJson(filesWith({ 'a.txt': GAP }), 'a.txt');
    const [message] = json.files.flatMap(({ diagnostics }) => diagnostics as { message: string }[]);
    assert.match(message?.message ?? '', /（二）/u);
    assert.deepEqual(json, {
      version: 1,
      files: [
        {
          path: 'a.txt',
          diagnostics: [
            {
              rule: 'numbering/gap',
              level: 'error',
              message: message?.message,
              range: { start: { line: 4, column: 1 }, end: { line: 4, column: 4 } },
              fixable: true,
            },
          ],
          summary: { tasks: 2, complete: 0, missing: { target: 2, unit: 2, deadline: 2 } },
        },
      ],
    });
  });

  it('counts columns in UTF-16 units and lines whatever ends them', async () => {
    const text = '2026年工作要点\r\n一、𠮷巷\r二、甲\n  四、乙\n';
    const json = await checkJson(filesWith({ 'a.txt': text }), 'a.txt');
    const places = json.files[0]?.diagnostics.map((finding) => (finding as { range: unknown }).range);
    assert.deepEqual(places, [{ start: { line: 4, column: 3 }, end: { line: 4, column: 5 } }]);
  });

  it('ends with 1 for findings at the level asked for or above, with 0 below it', async () => {
    const files = filesWith({ 'a.txt': GAP, 'b.txt': CLEAN });
    const codeOf = async (...argv: string[]): Promise<number> =>
      (await runInMemory(['check', ...argv], files)).code;
    assert.equal(await codeOf('a.txt'), 1);
    assert.equal(await codeOf('b.txt'), 0);
    assert.equal(await codeOf('a.txt', '--fail-on', 'never'), 0);
    files.put('.yaodian.yaml', `${OFF}  numbering/gap: 信息\n`);
    assert.equal(await codeOf('a.txt'), 0);
    assert.equal(await codeOf('a.txt', '--fail-on', 'warning'), 0);
    assert.equal(await codeOf('a.txt', '--fail-on', 'info'), 1);
  });

  it('shows a person the place, the line and what became of the tasks', async () => {
    const { stdout, stderr } = await runInMemory(['check', 'a.txt'], filesWith({ 'a.txt': GAP }));
    assert.match(
      stdout,
      /^a\.txt:4:1 错误 .* {2}numbering\/gap（可自动修复）\n {4}（三）办好网站\n {4}\^{6}$/mu,
    );
    assert.match(stdout, /a\.txt：任务 2 项，要素齐全 0 项；缺目标 2、缺责任单位 2、缺完成时限 2/u);
    assert.match(stdout, /检查了 1 个文件，发现 1 处问题：错误 1。/u);
    assert.match(stdout, /其中 1 处可用 --fix 自动修复/u);
    assert.doesNotMatch(stdout, /\x1b/u);
    assert.equal(stderr, '');
  });

  it('colours a terminal unless NO_COLOR is set', async () => {
    const shown = async (env: Record<string, string>): Promise<string> => {
      let text = '';
      const stdout = {
        isTerminal: true,
        columns: 80,
        write: (chunk: unknown) => void (text += String(chunk)),
      };
      await runInMemory(['check', 'a.txt'], filesWith({ 'a.txt': GAP }), { io: { stdout, env } });
      return text;
    };
    assert.match(await shown({}), /\x1b\[31m错误\x1b\[0m/u);
    assert.doesNotMatch(await shown({ NO_COLOR: '1' }), /\x1b/u);
  });

  it('takes the configuration nearest to each draft, or the one it is given', async () => {
    const files = filesWith({ 'x/a.txt': GAP, 'x/y/a.txt': GAP, 'x/.yaodian.yaml': OFF, 'z.yaml': ONLY_GAP });
    const counts = (json: Json): number[] => json.files.map(({ diagnostics }) => diagnostics.length);
    assert.deepEqual(counts(await checkJson(files, 'x')), [0, 0]);
    assert.deepEqual(counts(await checkJson(files, 'x', '--config', 'z.yaml')), [1, 1]);
  });

  it('names faults of the configuration with their place, once', async () => {
    const files = filesWith({
      'a.txt': CLEAN,
      'b.txt': CLEAN,
      '.yaodian.yaml': '检查:\n  numbering/gap: 严重\n',
    });
    const { code, stderr } = await runInMemory(['check', 'a.txt', 'b.txt', '--fail-on', 'never'], files);
    assert.equal(code, 0);
    assert.match(stderr, /^警告：\.yaodian\.yaml:2:18 .*严重.*\n$/u);
  });

  it('explains the level of each rule and who set it', async () => {
    const files = filesWith({ 'a.md': CLEAN });
    const { code, stdout } = await runInMemory(['check', 'a.md', '--explain-config'], files);
    assert.equal(code, 0);
    assert.match(stdout, /^ {2}numbering\/gap +错误 {2}配置文件 \.yaodian\.yaml$/mu);
    assert.match(stdout, /^ {2}numbering\/out-of-order +关闭 {2}配置文件 \.yaodian\.yaml（按 全部）$/mu);
  });

  it('explains levels as JSON for scripts', async () => {
    const argv = ['check', 'a.txt', '--explain-config', '--format', 'json'];
    const { stdout } = await runInMemory(argv, filesWith({ 'a.txt': CLEAN }));
    const { files } = JSON.parse(stdout) as { files: { path: string; rules: { rule: string }[] }[] };
    assert.equal(files[0]?.path, 'a.txt');
    assert.deepEqual(
      files[0].rules.find(({ rule }) => rule === 'numbering/gap'),
      {
        rule: 'numbering/gap',
        value: 'error',
        from: { origin: 'file', name: '.yaodian.yaml', key: 'numbering/gap' },
      },
    );
  });

  it('compares the drafts of one run, and names the place in the other', async () => {
    const plan = (unit: string): string =>
      `2026年工作要点\n一、任务\n（一）办好热线。（责任单位：${unit}）\n`;
    const files = filesWith({
      'a.txt': plan('县政府办'),
      'x/b.txt': plan('县信访局'),
      '.yaodian.yaml': `${OFF}  task/duplicate: 信息\n`,
    });
    const { stdout } = await runInMemory(['check', 'a.txt', 'x'], files);
    assert.match(stdout, /^a\.txt:3:4 信息 .*责任单位不一致.*\n.*\n.*\n {4}x\/b\.txt:3 /mu);
    assert.match(stdout, /^x\/b\.txt:3:4 信息 .*\n.*\n.*\n {4}a\.txt:3 /mu);
  });

  it('writes a report to a file, in the format its name asks for, and shows nothing', async () => {
    const files = filesWith({ 'a.txt': GAP });
    const { code, stdout } = await runInMemory(['check', 'a.txt', '-o', '报告.html'], files);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(files.textOf('报告.html'), /^<!doctype html>[^]*numbering\/gap/u);
    const again = await runInMemory(['check', 'a.txt', '-o', '报告.html'], files);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /--force/u);
  });

  const failures: readonly (readonly [string, string[], RegExp])[] = [
    ['a configuration file that is not there', ['a.txt', '--config', '无.yaml'], /找不到 无\.yaml/u],
    ['a path that is not there', ['无.txt'], /找不到 无\.txt/u],
    ['standard input with --fix', ['-', '--fix'], /标准输入/u],
  ];
  for (const [what, argv, expected] of failures) {
    it('lists open review notes on the page and in the Word file', async () => {
      const note = {
        author: '李审',
        date: '2026-03-01T00:00:00Z',
        text: '出处在哪里',
        anchor: { quote: '重点任务', before: '# 要点\n\n一、', within: '重点任务' },
      };
      const notes = { n1: { ...note, state: 'open' }, n2: { ...note, state: 'resolved', text: '已改好' } };
      const files = new InMemoryFiles({
        'a.要点.md': '# 要点\n\n一、重点任务\n\n（一）办事。\n',
        'a.审稿.json': JSON.stringify({ version: 1, notes }),
      });
      await runInMemory(['check', 'a.要点.md', '-o', '报告.html', '--fail-on', 'never'], files);
      assert.match(files.textOf('报告.html'), /待处理的审稿意见 <small>1<[^]*重点任务[^]*李审：出处在哪里/u);
      await runInMemory(['check', 'a.要点.md', '-o', '检查.docx', '--fail-on', 'never'], files);
      const word = strFromU8(unzipSync(files.read('检查.docx'))['word/document.xml'] as Uint8Array);
      assert.match(word.replace(/<[^>]+>/gu, ''), /待处理的审稿意见.*李审：出处在哪里/u);
      for (const text of [files.textOf('报告.html'), word]) assert.doesNotMatch(text, /已改好/u);
    });

    it(`fails with code 2 for ${what}`, async () => {
      const { code, stdout, stderr } = await runInMemory(['check', ...argv], filesWith({ 'a.txt': CLEAN }));
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, expected);
    });
  }

  it('checks the rest when one file cannot be read, and fails', async () => {
    const files = filesWith({ 'a.txt': CLEAN, 'b.txt': GAP });
    files.forbidden.add('/work/a.txt');
    const { code, stdout, stderr } = await runInMemory(
      ['check', 'a.txt', 'b.txt', '--format', 'json'],
      files,
    );
    assert.equal(code, 2);
    assert.match(stderr, /没有权限访问 a\.txt/u);
    assert.deepEqual(
      (JSON.parse(stdout) as Json).files.map(({ path }) => path),
      ['b.txt'],
    );
  });

  it('reads standard input', async () => {
    const { code, stdout } = await runInMemory(['check', '-'], filesWith({}), { stdin: GAP });
    assert.equal(code, 1);
    assert.match(stdout, /^-:4:1 错误/u);
  });
});

describe('check as 发文前检查', () => {
  const io = { installedFonts: () => Promise.resolve(['黑体']) };

  it('writes the whole page: findings, elements, fonts and what is ignored', async () => {
    const ignoring = GAP.replace('（三）', '<!-- 要点：忽略 numbering/gap 照上级编号 -->\n（三）');
    const files = filesWith({ 'a.txt': ignoring });
    await runInMemory(['check', 'a.txt', '-o', 'a.docx'], files, { io });
    const page = documentText(files.read('a.docx'));
    assert.match(page, /没有发现问题/u);
    assert.match(page, /没有写“发文字号”/u);
    assert.match(page, /没有“仿宋_GB2312”/u);
    assert.doesNotMatch(page, /没有“黑体”/u);
    assert.match(page, /原因：照上级编号/u);
  });

  it('writes it as a Word file', async () => {
    const files = filesWith({ 'a.txt': GAP });
    const { code } = await runInMemory(['check', 'a.txt', '-o', 'a.docx'], files, { io });
    assert.equal(code, 1);
    const text = documentText(files.read('a.docx'));
    assert.match(text, /发文前检查/u);
    assert.match(text, /第一部分（三）/u);
  });

  it('does not send a Word file to a terminal', async () => {
    const stdout = { isTerminal: true, columns: 80, write: () => assert.fail('nothing is written') };
    const { code, stderr } = await runInMemory(
      ['check', 'a.txt', '--format', 'docx'],
      filesWith({ 'a.txt': GAP }),
      {
        io: { stdout },
      },
    );
    assert.equal(code, 2);
    assert.match(stderr, /-o 文件\.docx/u);
  });
});

describe('check --fix', () => {
  const fix = (files: InMemoryFiles, ...argv: string[]): Promise<RunResult> =>
    runInMemory(['check', '--fix', ...argv], files);

  it('writes repaired files, leaves the others alone, and says what it did', async () => {
    const files = filesWith({ 'a.txt': GAP, 'b.txt': CLEAN });
    const { code, stdout, stderr } = await fix(files, 'a.txt', 'b.txt');
    assert.equal(code, 0);
    assert.equal(files.textOf('a.txt'), CLEAN);
    assert.deepEqual(files.written, ['a.txt']);
    assert.match(stderr, /^已修复 a\.txt：1 处\n$/u);
    assert.match(stdout, /没有发现问题/u);
    assert.deepEqual((await fix(files, 'a.txt')).stderr, '');
    assert.deepEqual(files.written, ['a.txt']);
  });

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
    it(`keeps ${encoding}, byte order mark and line ends`, async () => {
      const [before, after] = [GAP, CLEAN].map((text) =>
        encodeText(text.replaceAll('\n', '\r\n'), encoding, true),
      );
      const files = filesWith({ 'a.txt': before as Uint8Array });
      await fix(files, 'a.txt');
      assert.deepEqual(files.read('a.txt'), after);
    });
  }

  it('repairs the findings of one rule only, in every file, and reports what is left', async () => {
    const text = GAP.replace('办好热线', '办好热线，，办好窗口');
    const all = `${OFF}  numbering/gap: 错误\n  text/doubled: 警告\n`;
    const files = new InMemoryFiles({ '.yaodian.yaml': all, 'a.要点.md': text, 'b.要点.md': text });
    const argv = ['check', '--fix', '--rule', 'text/doubled', 'a.要点.md', 'b.要点.md'];
    const { code, stdout } = await runInMemory(argv, files);
    assert.equal(code, 1);
    for (const name of ['a.要点.md', 'b.要点.md'])
      assert.equal(files.textOf(name), text.replace('，，', '，'));
    assert.match(stdout, /numbering\/gap/);
    assert.doesNotMatch(stdout, /text\/doubled/);
  });

  it('says which rule may have been meant, and that there is none without --fix', async () => {
    const files = filesWith({ 'a.要点.md': GAP });
    const wrong = await runInMemory(['check', '--fix', '--rule', 'text/double', 'a.要点.md'], files);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /没有规则“text\/double”[^]*是不是 text\/doubled？/);
    const alone = await runInMemory(['check', '--rule', 'text/doubled', 'a.要点.md'], files);
    assert.match(alone.stderr, /--rule 只与 --fix 同用/);
    assert.deepEqual(files.written, []);
  });

  it('does not write a file that holds bytes it could not read', async () => {
    const damaged = Uint8Array.from([...new TextEncoder().encode(GAP), 0xff]);
    const files = filesWith({ 'a.txt': damaged });
    const { code, stderr } = await fix(files, 'a.txt');
    assert.equal(code, 2);
    assert.match(stderr, /没有修复 a\.txt/u);
    assert.deepEqual(files.written, []);
  });

  it('does not write over what another program has written meanwhile', async () => {
    const files = filesWith({ 'a.txt': GAP });
    const read = files.read.bind(files);
    files.read = (path) => {
      const content = read(path);
      if (path === 'a.txt') files.put(path, `${GAP}（四）新增\n`);
      return content;
    };
    const { code, stderr } = await fix(files, 'a.txt');
    assert.equal(code, 2);
    assert.match(stderr, /被别的程序改过.*a\.txt/u);
    assert.deepEqual(files.written, []);
  });
});

describe('check as a page', () => {
  const pageOf = async (files: InMemoryFiles, ...argv: string[]): Promise<RunResult> =>
    runInMemory(['check', '--format', 'html', ...argv], files);

  it('tells of each draft of a folder', async () => {
    const files = filesWith({ '稿/a.要点.md': GAP, '稿/往年/b.txt': CLEAN });
    const { code, stdout } = await pageOf(files, '稿');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /<th scope="row"><span lang="zh-CN">稿\/a\.要点\.md<\/span><\/th><td class="share">.*0\/2<\/td>/u,
    );
    assert.match(stdout, /<th scope="row"><span lang="zh-CN">稿\/往年\/b\.txt<\/span><\/th>/u);
    assert.match(stdout, /<td><span lang="zh-CN">第一部分（三）<\/span><br><small>第 4 行<\/small><\/td>/u);
    assert.match(stdout, /<p>\d{4}-\d{2}-\d{2} 生成<\/p>/u);
  });

  it('names a file that cannot be read, and checks the others', async () => {
    const files = filesWith({
      '稿/a.要点.md': GAP,
      '稿/b.要点.md': CLEAN,
      '稿/c.要点.md': 'PK\u0003\u0004\0',
    });
    files.forbidden.add('/work/稿/b.要点.md');
    const { code, stdout } = await pageOf(files, '稿');
    assert.equal(code, 2);
    assert.match(stdout, /没有检查的文件[^]*<li>没有权限访问 稿\/b\.要点\.md。请检查文件/u);
    assert.match(stdout, /<li>不是文本：稿\/c\.要点\.md 是/u);
    assert.match(stdout, /<th scope="row"><span lang="zh-CN">稿\/a\.要点\.md<\/span><\/th>/u);
  });

  it('says that an empty folder holds nothing to check', async () => {
    const files = filesWith({ '稿/笔记.md': '# 笔记\n' });
    const { code, stdout, stderr } = await pageOf(files, '稿');
    assert.equal(code, 2);
    assert.match(stdout, /没有检查到要点稿。[^]*<li>没有找到要点稿：稿/u);
    assert.match(stderr, /没有找到要点稿：稿/u);
    assert.equal((await runInMemory(['check', '--format', 'json', '稿'], files)).stdout, '');
  });

  for (const format of ['html', 'summary', 'json'])
    it(`is compared with the last report as ${format}, and may take its place`, async () => {
      const files = filesWith({ 'a.txt': GAP });
      await runInMemory(['check', 'a.txt', '--format', format, '-o', '报告.html'], files);
      files.put('a.txt', CLEAN);
      const { code } = await pageOf(files, 'a.txt', '-o', '报告.html', '--force', '--since', '报告.html');
      assert.equal(code, 0);
      assert.match(
        files.textOf('报告.html'),
        /<span>错误<\/span><b>0<\/b><small class="change better">（−1）/u,
      );
    });

  it('refuses what is no report, and a comparison that would not be shown', async () => {
    const files = filesWith({ 'a.txt': GAP, '别的.html': '<p>' });
    const wrong = await pageOf(files, 'a.txt', '--since', '别的.html');
    assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /别的\.html 不是检查报告/u);
    const unseen = await runInMemory(['check', 'a.txt', '--since', '别的.html'], files);
    assert.match(unseen.stderr, /--since 只用于网页报告/u);
    assert.match((await pageOf(files, 'a.txt', '--since', '没有.html')).stderr, /找不到 没有\.html/u);
  });
});
