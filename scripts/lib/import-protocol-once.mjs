import * as protocol from 'vscode-languageserver/node.js';

/**
 * Has the server's modules share what they import of the protocol's package, which is CommonJS: esbuild makes each
 * module that imports something of such a package an object of its own with all its names, which took a thirtieth of a
 * start.
 */
export function importProtocolOnce() {
  const namespace = 'import-once';
  return {
    name: 'import-protocol-once',
    setup(build) {
      build.onResolve({ filter: /^vscode-languageserver(?:\/node)?$/ }, ({ kind }) =>
        kind === 'import-statement' ? { path: 'vscode-languageserver', namespace } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace }, () => ({
        contents: moduleOfNames(),
        resolveDir: build.initialOptions.absWorkingDir,
      }));
    },
  };
}

function moduleOfNames() {
  const names = Object.keys(protocol).filter((name) => name !== 'default');
  const constants = names.map((name) => `export const ${name} = all.${name};`);
  return ["const all = require('vscode-languageserver/node');", ...constants].join('\n');
}
