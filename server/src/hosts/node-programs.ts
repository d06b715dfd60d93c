import { execFile } from 'node:child_process';
import { homedir, userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { Programs } from '../connection/programs';

const machine = { env: process.env, platform: process.platform };

/** Programs installed on this machine; what finds and starts them is loaded when it is asked for. */
export const nodePrograms: Programs = {
  async writePdf(docx, how) {
    const { writePdf } = await import('../exporters/pdf/write-pdf');
    return writePdf(docx, { ...machine, ...how });
  },
  async userName() {
    const git = await promisify(execFile)('git', ['config', 'user.name'], { timeout: 2000 }).catch(
      () => undefined,
    );
    return git?.stdout.trim() || userInfo().username;
  },
  async installedFonts() {
    const { installedFonts } = await import('../fonts/installed-fonts');
    return installedFonts({ ...machine, home: homedir() });
  },
  async convertOffice(bytes, extension) {
    const { officeConverter } = await import('../importers/office/run-office');
    return officeConverter(machine)(bytes, extension);
  },
  async readRevision(revision) {
    const { revisionReader } = await import('../importers/revision/read-revision');
    return revisionReader(process.env)(revision);
  },
};
