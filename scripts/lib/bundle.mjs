import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is always built. Everything reached through a dynamic `import()` becomes a bundle of its own beside them. */
const entries = [
  { source: 'client/src/extension.ts', output: 'extension.cjs' },
  { source: 'server/src/server.ts', output: 'server.cjs' },
  { source: 'server/src/cli.ts', output: 'cli.js', executable: true },
  { source: 'client/webviews/task-table.ts', output: 'task-table.js', inBrowser: true },
];

/**
 * esbuild cannot split CommonJS output, so this plugin does it where the source asks for it: the target of a
 * dynamic `import()` is left outside the bundle and reported, to be built as an entry of its own. Under tsx the same
 * `import()` simply loads the TypeScript file, so sources and tests need no loader function.
 */
function lazyBundles(found) {
  const asked = Symbol('already resolving');
  return {
    name: 'lazy-bundles',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args) => {
        if (args.kind !== 'dynamic-import' || args.pluginData === asked) return undefined;
        const target = await build.resolve(args.path, {
          kind: args.kind,
          resolveDir: args.resolveDir,
          importer: args.importer,
          pluginData: asked,
        });
        if (target.errors.length > 0 || target.external) return target;
        const source = path.relative(root, target.path);
        const output = lazyName(args.path, source);
        found.set(output, { source, output });
        return { path: `./${output}`, external: true };
      });
    },
  };
}

/** `server/src/exporters/docx/index.ts` -> `exporters-docx.cjs`; a package keeps its own name. */
function lazyName(specifier, source) {
  const name = specifier.startsWith('.')
    ? source.replace(/^(server|client)\/src\//, '').replace(/(\/index)?\.[cm]?[jt]sx?$/, '')
    : specifier;
  return `${name.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '')}.cjs`;
}

function optionsFor(entry, { production, outdir, found }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry.source],
    outfile: path.join(outdir, entry.output),
    bundle: true,
    ...(entry.inBrowser
      ? { platform: 'browser', target: 'es2022', format: 'iife' }
      : { platform: 'node', target: 'node20', format: 'cjs' }),
    // UMD builds (`main` of the vscode-* packages) hide their requires from bundlers.
    mainFields: ['module', 'main'],
    external: ['vscode'],
    // Reads workbooks as streams for exceljs, which we only let write; it also carries a package without a licence.
    alias: { unzipper: path.join(root, 'scripts/lib/absent-package.cjs') },
    // Turns the remaining `import()` into `require`, which every extension host supports.
    supported: { 'dynamic-import': false },
    ...(entry.executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [lazyBundles(found)],
  };
}

/**
 * Bundles client, server and command line into `dist/`.
 * Returns the esbuild metafiles by output name, which tell which packages went in.
 */
export async function bundle({ production = false, watch = false, outdir = path.join(root, 'dist') } = {}) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  // The repository is ESM; what VS Code and old tools load is CommonJS, also where the name ends in .js.
  await writeFile(path.join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
  const found = new Map();
  const done = new Map();
  let pending = entries.filter((entry) => existsSync(path.join(root, entry.source)));
  while (pending.length > 0) {
    await Promise.all(
      pending.map(async (entry) => {
        const options = optionsFor(entry, { production, outdir, found });
        done.set(entry.output, watch ? await watchOne(options) : (await esbuild.build(options)).metafile);
        if (entry.executable) await chmod(path.join(outdir, entry.output), 0o755);
      }),
    );
    pending = [...found.values()].filter((entry) => !done.has(entry.output));
  }
  return done;
}

async function watchOne(options) {
  const context = await esbuild.context({ ...options, logLevel: 'info' });
  const { metafile } = await context.rebuild();
  await context.watch();
  return metafile;
}
