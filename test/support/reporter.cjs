'use strict';
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');
const { collectSecondTries } = require('./second-tries.cjs');

/**
 * Short, spec-like: one line for a suite of the top level, failures in full, what passed only when tried again, and a
 * last line `N passed, N failed` that scripts and people read. With REPORT_FILE set, the counts and failures also go to that file as JSON, which is
 * how the run inside VS Code hands its result to the process that started it.
 */
class ShortReporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const print = options?.reporterOptions?.print ?? ((line) => console.log(line));
    const bySuite = new Map();
    const failures = [];
    const secondTries = collectSecondTries(runner);
    let passed = 0;
    let skipped = 0;
    const tally = (test, kind) => {
      const title = test.titlePath()[0] ?? '';
      const count = bySuite.get(title) ?? { passed: 0, failed: 0, skipped: 0 };
      count[kind] += 1;
      bySuite.set(title, count);
    };
    runner.on(Runner.constants.EVENT_TEST_PASS, (test) => {
      passed += 1;
      tally(test, 'passed');
    });
    runner.on(Runner.constants.EVENT_TEST_PENDING, (test) => {
      skipped += 1;
      tally(test, 'skipped');
    });
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      failures.push({ title: test.titlePath().join(' › '), error });
      tally(test, 'failed');
    });
    runner.on(Runner.constants.EVENT_RUN_END, () => {
      for (const [title, count] of bySuite) print(`  ${mark(count)} ${title} (${describe(count)})`);
      failures.forEach(({ title, error }, index) => print(`\n  ${index + 1}) ${title}\n${explain(error)}`));
      for (const { title, message } of secondTries)
        print(`\n  第 2 次才通过：${title}\n${message.replace(/^/gm, '     ')}`);
      const summary = { passed, failed: failures.length, skipped };
      const file = process.env.REPORT_FILE;
      if (file)
        writeFileSync(file, JSON.stringify({ ...summary, failures: failures.map(plain), secondTries }));
      print(`\n${describe({ ...summary, always: true })}`);
    });
  }
}

function mark({ passed, failed }) {
  if (failed > 0) return '✖';
  return passed > 0 ? '✔' : '-';
}

function describe({ passed, failed, skipped, always }) {
  const parts = [`${passed} passed`];
  if (failed > 0 || always) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(', ');
}

/** The message, a difference of the two values where the assertion carries them, and the stack below it. */
function explain(error) {
  const message = error?.message ?? String(error);
  const differs =
    error && error.actual !== undefined && error.expected !== undefined && !error.generatedMessage;
  const difference = differs ? reporters.Base.generateDiff(show(error.actual), show(error.expected)) : '';
  const stack = (error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node:internal|node_modules/.test(line));
  return [message, difference, ...stack.slice(0, 6)].filter(Boolean).join('\n').replace(/^/gm, '     ');
}

function show(value) {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function plain({ title, error }) {
  return { title, message: error?.message ?? String(error), stack: error?.stack ?? '' };
}

module.exports = ShortReporter;
