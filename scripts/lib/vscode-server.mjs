import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bundle.mjs';
import { portTo, withoutNetwork } from './no-network.mjs';
import { run, runNpm, spawnGroup, stopGroup, temporaryFolder } from './processes.mjs';

/** The newest line of code-server for Node 20; it carries VS Code 1.100.3 in `lib/vscode`. */
const packaged = {
  server: 'code-server@4.100.3',
  ripgrep: '@vscode/ripgrep@1.18.0',
  // Microsoft's translations, in the newest edition of this package that still has them by key; what is newer than
  // the edition stays English.
  chinese: '@codingame/monaco-vscode-language-pack-zh-hans@4.3.2',
};
const cache = path.join(root, '.vscode-test');

/** Settings under which the packaged editor neither asks nor tells anything that is not about the draft. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.commandCenter.enabled': false,
  'chat.setupFromDialog': false,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.wordWrap': 'on',
  'editor.fontFamily':
    "'Sarasa Mono SC', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', monospace",
};

/**
 * Makes sure the npm-packaged VS Code server is in `.vscode-test/` and returns the path of its main script.
 * Nothing is compiled and no install script runs: the parts that need that (terminal, spdlog) are not needed here.
 */
export async function provisionServer({ log = console.error } = {}) {
  const folder = path.join(cache, 'vscode-server-1.100.3');
  const main = (base) => path.join(base, 'node_modules/code-server/lib/vscode/out/server-main.js');
  if (existsSync(main(folder))) return main(folder);
  log(`首次使用：正在从 npm 下载 VS Code 服务端（${packaged.server}，约 290 MB，只下载一次）……`);
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(path.join(cache, 'partial-'));
  try {
    await install(partial, log);
    // A second run may have finished first; either copy is as good.
    await rename(partial, folder).catch((error) => {
      if (!existsSync(main(folder))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  log('VS Code 服务端已就绪。');
  return main(folder);
}

async function install(folder, log) {
  // Folders inside the repository belong to its package unless they have a package.json of their own.
  // Only the data of the language pack is wanted, not the browser edition of VS Code that it depends on.
  const overrides = { vscode: 'file:empty' };
  await mkdir(path.join(folder, 'empty'));
  await writeFile(path.join(folder, 'empty/package.json'), '{ "name": "empty", "version": "1.0.0" }\n');
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
  await npmInstall(folder, Object.values(packaged));
  log('正在安装它的依赖……');
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await npmInstall(vscode, ['--omit=dev']);
  await addRipgrep(folder, vscode);
  await addChinese(folder);
}

async function npmInstall(cwd, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const { code, output } = await runNpm(['install', ...quiet, ...args], { cwd, timeout: 10 * 60_000 });
  if (code === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i.test(output);
  const advice = offline
    ? '连不上 npm。请检查网络或 npm 镜像设置后重试；也可以安装桌面版 VS Code，或用环境变量 VSCODE_EXECUTABLE 指明它的位置。'
    : 'npm 安装失败。';
  throw new Error(`${advice}\n${output.trim().split('\n').slice(-15).join('\n')}`);
}

/** The server's own copy comes from a post-install download; the newer package carries the program itself. */
async function addRipgrep(folder, vscode) {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const carrier = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  try {
    const require = createRequire(path.join(folder, 'node_modules/@vscode/ripgrep/package.json'));
    const source = path.join(path.dirname(require.resolve(`${carrier}/package.json`)), 'bin', name);
    const bin = path.join(vscode, 'node_modules/@vscode/ripgrep/bin');
    await mkdir(bin, { recursive: true });
    await copyFile(source, path.join(bin, name));
    await chmod(path.join(bin, name), 0o755);
  } catch {
    // Without it quick open and search find nothing; everything else works.
  }
}

/** Writes the translations as the files a language pack consists of, and the list of them that the server looks for. */
async function addChinese(folder) {
  const pack = path.join(folder, 'node_modules', packaged.chinese.replace(/@[^@]+$/, ''), 'translations');
  const target = path.join(folder, 'chinese');
  await cp(path.join(pack, 'extensions'), target, { recursive: true });
  const { default: main } = await import(pathToFileURL(path.join(pack, 'main.i18n.json.js')).href);
  await writeFile(path.join(target, 'main.i18n.json'), JSON.stringify({ contents: main }));
}

/** What installing a language pack would have left in the user's folder. */
async function languagePacks(folder) {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.i18n.json'));
  const ids = files.map((file) => file.replace('.i18n.json', '').replace(/^main$/, 'vscode'));
  const translations = Object.fromEntries(ids.map((id, index) => [id, path.join(folder, files[index])]));
  const identifier = {
    extensionIdentifier: { id: 'ms-ceintl.vscode-language-pack-zh-hans' },
    version: '1.100.0',
  };
  return { 'zh-cn': { hash: 'yaodian', label: '中文（简体）', extensions: [identifier], translations } };
}

/**
 * Starts the server on a free port of 127.0.0.1, reachable only with a token. With `network: false` it, what it starts
 * and the installation of `install` have none: `noNetwork` says how that is done.
 * Returns `address(folder, payload)` for the browser, `remoteUri(file)`, `developmentUri` and `stop()`.
 */
export async function startServer({
  settings = {},
  env = {},
  install = [],
  network = true,
  language = 'zh-cn',
  patience = 60_000,
} = {}) {
  const main = await provisionServer();
  const { folder: dataDir, remove } = await temporaryFolder('vscode');
  await writeUserFiles(main, dataDir, settings);
  const repository = await linkToRepository(dataDir);
  const isolated = network ? undefined : withoutNetwork();
  const wrap = isolated?.wrap ?? ((command, args) => [command, args]);
  const environment = { ...cleanEnvironment(), ...offline, ...isolated?.env, ...env };
  const options = ['--accept-server-license-terms', '--server-data-dir', dataDir, '--telemetry-level', 'off'];
  const started = (...args) => wrap(process.execPath, [main, ...options, ...args]);
  for (const vsix of install) await installExtension(vsix, started('--install-extension', vsix), environment);
  const token = randomBytes(16).toString('hex');
  const socket = path.join(dataDir, 'socket');
  const where = network ? ['--host', '127.0.0.1', '--port', '0'] : ['--socket-path', socket];
  const child = spawnGroup(...started(...where, '--connection-token', token, '--locale', language), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  const server = { child, dataDir, port: 0, token, output: '', remove, noNetwork: isolated?.how };
  try {
    const place = await listeningAt(server, patience);
    const way = network ? undefined : await portTo(socket);
    server.port = way?.port ?? Number(place);
    server.closeWay = way?.close;
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  return {
    ...server,
    address: (folder, payload) => addressOf(server, folder, payload),
    remoteUri: (file) => remoteUri(server, file),
    developmentUri: remoteUri(server, repository),
    stop: () => stopServer(server),
  };
}

/**
 * What is given as the extension under development. The editor takes any theme that lies below that folder for the one
 * being developed and shows it whatever the settings say, and its own themes do lie below the repository (`cache`).
 */
async function linkToRepository(dataDir) {
  const link = path.join(dataDir, 'extension');
  // Junctions are the links that Windows makes without asking for rights; elsewhere the word means nothing.
  await symlink(root, link, 'junction');
  return link;
}

async function writeUserFiles(main, dataDir, settings) {
  await mkdir(path.join(dataDir, 'data/User'), { recursive: true });
  await writeFile(
    path.join(dataDir, 'data/User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  const chinese = path.join(main, '../../../../../../chinese');
  await writeFile(
    path.join(dataDir, 'data/languagepacks.json'),
    JSON.stringify(await languagePacks(chinese)),
  );
}

/** code-server asks a gallery of its own for extensions unless it is given another one, or none. */
const offline = { EXTENSIONS_GALLERY: '{}' };

/** Variables of a surrounding VS Code or npm would make the server believe it is part of them. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/.test(name)),
  );
}

async function installExtension(vsix, [command, args], env) {
  const { code, output } = await run(command, args, { env, timeout: 120_000 });
  if (code !== 0 || !/successfully installed/.test(output))
    throw new Error(`${vsix} was not installed:\n${output}`);
}

/** The port or the file where the server listens, once it does. */
function listeningAt(server, patience) {
  const { child } = server;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`VS Code server is silent:\n${server.output}`)),
      patience,
    );
    const read = (text) => {
      server.output += text;
      const place = /Extension host agent listening on (\S+)/.exec(server.output)?.[1];
      if (place) {
        clearTimeout(timer);
        resolve(place);
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code server ended with ${code}:\n${server.output}`));
    });
  });
}

const remoteUri = (server, file) => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(file).pathname}`;

/** Of a folder, or of a `.code-workspace` file that names several. */
function addressOf(server, folder, payload = {}) {
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({
    tkn: server.token,
    [kind]: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify([['skipWelcome', 'true'], ...Object.entries(payload)]),
  });
  return `http://127.0.0.1:${server.port}/?${query}`;
}

async function stopServer({ child, remove, closeWay }) {
  closeWay?.();
  await stopGroup(child);
  await remove();
}
