import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is started from outside. Code behind a dynamic `import()` goes into files of its own, read when it is needed. */
const entries = {
  extension: 'client/src/extension.ts',
  server: 'server/src/server.ts',
  cli: 'server/src/cli.ts',
};

/** package.json and the documentation promise `dist/cli.js`; all else says CommonJS in its name. */
const executable = 'cli.js';

const options = {
  absWorkingDir: root,
  entryPoints: entries,
  outdir: path.join(root, 'dist'),
  outExtension: { '.js': '.cjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The ESM builds: the UMD ones (`main` of the vscode-* packages) hide their requires from bundlers.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // Reads workbooks as streams for exceljs, which we only let write; it also carries a package without a licence.
  alias: { unzipper: path.join(root, 'scripts/lib/absent-package.cjs') },
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
};

/**
 * esbuild splits ESM output only, and VS Code's extension host loads CommonJS, so each file is converted after the
 * split. What two entries share stays one file, and `import()` becomes a `require` at the time of the call.
 */
function writeAsCommonJs(production) {
  return {
    name: 'write-as-commonjs',
    setup(build) {
      build.onEnd(async ({ outputFiles = [], errors }) => {
        if (errors.length > 0) return;
        await rm(path.join(root, 'dist'), { recursive: true, force: true });
        await mkdir(path.join(root, 'dist/chunks'), { recursive: true });
        await writeFile(path.join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');
        await Promise.all(outputFiles.map((file) => convert(file, production)));
      });
    },
  };
}

async function convert({ path: file, text }, production) {
  const isExecutable = path.basename(file) === executable.replace('.js', '.cjs');
  const target = isExecutable ? path.join(path.dirname(file), executable) : file;
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: production ? false : 'inline',
    sourcesContent: false,
    sourcefile: path.basename(target),
  });
  await writeFile(target, isExecutable ? `#!/usr/bin/env node\n${code}` : code);
  if (isExecutable) await chmod(target, 0o755);
}

/** Bundles client, server and command line into `dist/`; returns esbuild's metafile, which tells what went in. */
export async function bundle({ production = false, watch = false } = {}) {
  const context = await esbuild.context({
    ...options,
    entryPoints: Object.fromEntries(
      Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file))),
    ),
    minify: production,
    sourcemap: production ? false : 'inline',
    sourcesContent: false,
    plugins: [writeAsCommonJs(production)],
  });
  const { metafile } = await context.rebuild();
  if (watch) await context.watch();
  else await context.dispose();
  return metafile;
}
