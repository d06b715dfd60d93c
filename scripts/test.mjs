// Runs every layer of the tests one after another and sums up.
// usage: node scripts/test.mjs [LAYER…]
import { spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from './lib/bundle.mjs';
import { endOnSignals, temporaryFolder } from './lib/processes.mjs';
import { layers } from './lib/test-layers.mjs';
import { layerLines, totalLines } from './lib/test-summary.mjs';

async function hasTests(folder) {
  const files = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
  return files.some((file) => file.endsWith('.test.ts'));
}

function run(command, reportFile) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, REPORT_FILE: reportFile },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runLayer(name, reportFile) {
  const layer = layers[name];
  if (layer.tests && !(await hasTests(layer.tests)))
    return { passed: 0, failed: 0, skipped: 0, failures: [], none: true };
  await rm(reportFile, { force: true });
  const code = await run(layer.command, reportFile);
  const report = layer.tests ? JSON.parse(await readFile(reportFile, 'utf8').catch(() => 'null')) : undefined;
  // A layer that died without a report, or failed outside its tests, counts as one failure.
  const counts = report ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] };
  return code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, failures: [{ title: `exit code ${code}` }] }
    : counts;
}

async function main(names) {
  const unknown = names.filter((name) => !(name in layers));
  if (unknown.length > 0)
    throw new Error(`no such layer: ${unknown.join(', ')} (there are ${Object.keys(layers).join(', ')})`);
  const temporary = await temporaryFolder('test');
  const reports = [];
  const lines = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const started = Date.now();
    const report = await runLayer(name, path.join(temporary.folder, 'report.json'));
    reports.push(report);
    lines.push(...layerLines(name, report, (Date.now() - started) / 1000));
  }
  await temporary.remove();
  console.log(`\n${lines.join('\n')}\n`);
  console.log(totalLines(reports).join('\n'));
  process.exitCode = reports.some(({ failed }) => failed > 0) ? 1 : 0;
}

endOnSignals();
await main(process.argv.length > 2 ? process.argv.slice(2) : Object.keys(layers));
