import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { starts } from './starts.mjs';

/** What is read at the start of each program. */
const shell = ['server/src/cli/main.ts'];
const readAtStart = [shell, starts.check, starts.server];
/** What they load is not there for these starts: they are spared the rest of it. */
const spared = [
  'client/src/extension.ts',
  'server/src/cli.ts',
  'server/src/cli-thread.ts',
  'server/src/server.ts',
];
/** Programs that load more as they go on: none is to load what is only another's. */
const programs = [shell, ['client/src/extension.ts']];

/**
 * Keeps what the same starts read in one file. esbuild puts into one file what the same entries reach, and each
 * `import()` is an entry that reaches other parts of it: it came to sixty files, which took time to find and to read at
 * every start, and whose calls of one another went through getters. So whatever reaches some of what the same starts
 * (and programs) reach, reaches all of it.
 */
export function keepStartsTogether(root) {
  return {
    name: 'keep-starts-together',
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
  const parts = partsOf(inputs);
  const added = new Map();
  for (const entry of entriesOf(inputs, options.entryPoints)) {
    const touched = partsTouched(inputs, parts, entry);
    if (!spared.includes(entry) && touched.length > 0) added.set(entry, touched.flat());
  }
  return added;
}

/** The parts that an entry needs something of, itself or for what it is to load of other parts. */
function partsTouched(inputs, parts, entry) {
  let touched = [];
  for (let before = -1; before < touched.length;) {
    before = touched.length;
    const reached = reachedFrom(inputs, [entry, ...touched.flat()]);
    touched = parts.filter((part) => part.some((file) => reached.has(file)));
  }
  return touched;
}

/** What any start reads, divided by which of the starts and programs do. */
function partsOf(inputs) {
  const before = reachedFrom(inputs, spared);
  const atStart = readAtStart.map((start) => reachedFrom(inputs, start));
  const sets = [...atStart, ...programs.map((program) => reachedFrom(inputs, program, true))];
  const parts = new Map();
  for (const file of new Set(atStart.flatMap((set) => [...set]))) {
    // esbuild drops an import of data of which nothing is used.
    if (before.has(file) || file.endsWith('.json')) continue;
    const readers = sets.map((set) => set.has(file)).join();
    parts.set(readers, [...(parts.get(readers) ?? []), file]);
  }
  return [...parts.values()];
}

function entriesOf(inputs, entryPoints) {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const late = imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external);
  return [...new Set([...Object.values(entryPoints), ...late.map((found) => found.path)])];
}

/** Sources that are read at once when these are, themselves included; `laterToo`: or at any time after. */
function reachedFrom(inputs, files, laterToo = false) {
  const reached = new Set(files);
  // A set gives what is added to it during the loop as well.
  for (const file of reached)
    for (const { path: imported, kind, external } of inputs[file].imports)
      if ((laterToo || kind !== 'dynamic-import') && !external) reached.add(imported);
  return reached;
}
