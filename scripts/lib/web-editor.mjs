import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from './bundle.mjs';
import { provisionServer, quietSettings } from './vscode-server.mjs';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/**
 * Serves VS Code for the Web: the same workbench as the npm-packaged server's, with nothing behind it but files. Its
 * only extension host is a worker of the browser, its workspace a file system in memory (`memfs:/云溪`, from
 * test/web/memfs) that begins as a copy of `folder`. `suite` is a script to run there, relative to the repository;
 * `report` is called with what it posts to `/report`.
 */
export async function startWebEditor({ folder, settings = {}, suite, report = () => undefined }) {
  const vscode = path.resolve(await provisionServer(), '../..');
  const routes = {
    '/static/': vscode,
    '/extension/': root,
    '/memfs/': path.join(root, 'test/web/memfs'),
  };
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    answer(address).catch(() => response.writeHead(404).end());

    async function answer() {
      if (address === '/')
        return send(await page(vscode, server.address().port, { settings, suite }), '.html');
      if (address === '/memfs/seed.json') return send(JSON.stringify(await seed(folder)), '.json');
      if (address === '/report') return receive();
      const route = Object.keys(routes).find((start) => address.startsWith(start));
      const file = path.join(routes[route], address.slice(route.length));
      if (file.endsWith('workbench.js')) return send(withoutRemote(await readFile(file, 'utf8')), '.js');
      await stat(file);
      response.writeHead(200, headers(path.extname(file)));
      createReadStream(file).pipe(response);
    }

    function send(text, ending) {
      response.writeHead(200, headers(ending)).end(text);
    }

    async function receive() {
      const parts = [];
      for await (const part of request) parts.push(part);
      response.writeHead(204).end();
      report(JSON.parse(Buffer.concat(parts).toString()));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

const headers = (ending) => ({
  'content-type': types[ending] ?? 'application/octet-stream',
  'access-control-allow-origin': '*',
});

/** code-server's workbench takes for granted that a machine is behind it: what it adds for that is taken out again. */
const additions = [
  [/(\.\.\.JSON\.parse\(\w+\)),remoteAuthority:location\.host\}/, '$1}'],
  [/(file\(this\.userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote/, '$1"vscode-userdata"'],
];

function withoutRemote(script) {
  return additions.reduce((text, [found, plain]) => {
    if (!found.test(text)) throw new Error(`this edition of code-server has no ${found}`);
    return text.replace(found, plain);
  }, script);
}

async function page(vscode, port, { settings, suite }) {
  const template = await readFile(path.join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const here = (folder) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: folder });
  const configuration = {
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    folderUri: { scheme: 'memfs', path: '/云溪' },
    additionalBuiltinExtensions: [here('/memfs')],
    developmentOptions: {
      extensions: [here('/extension')],
      // Tests run where the extension does whose folder they are in.
      ...(suite ? { extensionTestsPath: here(`/extension/${suite}`) } : {}),
    },
    webviewEndpoint: `http://127.0.0.1:${port}/static/out/vs/workbench/contrib/webview/browser/pre/`,
    configurationDefaults: { ...quietSettings, ...settings },
    productConfiguration: { extensionsGallery: {}, enableTelemetry: false },
  };
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replace(/"/g, '&quot;'),
    WORKBENCH_AUTH_SESSION: '',
    WORKBENCH_WEB_BASE_URL: '/static',
    WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/static/out/nls.messages.js',
    BASE: '',
    VS_BASE: '',
  };
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name) => values[name] ?? whole);
}

/** The files of a folder: their paths with slashes, and what they hold in base64. */
async function seed(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => [
      path.relative(folder, file).split(path.sep).join('/'),
      (await readFile(file)).toString('base64'),
    ]),
  );
}
