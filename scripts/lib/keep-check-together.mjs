import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** What every check runs, wherever it was asked for: what both of these need. */
const askedFor = ['server/src/server.ts', 'server/src/cli/commands/check.ts'];
/** What the command line's checks run besides. */
const onCommandLine = 'server/src/cli/check/check-paths.ts';
/** What these load is not there only to check: they are spared it. */
const spared = ['client/src/extension.ts', 'server/src/cli.ts'];

/**
 * Keeps what every check runs in one file. esbuild puts into one file what the same entries reach, and each `import()`
 * is an entry that reaches other parts of it: it came to sixty files, which took time to find and to read at every
 * start, and whose calls of one another went through getters. So whatever reaches some of it, reaches all; and so for
 * what only the command line's checks run.
 */
export function keepCheckTogether(root) {
  return {
    name: 'keep-check-together',
    async setup(build) {
      const added = await additionalImports(build.initialOptions);
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
        const wanted = added.get(path.relative(root, file).split(path.sep).join('/'));
        if (wanted === undefined) return undefined;
        const imports = wanted.map((other) => `import ${JSON.stringify(path.join(root, other))};`).join('\n');
        return { contents: `${await readFile(file, 'utf8')}\n${imports}\n`, loader: 'ts' };
      });
    },
  };
}

/** By entry, what it is to load besides its own, so that it loads all of a part it needs something of. */
async function additionalImports(options) {
  const { inputs } = (await esbuild.build({ ...options, write: false, plugins: [] })).metafile;
  const reach = new Map(
    entriesOf(inputs, options.entryPoints).map((entry) => [entry, reachedFrom(inputs, [entry])]),
  );
  const before = reachedFrom(inputs, spared);
  const [inEditor, onShell] = askedFor.map((start) => reachedFrom(inputs, [start]));
  const always = [...inEditor].filter((file) => onShell.has(file) && !before.has(file));
  const shell = [...reachedFrom(inputs, [onCommandLine])].filter(
    (file) => !before.has(file) && !inEditor.has(file),
  );
  const added = new Map();
  for (const [entry, reached] of reach) {
    const parts = [always, shell].filter((part) => part.some((file) => reached.has(file)));
    if (!spared.includes(entry) && parts.length > 0) added.set(entry, parts.flat());
  }
  return added;
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
