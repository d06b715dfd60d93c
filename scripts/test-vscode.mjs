// Runs test/vscode/suite in a real VS Code: a desktop one, or the npm-packaged server with a headless browser.
// usage: node scripts/test-vscode.mjs [--no-build | --build-only] [--in desktop|server] [--grep TITLE]
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { launchBrowser, recordConsole } from './lib/browser.mjs';
import { bundle, root } from './lib/bundle.mjs';
import { findDesktopProgram, hasDisplay } from './lib/desktop.mjs';
import { copyWorkspace } from './lib/editor.mjs';
import { endOnSignals, temporaryFolder } from './lib/processes.mjs';
import { provisionServer, startServer } from './lib/vscode-server.mjs';

const { values: flags } = parseArgs({
  options: {
    'no-build': { type: 'boolean' },
    'build-only': { type: 'boolean' },
    in: { type: 'string' },
    grep: { type: 'string' },
  },
});

/** Milliseconds: for the editor to reach the suite, and for the suite to end. */
const limits = { launch: 90_000, suite: 20 * 60_000 };
const launches = 3;
const out = path.join(root, 'out/vscode');
const suite = path.join(out, 'index.cjs');

async function buildSuite() {
  const folder = path.join(root, 'test/vscode/suite');
  const files = (await readdir(folder)).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  await rm(out, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: files.map((file) => path.join(folder, file)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** A desktop program to test in, or nothing when the packaged server has to serve. */
async function desktopProgram() {
  if (flags.in === 'server') return undefined;
  const program = hasDisplay() || process.env.VSCODE_EXECUTABLE ? findDesktopProgram() : undefined;
  if (program || (flags.in !== 'desktop' && !hasDisplay())) return program;
  return download().catch((error) => {
    if (flags.in === 'desktop') throw error;
    return undefined;
  });
}

async function download() {
  // The downloader itself retries for minutes; offline this answers in seconds.
  await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(4000),
  });
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode();
}

async function runInDesktop(program, folder, env) {
  const { runTests } = await import('@vscode/test-electron');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const profile = await temporaryFolder('profile');
  const quiet = [
    '--disable-extensions',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
  ];
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [folder, '--user-data-dir', profile.folder, ...quiet, ...sandbox],
    });
  } finally {
    await profile.remove();
  }
}

async function runInServer(folder, env) {
  const server = await startServer({ env });
  let browser;
  let log = () => '';
  try {
    browser = await launchBrowser();
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    log = recordConsole(page);
    const ended = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.on('crash', () => reject(new Error('the page crashed')));
      browser.on('disconnected', () => reject(new Error('the browser ended')));
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.goto(
      server.address(folder, {
        extensionDevelopmentPath: server.developmentUri,
        extensionTestsPath: server.remoteUri(suite),
      }),
    );
    const code = await Promise.race([ended, watch(env.REPORT_FILE)]);
    if (code !== 0) console.error(`Console of the editor:\n${log()}`);
  } catch (error) {
    console.error(`Console of the editor:\n${log()}`);
    throw error;
  } finally {
    await browser?.close().catch(() => undefined);
    await server.stop();
  }
}

/** Rejects when the suite does not begin or end in time. */
function watch(reportFile) {
  const started = Date.now();
  return new Promise((_, reject) => {
    const timer = setInterval(() => {
      const waited = Date.now() - started;
      const begun = existsSync(`${reportFile}.txt`);
      if (waited < (begun ? limits.suite : limits.launch)) return;
      clearInterval(timer);
      reject(
        new Error(begun ? 'the suite did not end in time' : 'the editor did not reach the suite in time'),
      );
    }, 500);
    timer.unref();
  });
}

async function attempt(program, env) {
  const workspace = await copyWorkspace();
  try {
    await (program ? runInDesktop(program, workspace.folder, env) : runInServer(workspace.folder, env));
  } finally {
    await workspace.remove();
  }
}

async function main() {
  if (!flags['no-build']) await bundle();
  await buildSuite();
  if (flags['build-only']) return;
  const program = await desktopProgram();
  if (!program) await provisionServer();
  console.log(`in ${program ?? 'the npm-packaged VS Code server'}`);
  const temporary = await temporaryFolder('report');
  const reportFile = process.env.REPORT_FILE || path.join(temporary.folder, 'report.json');
  const env = {
    REPORT_FILE: reportFile,
    NODE_DISABLE_COMPILE_CACHE: '1',
    ...(flags.grep ? { TEST_GREP: flags.grep } : {}),
  };
  try {
    for (let launch = 1; ; launch += 1) {
      const error = await attempt(program, env).catch((problem) => problem);
      const begun = existsSync(`${reportFile}.txt`);
      if (error && (begun || launch === launches)) console.error(error);
      if (begun || launch === launches) break;
      console.error(`the editor did not start (${error?.message}), trying again`);
    }
    console.log(await readFile(`${reportFile}.txt`, 'utf8').catch(() => ''));
    const report = JSON.parse(await readFile(reportFile, 'utf8').catch(() => 'null'));
    if (!report) console.log('0 passed, 1 failed');
    process.exitCode = report && report.failed === 0 && report.passed > 0 ? 0 : 1;
  } finally {
    await temporary.remove();
  }
}

endOnSignals();
await main();
// Handles of a browser that was given up must not keep the process alive.
process.exit();
