import type { ExitCode } from './command';
import { NodeFiles } from './node-files';
import { createNodeIo } from './node-io';
import { run } from './run';

/**
 * Runs the command line of this process; also tells how many bytes of files it read. `dist`: the folder of what was
 * built.
 */
export async function main(
  dist: string,
  serve: () => Promise<void>,
): Promise<{ code: ExitCode; read: number }> {
  const files = new NodeFiles();
  const code = await run(process.argv.slice(2), createNodeIo(process, { dist, files, serve }));
  return { code, read: files.bytesRead };
}
