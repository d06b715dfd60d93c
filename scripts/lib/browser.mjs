import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './bundle.mjs';
import { findOnPath, run } from './processes.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** One that people use, where there is any. */
function systemBrowser() {
  const executable =
    findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') ??
    usualPlaces.find((place) => existsSync(place));
  return executable && { executable };
}

/**
 * The one from npm where there is one for this machine: it is the same wherever tests run, and opens a window with a
 * third less work than Debian's. `YAODIAN_BROWSER` names another program, or is `system` or `packaged`.
 */
async function findBrowser() {
  const wish = process.env.YAODIAN_BROWSER;
  if (wish === 'system') return systemBrowser() ?? packagedBrowser();
  if (wish && wish !== 'packaged') return { executable: wish };
  return (await packagedBrowser()) ?? (wish ? undefined : systemBrowser());
}

const unpack = `
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath());
`;

/**
 * The Chromium inside `@sparticuz/chromium` (Linux on x64), unpacked once into `.vscode-test/`. The package is made for
 * AWS and brings, for that place only, the libraries a bare system lacks (nss, nspr, expat); told that it is there it
 * unpacks them too. It unpacks into the temporary folder and takes half-written files of another run for whole ones,
 * hence a process with a temporary folder of its own.
 */
async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = createRequire(import.meta.url)('../../package-lock.json').packages[
    'node_modules/@sparticuz/chromium'
  ];
  const folder = path.join(root, '.vscode-test', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const executable = path.join(folder, 'chromium');
  const { output } = await run('ldd', [executable]);
  const bare = output.includes('not found');
  const libraries = bare ? { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } : {};
  return { executable, env: { ...libraries, FONTCONFIG_FILE: await writeFontList(folder) } };
}

/** A page that draws text crashes where there is no font at all, so the package's own are added to the system's. */
async function writeFontList(folder) {
  const file = path.join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

async function unpackInto(folder) {
  await mkdir(path.dirname(folder), { recursive: true });
  const partial = await mkdtemp(path.join(path.dirname(folder), 'partial-'));
  try {
    const { code, output } = await run(process.execPath, ['-e', unpack], {
      cwd: root,
      env: { ...process.env, TMPDIR: partial },
    });
    if (code !== 0) throw new Error(`@sparticuz/chromium could not be unpacked:\n${output}`);
    await rename(partial, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** For a browser that is to find nothing but this machine. */
const onlyHere = ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'];

/** Starts a headless Chromium. */
export async function launchBrowser({ network = true } = {}) {
  const { executable, env = {} } = (await findBrowser()) ?? {};
  if (!executable) {
    throw new Error(
      '没有找到 Chromium、Chrome 或 Edge。请安装其中之一，或用环境变量 YAODIAN_BROWSER 指明它的位置。',
    );
  }
  try {
    return await chromium.launch({
      executablePath: executable,
      args: network ? flags : [...flags, ...onlyHere],
      // The font for Chinese on pages that do not say what they are written in: not the first that has the characters.
      env: { ...process.env, ...env, FC_LANG: 'zh-cn' },
      timeout: 30_000,
    });
  } catch (error) {
    const { output } = await run('ldd', [executable]);
    const missing = output.match(/^.*not found.*$/gm)?.join('\n') ?? '';
    const advice = missing ? `\n系统缺少以下库（安装 chromium 软件包即可补齐）：\n${missing}` : '';
    throw new Error(`${executable} 无法启动。${advice}\n${error.message}`);
  }
}

/**
 * What a page and the extension host behind it write to the console from now on. (The packaged server has no log files:
 * its logger would have to be compiled.) Left out is the noise of that logger and of the extension gallery.
 */
export function recordConsole(page) {
  const lines = [];
  const noise = /spdlog|bindings file|open-vsx|Failed to load resource|ERR_NAME_NOT_RESOLVED/;
  page.on('console', (message) => {
    const text = message.text().replace(/%c|color: #\w+/g, '');
    if (/error|warning/.test(message.type()) || text.includes('[Extension Host]')) {
      if (!noise.test(text)) lines.push(text.trim().slice(0, 2000));
    }
  });
  page.on('pageerror', (error) => lines.push(String(error.stack ?? error)));
  return () => lines.slice(-60).join('\n');
}
