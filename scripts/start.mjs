// Builds the extension and opens it on samples/: in the desktop VS Code, else in the one from npm, in a browser.
// usage: npm start [-- FOLDER] [-- --in desktop|server] [-- --no-open]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, root } from './lib/bundle.mjs';
import { findDesktopCommand, hasDisplay } from './lib/desktop.mjs';
import { findOnPath, run } from './lib/processes.mjs';
import { startServer } from './lib/vscode-server.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string' }, 'no-open': { type: 'boolean' } },
});

const folder = path.resolve(positionals[0] ?? path.join(root, 'samples'));

async function startDesktop(command) {
  console.log(`正在用 ${command} 打开 ${folder} ……`);
  const sandbox =
    process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', path.join(root, '.vscode-test/user')] : [];
  const { code, output } = await run(command, [`--extensionDevelopmentPath=${root}`, ...sandbox, folder]);
  if (code !== 0) throw new Error(`${command} 退出，代码 ${code}：\n${output}`);
}

async function startInBrowser() {
  const server = await startServer();
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('正在停止……'));
    server.child.once('exit', (code) => resolve(`VS Code 服务端退出，代码 ${code}。`));
  });
  const address = server.address(folder, { extensionDevelopmentPath: server.developmentUri });
  console.log(`\n请在浏览器中打开（只有本机能访问）：\n\n  ${address}\n\n按 Ctrl+C 停止。`);
  if (!flags['no-open']) await openInBrowser(address);
  console.log(await ended);
  await server.stop();
}

async function openInBrowser(address) {
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const opener = openers[process.platform] ?? (hasDisplay() ? [findOnPath('xdg-open')] : []);
  if (opener[0]) await run(opener[0], [...opener.slice(1), address], { timeout: 10_000 });
}

try {
  await bundle();
  const command = flags.in === 'server' ? undefined : findDesktopCommand();
  if (command && hasDisplay()) await startDesktop(command);
  else await startInBrowser();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
