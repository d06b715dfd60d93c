import path from 'node:path';
import { root } from './bundle.mjs';

/**
 * What starting from these sources reads, by esbuild's metafile: their own outputs and what those import at once. What
 * stands behind an `import()` is not among it.
 */
export function startPath({ outputs }, sources) {
  const isStart = ({ entryPoint }) => sources.includes(entryPoint);
  const names = new Set(Object.keys(outputs).filter((name) => isStart(outputs[name])));
  if (names.size !== sources.length) throw new Error(`not every one is an output: ${sources.join(', ')}`);
  // A set gives what is added to it during the loop as well.
  for (const name of names)
    for (const { path: imported, kind, external } of outputs[name].imports)
      if (kind === 'import-statement' && !external) names.add(imported);
  const inputs = [...names].flatMap((name) => Object.entries(outputs[name].inputs));
  return {
    files: [...names].map((name) => path.join(root, name)),
    sources: inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    bytes: [...names].reduce((sum, name) => sum + outputs[name].bytes, 0),
  };
}
