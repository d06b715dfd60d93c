import path from 'node:path';
import { root } from './bundle.mjs';

const bin = (name) => path.join(root, 'node_modules', name);
const mocha = (folder, ...options) => ({
  tests: `test/${folder}`,
  command: [bin('mocha/bin/mocha.js'), ...options, `test/${folder}/**/*.test.ts`],
});
/** For tests that keep a processor busy: one file beside another. */
const inPairs = ['--parallel', '--jobs', '2'];
/** For tests that drive a real editor, which a busy machine may hold up: tried once more, and told of. */
const twice = ['--retries', '1'];

/** In the order in which a mistake is cheapest to find. A layer with `tests` counts its tests, any other counts as one. */
export const layers = {
  'check:format': { command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  lint: { command: [bin('eslint/bin/eslint.js'), '--quiet', '.'] },
  'check:types': { command: [bin('typescript/bin/tsc')] },
  'check:webviews': { command: [bin('typescript/bin/tsc'), '-p', 'client/webviews'] },
  build: { command: [path.join(root, 'scripts/build.mjs')] },
  unit: mocha('unit', ...inPairs),
  grammar: mocha('grammar'),
  corpus: mocha('corpus'),
  cli: mocha('cli'),
  fuzz: mocha('fuzz', ...inPairs),
  lsp: mocha('lsp'),
  security: mocha('security'),
  ui: mocha('ui', ...twice),
  web: { tests: 'test/web/suite', command: [path.join(root, 'scripts/test-web.mjs')] },
  vscode: { tests: 'test/vscode/suite', command: [path.join(root, 'scripts/test-vscode.mjs'), '--no-build'] },
  // Last, because it builds for production.
  package: mocha('package', ...twice),
};
