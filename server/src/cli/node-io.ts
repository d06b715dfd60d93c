import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io, Output } from './io';
import type { NodeFiles } from './node-files';
import { nodeThreads } from './node-threads';

/** The script of the threads that check. */
const THREAD = 'cli-thread.cjs';

interface Surroundings {
  /** The folder of what was built. */
  readonly dist: string;
  readonly files: NodeFiles;
  readonly serve: () => Promise<void>;
}

/** The world of a real process. */
export function createNodeIo(process: NodeJS.Process, { dist, files, serve }: Surroundings): Io {
  return {
    cwd: process.cwd(),
    home: pathToFileURL(dirname(dist)).href,
    env: process.env,
    // It names the scripts that check by what is in them.
    build: () => readFileSync(join(dist, THREAD), 'utf8'),
    files,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readStdin: () => readAll(process.stdin),
    // Not `performance`: Node loads that when it is first asked for, a thirtieth of a short check.
    now: () => process.uptime() * 1000,
    threads: nodeThreads(join(dist, THREAD)),
    office: async (bytes, extension) => {
      const { officeConverter } = await import('../importers/office/run-office');
      return officeConverter({ env: process.env, platform: process.platform })(bytes, extension);
    },
    installedFonts: async () => {
      const { installedFonts } = await import('../fonts/installed-fonts');
      return installedFonts({ env: process.env, platform: process.platform, home: homedir() });
    },
    readRevision: async (revision) => {
      const { revisionReader } = await import('../importers/revision/read-revision');
      return revisionReader(process.env)(revision);
    },
    serve,
  };
}

/** A reader that goes away (`yaodian tasks … | head`) is no failure: the rest is dropped, the exit code stays. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    open = false;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: (chunk) => {
      if (open) stream.write(chunk);
    },
  };
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
