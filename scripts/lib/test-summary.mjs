/** What a layer's report says that may leave lists out. */
const empty = { passed: 0, failed: 0, skipped: 0, failures: [], secondTries: [] };

/** A line for a layer, and below it the tests that failed and those that passed only when tried again. */
export function layerLines(name, report, seconds) {
  const { passed, failed, skipped, failures, secondTries, none } = { ...empty, ...report };
  const again = secondTries.length > 0 ? `, 第 2 次才通过 ${secondTries.length}` : '';
  const counts = none ? 'no tests' : `${passed} passed, ${failed} failed, ${skipped} skipped${again}`;
  return [
    `${failed > 0 ? '✖' : '✔'} ${name}: ${counts} (${seconds.toFixed(1)} s)`,
    ...failures.map(({ title }) => `    ${title}`),
    ...secondTries.map(
      ({ title, message }) => `    第 2 次才通过：${title}（第 1 次：${firstLine(message)}）`,
    ),
  ];
}

/** The last lines of a run. The very last one is `N passed, N failed`, whatever else there is to say. */
export function totalLines(reports) {
  const all = reports.map((report) => ({ ...empty, ...report }));
  const sum = (count) => all.reduce((total, report) => total + count(report), 0);
  const skipped = sum((report) => report.skipped);
  const again = sum((report) => report.secondTries.length);
  return [
    ...(skipped > 0 ? [`${skipped} skipped (each said why above)`] : []),
    ...(again > 0 ? [`${again} 项测试第 2 次才通过（见上：说明测试或程序不稳）`] : []),
    `${sum((report) => report.passed)} passed, ${sum((report) => report.failed)} failed`,
  ];
}

const firstLine = (text = '') => text.split('\n', 1)[0];
