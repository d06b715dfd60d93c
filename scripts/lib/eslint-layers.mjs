import path from 'node:path';

const src = 'server/src/';

/** `server/src/rules/numbering/gap.ts` -> `rules`; `server/src/protocol.ts` -> `protocol.ts`; `client/src/…` -> `client`. */
export function layerOf(file) {
  if (file.startsWith('client/src/')) return 'client';
  if (!file.startsWith(src)) return undefined;
  const [first, ...rest] = file.slice(src.length).split('/');
  return rest.length > 0 ? first : `${first.replace(/\.ts$/, '')}.ts`;
}

function isPeer(layer, file, target, peers) {
  const group = peers?.[layer];
  return group !== undefined && file !== target && group.test(file) && group.test(target);
}

/** Says what is wrong with one import, or nothing. `from` and `specifier` are as in the source; paths are relative to the repository. */
export function importFault(file, specifier, { layers, packages, peers }) {
  const from = layerOf(file);
  if (from === undefined) return undefined;
  if (!(from in layers))
    return `'${from}' is not in the table of layers: say in eslint.config.mjs what it may import`;
  if (!specifier.startsWith('.')) {
    const forbidden = packages[from];
    return forbidden?.test(specifier) ? `${from} must not import '${specifier}'` : undefined;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const to = layerOf(target);
  if (to === undefined || to === from) {
    return isPeer(from, file.replace(/\.ts$/, ''), target, peers)
      ? `files of ${from} must not import one another: move what they share down a layer`
      : undefined;
  }
  return layers[from].includes(to)
    ? undefined
    : `${from} must not import ${to}: see "Direction of imports" in CONTRIBUTING.md`;
}

/** An ESLint plugin with one rule that holds the direction of imports between the folders of the repository. */
export const layersPlugin = {
  rules: {
    direction: {
      meta: { type: 'problem', schema: [{ type: 'object' }] },
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
        const check = (node) => {
          if (typeof node.source?.value !== 'string') return;
          const message = importFault(file, node.source.value, context.options[0]);
          if (message) context.report({ node: node.source, message });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        };
      },
    },
  },
};
