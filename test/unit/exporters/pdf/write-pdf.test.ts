import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOffice } from '../../../../server/src/office/find-office';
import { writePdf } from '../../../../server/src/exporters/pdf/write-pdf';

/** Milliseconds: a program that sleeps 30 s and is not stopped fails its test. */
const SHORTER_THAN_SLEEP = 20_000;

const DOCX = new TextEncoder().encode('a package');

describe('Writing PDF through an office suite', function () {
  let folder = '';
  before(function () {
    // The stand-ins below are shell scripts.
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'yaodian-test-'));
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  function program(name: string, body: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  function options(named: string | undefined): {
    named: string | undefined;
    env: Record<string, string>;
    platform: NodeJS.Platform;
  } {
    return { named, env: { PATH: join(folder, 'nowhere') }, platform: process.platform };
  }

  it('hands over the package by a name of its own and brings back what is made of it', async () => {
    const log = join(folder, 'arguments');
    const office = program(
      'office',
      `printf '%s\\n' "$@" > '${log}'; while [ "$1" != --outdir ]; do shift; done; cp "$3" "$2/source.pdf"`,
    );
    assert.deepEqual(new Uint8Array(await writePdf(DOCX, options(office))), DOCX);
    const given = readFileSync(log, 'utf8').split('\n');
    assert.match(given[0] ?? '', /^-env:UserInstallation=file:\/\/.*profile$/);
    assert.ok(given.includes('--headless'));
    const source = given.find((argument) => argument.endsWith('source.docx')) ?? '';
    assert.ok(!existsSync(source), 'the folder is taken away');
  });

  it('says so where there is no writing to the folder for temporary files', async () => {
    const office = program('unused', 'exit 0');
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = office;
    try {
      await assert.rejects(writePdf(DOCX, options(office)), {
        name: 'ExportError',
        message: `转换要用的临时文件夹 ${office} 里写不了文件`,
      });
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  it('stops a program that does not end', async () => {
    const office = program('slow', 'sleep 30');
    await assert.rejects(writePdf(DOCX, { ...options(office), timeLimit: 100 }), {
      name: 'ExportError',
      message: 'LibreOffice 没有在限定时间内转换完，已经停止',
    });
  }).timeout(SHORTER_THAN_SLEEP);

  it('can be cancelled', async () => {
    const controller = new AbortController();
    const pending = writePdf(DOCX, { ...options(program('slow2', 'sleep 30')), signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await assert.rejects(pending, { message: '导出已取消' });
  });

  it('says so where nothing came out, and where there is no such program', async () => {
    await assert.rejects(writePdf(DOCX, options(program('broken', 'exit 1'))), {
      message: 'LibreOffice 没有转换成功',
    });
    await assert.rejects(writePdf(DOCX, options(join(folder, 'absent'))), {
      message: /没有找到指定的转换程序/,
    });
  });

  it('finds the program by name, by YAODIAN_OFFICE and on the path, in this order', () => {
    const [a, b, c] = [program('a', ''), program('b', ''), program('soffice', '')];
    const env = { YAODIAN_OFFICE: b, PATH: folder };
    assert.equal(findOffice({ named: a, env, platform: 'linux' }), a);
    assert.equal(findOffice({ env, platform: 'linux' }), b);
    assert.equal(findOffice({ env: { PATH: folder }, platform: 'linux' }), c);
    assert.equal(findOffice({ named: join(folder, 'none'), env, platform: 'linux' }), undefined);
  });
});
