import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { root } from './bundle.mjs';

const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

/**
 * Builds for production (vsce runs vscode:prepublish) and packs the extension into `folder`. Returns the path of the
 * package, and its files with their sizes in bytes before compression, the largest first.
 */
export async function makePackage(folder = root) {
  const packagePath = path.join(folder, `${manifest.name}-${manifest.version}.vsix`);
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: false,
    rewriteRelativeLinks: false,
  });
  const names = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const files = await Promise.all(
    names.map(async (file) => ({ file, size: (await stat(path.join(root, file))).size })),
  );
  files.sort((a, b) => b.size - a.size);
  return { packagePath, files };
}

/** Every file the manifest names (all its strings that look like one), and what we promise beside that. */
function promised() {
  const named = [
    ...JSON.stringify(manifest.contributes).matchAll(
      /"(?:\.\/)?([\w-]+(?:\/[\w.-]+)*\.(?:json|svg|png|md))"/g,
    ),
  ];
  const others = ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/server.cjs'];
  return [
    path.normalize(manifest.main),
    // Browsers add the ending.
    `${path.normalize(manifest.browser)}.js`,
    'dist/web/server.js',
    ...Object.values(manifest.bin),
    ...named.map(([, file]) => file),
    ...others,
  ];
}

/** What nobody needs who uses the extension: sources, tests, tools, maps, packages, and files of an editor or a system. */
const unwanted =
  /(?:^|\/)(?:node_modules|test|tests|scripts|out|\.[^/]*)\/|^(?:client\/(?:src|webviews)|server)\/|\.(?:map|ts|mts|cts|tsx|log|vsix)$|(?:^|\/)(?:package-lock\.json|tsconfig[^/]*\.json|eslint\.config\.\w+)$/;

/** What is wrong with a package that holds these files. */
export function faultsOf(files) {
  const missing = promised().filter((file) => !files.includes(file));
  return [
    ...missing.map((file) => `missing: ${file}`),
    ...files.filter((file) => unwanted.test(file)).map((file) => `not wanted: ${file}`),
  ];
}
