'use strict';

/**
 * The tests of a run that passed only when they were tried again, each with what the first try said; the list fills
 * while they run. A hook that had to try twice says so by the property `failedBefore` of the test it prepares.
 */
function collectSecondTries(runner) {
  const firstErrors = new Map();
  const found = [];
  runner.on('retry', (test, error) => firstErrors.set(test.fullTitle(), error));
  runner.on('pass', (test) => {
    const error = firstErrors.get(test.fullTitle()) ?? test.failedBefore;
    if (error) found.push({ title: test.titlePath().join(' › '), message: error.message ?? String(error) });
  });
  return found;
}

module.exports = { collectSecondTries };
