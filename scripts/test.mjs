// Runs every layer of the tests and sums up: one after another, but for what fills the gaps of others.
// usage: node scripts/test.mjs [LAYER…]
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import { root } from './lib/bundle.mjs';
import { endOnSignals, temporaryFolder } from './lib/processes.mjs';
import { layers } from './lib/test-layers.mjs';
import { layerLines, totalLines } from './lib/test-summary.mjs';

async function hasTests(folder) {
  const files = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
  return files.some((file) => file.endsWith('.test.ts'));
}

/** How a layer runs that has the machine to itself: what it says is seen at once. */
const alone = { stdio: ['ignore', 'inherit', 'inherit'] };
/** Beside another, what it says is kept until it has ended, or nobody could tell who says what. */
const beside = { stdio: ['ignore', 'pipe', 'pipe'] };
/** Of what fills gaps: the editor comes first wherever both want to run. */
const LOW_PRIORITY = 5;

/** Runs a command to its end; returns its exit code and, where it runs beside another, what it wrote. */
function run(command, { stdio, lowly }, reportFile) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio,
      env: { ...process.env, REPORT_FILE: reportFile },
    });
    if (lowly) setPriority(child.pid, LOW_PRIORITY);
    const output = [];
    child.stdout?.on('data', (part) => output.push(part));
    child.stderr?.on('data', (part) => output.push(part));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}

async function reportOf(name, manner, reportFile) {
  const layer = layers[name];
  if (layer.tests && !(await hasTests(layer.tests)))
    return { passed: 0, failed: 0, skipped: 0, failures: [], none: true };
  const { code, output } = await run(layer.command, manner, reportFile);
  if (output) console.log(`\n== ${name}\n${output.trimEnd()}`);
  const report = layer.tests ? JSON.parse(await readFile(reportFile, 'utf8').catch(() => 'null')) : undefined;
  // A layer that died without a report, or failed outside its tests, counts as one failure.
  const counts = report ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] };
  return code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, failures: [{ title: `exit code ${code}` }] }
    : counts;
}

/** Runs the layers; returns of each its report and the seconds it took. */
async function runLayers(names, folder) {
  const results = new Map();
  const runLayer = async (name, manner) => {
    const started = Date.now();
    const report = await reportOf(name, manner, path.join(folder, `${name.replace(':', '-')}.json`));
    results.set(name, { report, seconds: (Date.now() - started) / 1000 });
  };
  const fillGaps = async (fillers) => {
    for (const name of fillers) await runLayer(name, { ...beside, lowly: true });
  };

  const fillers = names.some((name) => layers[name].leavesGaps)
    ? names.filter((name) => layers[name].fillsGaps)
    : [];
  let filled;
  for (const name of names.filter((name) => !fillers.includes(name))) {
    const left = fillers.filter((filler) => !results.has(filler));
    const shares = layers[name].leavesGaps && left.length > 0;
    if (shares) filled ??= fillGaps(fillers);
    else await filled;
    console.log(shares ? `\n(${name} begins, ${left.join(', ')} beside it)` : `\n== ${name}`);
    await runLayer(name, shares ? beside : alone);
  }
  await filled;
  return results;
}

async function main(names) {
  const unknown = names.filter((name) => !(name in layers));
  if (unknown.length > 0)
    throw new Error(`no such layer: ${unknown.join(', ')} (there are ${Object.keys(layers).join(', ')})`);
  const temporary = await temporaryFolder('test');
  const results = await runLayers(names, temporary.folder);
  await temporary.remove();
  const inOrder = names.map((name) => ({ name, ...results.get(name) }));
  const lines = inOrder.flatMap(({ name, report, seconds }) => layerLines(name, report, seconds));
  const reports = inOrder.map(({ report }) => report);
  console.log(`\n${lines.join('\n')}\n`);
  console.log(totalLines(reports).join('\n'));
  process.exitCode = reports.some(({ failed }) => failed > 0) ? 1 : 0;
}

endOnSignals();
const chosen = [...new Set(process.argv.slice(2))];
await main(chosen.length > 0 ? chosen : Object.keys(layers));
