import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { exceljsForBrowsers } from './exceljs-for-browsers.mjs';
import { importProtocolOnce } from './import-protocol-once.mjs';
import { keepStartsTogether } from './keep-starts-together.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is started from outside. Code behind a dynamic `import()` goes into files of its own, read when it is needed. */
const entries = {
  extension: 'client/src/extension.ts',
  server: 'server/src/server.ts',
  cli: 'server/src/cli.ts',
  'cli-thread': 'server/src/cli-thread.ts',
};

/** Scripts of pages inside VS Code; a style sheet they import lies beside them. */
const webviews = {
  'task-table': 'client/webviews/task-table.ts',
  preview: 'client/webviews/preview.ts',
};

/**
 * For editors that run in a browser alone, which load each of the two as one file. They take the extension's for an ES
 * module (and refuse it) where package.json, of type `module`, does not say `.cjs`, and then add `.js` to the name.
 */
const web = {
  'web/extension.cjs': 'client/src/extension-web.ts',
  'web/server': 'server/src/server-web.ts',
};

/** package.json and the documentation promise `dist/cli.js`; all else says CommonJS in its name. */
const executable = 'cli.js';

const dist = path.join(root, 'dist');

function shared(production) {
  return {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'inline',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  };
}

function forNode(production) {
  return {
    ...shared(production),
    entryPoints: entries,
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The ESM builds: the UMD ones (`main` of the vscode-* packages) hide their requires from bundlers.
    mainFields: ['module', 'main'],
    external: ['vscode'],
    alias: {
      // Reads workbooks as streams for exceljs, which we only let write; it also carries a package without a licence.
      unzipper: path.join(root, 'scripts/lib/absent-package.cjs'),
      // The same as ES modules: what is on every start's path loads in half the time without CommonJS wrappers.
      yaml: path.join(root, 'node_modules/yaml/browser/index.js'),
    },
    write: false,
    plugins: [...dividing(), writeAsCommonJs(production)],
  };
}

/** The plugins that decide which source goes into which file. */
function dividing() {
  return [importProtocolOnce(), keepStartsTogether(root)];
}

function forWebviews(production) {
  return {
    ...shared(production),
    entryPoints: webviews,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  };
}

/** Code behind a dynamic `import()` is in the same file here, and is still not run before it is needed. */
function forWeb(production) {
  return {
    ...shared(production),
    entryPoints: web,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [exceljsForBrowsers],
  };
}

/**
 * esbuild splits ESM output only, and VS Code's extension host loads CommonJS, so each file is converted after the
 * split. What two entries share stays one file, and `import()` becomes a `require` at the time of the call.
 */
function writeAsCommonJs(production) {
  return {
    name: 'write-as-commonjs',
    setup(build) {
      build.onEnd(async ({ outputFiles = [], errors, metafile }) => {
        if (errors.length > 0) return;
        await rm(path.join(dist, 'chunks'), { recursive: true, force: true });
        await mkdir(path.join(dist, 'chunks'));
        await Promise.all(
          outputFiles.map((file) => convert(file, isCommonJsPackage(file, metafile), production)),
        );
      });
    },
  };
}

/** Whether an output is what `import()` of a CommonJS package loads. */
function isCommonJsPackage(file, { inputs, outputs }) {
  const { entryPoint } = outputs[path.relative(root, file.path).split(path.sep).join('/')];
  return entryPoint !== undefined && inputs[entryPoint]?.format === 'cjs';
}

/** Such an output has a default export only; Node and tsx give the names as well. */
const withNames =
  'module.exports = Object.defineProperty({ ...module.exports.default, ...module.exports }, "__esModule", { value: true });\n';

async function convert({ path: file, text }, fromCommonJs, production) {
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
  await writeFile(
    target,
    (isExecutable ? '#!/usr/bin/env node\n' : '') + code + (fromCommonJs ? `\n${withNames}` : ''),
  );
  if (isExecutable) await chmod(target, 0o755);
}

/** Bundles client, server and command line into `dist/`; returns esbuild's metafiles, which tell what went in. */
export async function bundle({ production = false, watch = false } = {}) {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  return Promise.all(
    [forNode(production), forWebviews(production), forWeb(production)].map((options) =>
      buildOnce(options, watch),
    ),
  );
}

/**
 * esbuild's metafile of what Node runs, without building it: which source goes into which file.
 *
 * @returns {Promise<esbuild.Metafile>}
 */
export async function describeBundle() {
  const { metafile } = await esbuild.build({ ...forNode(true), plugins: dividing() });
  return metafile;
}

/**
 * The metafiles of all that is shipped and runs, without building it: for Node, in webviews, and in browsers.
 *
 * @returns {Promise<esbuild.Metafile[]>}
 */
export async function describeBundles() {
  const others = [forWebviews(true), forWeb(true)].map((options) =>
    esbuild.build({ ...options, write: false }),
  );
  return [await describeBundle(), ...(await Promise.all(others)).map(({ metafile }) => metafile)];
}

async function buildOnce(options, watch) {
  const context = await esbuild.context(options);
  try {
    const { metafile } = await context.rebuild();
    if (watch) await context.watch();
    return metafile;
  } finally {
    if (!watch) await context.dispose();
  }
}
