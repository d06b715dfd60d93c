import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io, Output } from './io';
import type { NodeFiles } from './node-files';
import { nodeThreads } from './node-threads';

/** The world of a real process. */
export function createNodeIo(process: NodeJS.Process, files: NodeFiles, serve: () => Promise<void>): Io {
  return {
    cwd: process.cwd(),
    home: homeOf(process.argv[1]),
    env: process.env,
    files,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readStdin: () => readAll(process.stdin),
    // Not `performance`: Node loads that when it is first asked for, a thirtieth of a short check.
    now: () => process.uptime() * 1000,
    threads: nodeThreads(process.argv[1]),
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

/** The built script is `dist/cli.js`; what npm installs as a command is a link to it. */
function homeOf(script = ''): string {
  const file = existsSync(script) ? realpathSync(script) : script;
  return pathToFileURL(join(dirname(file), '..')).href;
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
