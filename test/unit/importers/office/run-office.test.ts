import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isImportError } from '../../../../server/src/importers/import-error';
import { officeConverter } from '../../../../server/src/importers/office/run-office';

/** Milliseconds: a program that sleeps 30 s and is not stopped fails its test. */
const SHORTER_THAN_SLEEP = 20_000;

/** An office suite of a few lines of shell: what it does with its last argument and the folder before it. */
async function pretendOffice(folder: string, script: string): Promise<string> {
  const path = join(folder, 'soffice');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('officeConverter', function () {
  if (process.platform === 'win32') return;
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'office-test-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  const convert = (office: string, timeLimit = 5000): Promise<Uint8Array> =>
    officeConverter({ env: { YAODIAN_OFFICE: office }, platform: process.platform, timeLimit })(
      Uint8Array.of(1, 2, 3),
      'wps',
    );

  it('gives the suite a file and a folder of its own and takes what it writes', async () => {
    const office = await pretendOffice(
      folder,
      'while [ "$1" != --outdir ]; do shift; done; case "$3" in "$2"/source.wps) cp "$3" "$2/source.docx";; esac',
    );
    assert.deepEqual([...(await convert(office))], [1, 2, 3]);
  });

  it('ends a suite that does not come to an end', async () => {
    const office = await pretendOffice(folder, 'sleep 30 & wait');
    await assert.rejects(
      convert(office, 300),
      (error) => isImportError(error) && /已经停止/.test(error.message),
    );
  }).timeout(SHORTER_THAN_SLEEP);

  it('says that nothing came of it', async () => {
    const office = await pretendOffice(folder, 'exit 1');
    await assert.rejects(
      convert(office),
      (error) => isImportError(error) && /没有转换成功/.test(error.message),
    );
  });

  it('says what to do where there is no suite', async () => {
    await assert.rejects(
      convert(join(folder, 'none')),
      (error) => isImportError(error) && /没有找到/.test(error.message) && /另存为 \.docx/.test(error.advice),
    );
  });
});
