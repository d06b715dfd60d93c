import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** What every check runs, with all that these import. */
const check = ['server/src/dialect/draft.ts', 'server/src/rules/run-rules.ts'];
/** What these load is not there only to check: they are spared it. */
const spared = ['client/src/extension.ts', 'server/src/cli.ts'];

/**
 * Keeps what every check runs in one file. esbuild puts into one file what the same entries reach, and each `import()`
 * is an entry that reaches other parts of it: it came to sixty files, which took time to find and to read at every
 * start, and whose calls of one another went through getters. So whatever reaches some of it, reaches all.
 */
export function keepCheckTogether(root) {
  return {
    name: 'keep-check-together',
    async setup(build) {
      const late = await entriesInPart(build.initialOptions);
      const imports = check.map((file) => `import ${JSON.stringify(path.join(root, file))};`).join('\n');
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
        if (!late.has(path.relative(root, file).split(path.sep).join('/'))) return undefined;
        return { contents: `${await readFile(file, 'utf8')}\n${imports}\n`, loader: 'ts' };
      });
    },
  };
}

/** The entries that reach some of what every check runs, besides what is read before it in any case. */
async function entriesInPart(options) {
  const { inputs } = (await esbuild.build({ ...options, write: false, plugins: [] })).metafile;
  const before = reachedFrom(inputs, spared);
  const together = [...reachedFrom(inputs, check)].filter((file) => !before.has(file));
  return new Set(
    entriesOf(inputs, options.entryPoints).filter((entry) => {
      const reached = reachedFrom(inputs, [entry]);
      return !spared.includes(entry) && together.some((file) => reached.has(file));
    }),
  );
}

function entriesOf(inputs, starts) {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const late = imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external);
  return [...new Set([...Object.values(starts), ...late.map((found) => found.path)])];
}

/** Sources that are read at once when these are, themselves included. */
function reachedFrom(inputs, starts) {
  const reached = new Set(starts);
  // A set gives what is added to it during the loop as well.
  for (const file of reached)
    for (const { path: imported, kind, external } of inputs[file].imports)
      if (kind !== 'dynamic-import' && !external) reached.add(imported);
  return reached;
}
