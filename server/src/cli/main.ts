import { NodeFiles } from './node-files';
import { createNodeIo } from './node-io';
import { run } from './run';
import type { ExitCode } from './command';

/** Runs the command line of this process; also tells how many bytes of files it read. */
export async function main(serve: () => Promise<void>): Promise<{ code: ExitCode; read: number }> {
  const files = new NodeFiles();
  const code = await run(process.argv.slice(2), createNodeIo(process, files, serve));
  return { code, read: files.bytesRead };
}
