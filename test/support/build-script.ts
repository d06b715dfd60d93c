import path from 'node:path';
import { build } from 'esbuild';
import { root } from './lsp-client';

/** Makes a script that node runs as it is, of a module that may import our sources; gives its path. */
export async function buildScript(folder: string, contents: string): Promise<string> {
  const script = path.join(folder, 'script.mjs');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return script;
}
