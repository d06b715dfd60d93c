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

/**
 * A layer with `tests` counts its tests, any other counts as one.
 *
 * The layers run one after another, in this order, with one exception. A layer with `leavesGaps` drives an editor,
 * which waits as often as it works and leaves a good part of two processors idle; those with `fillsGaps` run one after
 * another beside it, with what it leaves them. Nothing fills gaps that measures time, waits with a limit or keeps time
 * to another process: so only the static checks do, and no test has to share the machine with another layer.
 */
export const layers = {
  'check:format': {
    command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
    fillsGaps: true,
  },
  lint: { command: [bin('eslint/bin/eslint.js'), '--quiet', '.'], fillsGaps: true },
  'check:types': { command: [bin('typescript/bin/tsc')], fillsGaps: true },
  'check:webviews': { command: [bin('typescript/bin/tsc'), '-p', 'client/webviews'], fillsGaps: true },
  build: { command: [path.join(root, 'scripts/build.mjs')] },
  ui: { ...mocha('ui', ...twice), leavesGaps: true },
  web: { tests: 'test/web/suite', command: [path.join(root, 'scripts/test-web.mjs')], leavesGaps: true },
  vscode: {
    tests: 'test/vscode/suite',
    command: [path.join(root, 'scripts/test-vscode.mjs'), '--no-build'],
    leavesGaps: true,
  },
  unit: mocha('unit', ...inPairs),
  grammar: mocha('grammar'),
  corpus: mocha('corpus'),
  cli: mocha('cli'),
  fuzz: mocha('fuzz', ...inPairs),
  lsp: mocha('lsp', ...inPairs),
  security: mocha('security'),
  // Last, because it builds for production.
  package: mocha('package', ...twice),
};
