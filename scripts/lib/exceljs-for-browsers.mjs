import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const ofExceljs = /[\\/]node_modules[\\/]exceljs[\\/].*\.js$/;

/** What exceljs opens files, signs and reads tables of text with. We only let it write, into memory. */
const uncalled = /^(?:fs|crypto|fast-csv)$/;

/**
 * Bundles exceljs from its sources, as for Node. The ready-made edition that it names for browsers has copies of old
 * packages in it (uuid 8.3.2), which no version in package.json reaches, and is twice the size.
 */
export const exceljsForBrowsers = {
  name: 'exceljs-for-browsers',
  setup(build) {
    build.onResolve({ filter: /^exceljs$/ }, ({ resolveDir, kind }) =>
      build.resolve('exceljs/lib/exceljs.bare.js', { resolveDir, kind }),
    );
    build.onResolve({ filter: uncalled }, ({ importer }) =>
      ofExceljs.test(importer) ? { path: pathOf('absent-package.cjs') } : undefined,
    );
    build.onLoad({ filter: ofExceljs }, async ({ path: file }) => ({
      contents: await withGlobals(await readFile(file, 'utf8')),
    }));
  },
};

async function withGlobals(source) {
  const define = { Buffer: 'nodeGlobals.Buffer', process: 'nodeGlobals.process' };
  const { code } = await transform(source, { define });
  return `const nodeGlobals = require(${JSON.stringify(pathOf('node-globals.cjs'))});\n${code}`;
}
