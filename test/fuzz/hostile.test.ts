import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import {
  ALIAS_BOMB,
  EXHAUSTING_DRAFTS,
  HANGS_AFTER_MS,
  HEAD,
  MEGABYTE,
  MOST_HEAP_MB,
} from '../support/exhausting-drafts';
import { root } from '../support/lsp-client';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  ...EXHAUSTING_DRAFTS,
  不成对的代理字符: new Uint8Array(
    Array.from({ length: 200_000 }, (_, i) => [0xff, 0xfe, 0x00, 0xd8][i < 2 ? i : 2 + (i % 2)] as number),
  ),
  不是文字的字节: new Uint8Array(200_000).fill(0xc3),
};

describe('The command line on hostile files', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'yaodian hostile “稿”-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, content] of Object.entries(FILES)) {
    it(`checks ${name} within time and memory`, async () => {
      const file = path.join(folder, `${name}.md`);
      writeFileSync(file, content);
      const { code, stdout, stderr } = await yaodian(['check', file, '--format', 'json']);
      assert.ok(code === 0 || code === 1 || code === 2, `exit ${code}; ${stderr.slice(0, 400)}`);
      assert.doesNotMatch(stderr, /^ +at /m);
      const { files } = JSON.parse(stdout) as { files: unknown[] };
      // What is no text is refused, in words.
      if (code === 2) assert.match(stderr, /[\u4e00-\u9fa5]{4}/u);
      else assert.equal(files.length, 1);
    }).timeout(HANGS_AFTER_MS + 10_000);
  }

  it('says what is wrong with a Word file that unpacks to a thousand times its size', async () => {
    const file = path.join(folder, '炸弹.docx');
    writeFileSync(file, zipSync({ 'word/document.xml': new Uint8Array(100 * MEGABYTE) }, { level: 9 }));
    const { code, stderr } = await yaodian(['import', file, '-o', path.join(folder, '炸弹.要点.md')]);
    assert.equal(code, 2);
    assert.match(stderr, /大得不正常/u);
  }).timeout(HANGS_AFTER_MS + 10_000);

  it('writes nothing but the draft and its report, whatever paths a Word file has within', async () => {
    const inner = path.join(folder, '导入');
    mkdirSync(inner);
    const target = '../../../../../../../../../../etc/hostname';
    const body = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>一、修路</w:t></w:r></w:p></w:body></w:document>`;
    const file = path.join(inner, '路径.docx');
    writeFileSync(
      file,
      zipSync({
        'word/document.xml': encode(body),
        'word/_rels/document.xml.rels': encode(
          `<Relationships><Relationship Id="a" Type="x/comments" Target="${target}"/></Relationships>`,
        ),
        '../逃出.txt': encode('甲'),
        [path.join(folder, '绝对.txt')]: encode('甲'),
      }),
    );
    const { code, stderr } = await yaodian(['import', file, '-o', path.join(inner, '路径.要点.md')]);
    assert.equal(code, 0, stderr);
    assert.match(readFileSync(path.join(inner, '路径.要点.md'), 'utf8'), /修路\n$/u);
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      written.filter((name) => /逃出|绝对/u.test(name)),
      [],
    );
  }).timeout(HANGS_AFTER_MS + 10_000);

  it('refuses a Word file that defines entities, of this computer’s files or of one another', async () => {
    const entities = `<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">`;
    const file = path.join(folder, '实体.docx');
    const document = `<!DOCTYPE w [${entities}]><w:document><w:t>&b;</w:t></w:document>`;
    writeFileSync(file, zipSync({ 'word/document.xml': encode(document) }));
    const { code, stderr } = await yaodian(['import', file, '-o', path.join(folder, '实体.要点.md')]);
    assert.equal(code, 2);
    assert.match(stderr, /外部定义/u);
  }).timeout(HANGS_AFTER_MS + 10_000);

  for (const name of ['单位名录.yaml', '.yaodian.yaml'])
    it(`checks beside a ${name} that unfolds into a thousand million entries`, async () => {
      const inner = path.join(folder, `旁边有${name}`);
      mkdirSync(inner);
      writeFileSync(path.join(inner, name), ALIAS_BOMB);
      writeFileSync(path.join(inner, '稿.要点.md'), HEAD);
      const { code, stdout, stderr } = await yaodian(['check', inner, '--format', 'json']);
      assert.ok(code === 0 || code === 1 || code === 2, `exit ${code}; ${stderr.slice(0, 400)}`);
      assert.equal((JSON.parse(stdout) as { files: unknown[] }).files.length, 1);
      assert.doesNotMatch(stderr, /^ +at /m);
    }).timeout(HANGS_AFTER_MS + 10_000);

  it('says what is wrong with a table of a million cells', async () => {
    const row = `<w:tr>${'<w:tc></w:tc>'.repeat(100)}</w:tr>`;
    const body = `<w:document xmlns:w="w"><w:body><w:tbl>${row.repeat(10_000)}</w:tbl></w:body></w:document>`;
    const file = path.join(folder, '大表.docx');
    writeFileSync(file, zipSync({ 'word/document.xml': encode(body) }, { level: 0 }));
    const { code, stderr } = await yaodian(['import', file, '-o', path.join(folder, '大表.要点.md')]);
    assert.equal(code, 2);
    assert.match(stderr, /表格太大/u);
  }).timeout(HANGS_AFTER_MS + 10_000);

  it('reads a registry of 200,000 units', async () => {
    const names = Array.from({ length: 200_000 }, (_, i) => `县第${i}号单位局`);
    const registry = path.join(folder, '大名录.csv');
    writeFileSync(registry, `名称\n${names.join('\n')}\n`);
    const draft = path.join(folder, '名录稿.md');
    writeFileSync(
      draft,
      `${HEAD}（一）修路。修路3公里。（责任单位：县第7号单位局、县第七号单位局；完成时限：2026年6月底前）\n`,
    );
    const { code, stdout, stderr } = await yaodian([
      'check',
      draft,
      '--registry',
      registry,
      '--format',
      'json',
    ]);
    assert.ok(code === 0 || code === 1, stderr.slice(0, 400));
    const rules = (JSON.parse(stdout) as { files: { diagnostics: { rule: string; message: string }[] }[] })
      .files[0]?.diagnostics;
    const unknown = rules?.filter(({ rule }) => rule.startsWith('unit/')).map(({ message }) => message) ?? [];
    assert.equal(unknown.filter((message) => message.includes('县第七号单位局')).length, 1);
    assert.ok(unknown.every((message) => !message.includes('“县第7号单位局”不')));
  }).timeout(HANGS_AFTER_MS + 10_000);

  it('walks folders that link to themselves, with spaces, quotes and Chinese in their names', async () => {
    const inner = path.join(folder, '年度 "计划" \'稿\'');
    mkdirSync(inner);
    writeFileSync(path.join(inner, '一 “稿”.要点.md'), HEAD);
    symlinkSync(folder, path.join(inner, '回到上面'));
    symlinkSync(inner, path.join(inner, '自己'));
    const { code, stdout } = await yaodian(['check', inner, '--format', 'json']);
    assert.ok(code === 0 || code === 1);
    const files = (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path: file }) =>
      path.basename(file),
    );
    assert.deepEqual(files, ['一 “稿”.要点.md']);
  }).timeout(HANGS_AFTER_MS + 10_000);
});

interface Outcome {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function yaodian(argv: readonly string[]): Promise<Outcome> {
  const command = [`--max-old-space-size=${MOST_HEAP_MB}`, path.join(root, 'dist/cli.js'), ...argv];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const hangs = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER_MS);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      clearTimeout(hangs);
      resolve({ code: code ?? signal, stdout, stderr });
    }),
  );
}
