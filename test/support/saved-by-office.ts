import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from '../../server/src/office/find-office';

/** What LibreOffice makes of a Word document when it opens it and saves it again. Where there is none, the test is skipped. */
export function savedByOffice(test: Mocha.Context, docx: Uint8Array): Uint8Array {
  const office = findOffice({ env: process.env, platform: process.platform });
  if (office === undefined) {
    console.log('  LibreOffice is not here: what it makes of our Word file is not looked at');
    return test.skip();
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'yaodian-'));
  try {
    const source = path.join(folder, '送审稿.docx');
    writeFileSync(source, docx);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const outdir = path.join(folder, 'out');
    const args = [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', outdir, source];
    execFileSync(office, args, { stdio: 'ignore' });
    return readFileSync(path.join(outdir, '送审稿.docx'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
