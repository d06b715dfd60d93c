import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(join(process.cwd(), 'server/src/office/convert-with-office.ts')).href;

describe('A conversion that is interrupted', function () {
  this.timeout(30_000);
  let folder = '';
  before(function () {
    // The stand-in is a shell script, and Windows has no signals.
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'yaodian-test-'));
    mkdirSync(join(folder, 'tmp'));
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  it('ends the office suite and takes its folder away', async () => {
    const [office, pid] = [join(folder, 'soffice'), join(folder, 'pid')];
    writeFileSync(office, `#!/bin/sh\nsleep 60 &\necho $! > '${pid}.new'; mv '${pid}.new' '${pid}'\nwait\n`);
    chmodSync(office, 0o755);
    const script = join(folder, 'convert.mjs');
    writeFileSync(
      script,
      `import { convertWithOffice } from ${JSON.stringify(MODULE)};
       await convertWithOffice(
         { bytes: Uint8Array.of(1), from: 'doc', to: 'pdf' },
         { named: ${JSON.stringify(office)}, env: {}, platform: process.platform },
       );`,
    );
    const env = { ...process.env, TMPDIR: join(folder, 'tmp') };
    const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: 'ignore' });
    const closed = once(child, 'exit');
    while (!existsSync(pid)) await sleep(50);
    child.kill('SIGINT');
    assert.deepEqual(await closed, [null, 'SIGINT']);
    // A killed process is gone when the system comes round to it.
    for (let i = 0; i < 40 && isAlive(Number(readFileSync(pid, 'utf8'))); i++) await sleep(50);
    assert.ok(!isAlive(Number(readFileSync(pid, 'utf8'))));
    assert.deepEqual(
      readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('yaodian-')),
      [],
    );
  });
});

/** A killed process may stay in the table as a zombie until its parent asks for it. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
