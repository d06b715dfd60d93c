// Makes yaodian-VERSION.vsix, shows what is in it, and holds that it is complete and has no node_modules.
// usage: npm run package [-- --install]   (--install: also try it, installed, in the npm-packaged VS Code)
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { root } from './lib/bundle.mjs';
import { withEditor } from './lib/editor.mjs';
import { endOnSignals } from './lib/processes.mjs';

endOnSignals();
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${manifest.name}-${manifest.version}.vsix`);

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

function faults(files) {
  const missing = promised().filter((file) => !files.includes(file));
  const unwanted = files.filter((file) => /node_modules\/|\.map$|\.ts$/.test(file));
  return [...missing.map((file) => `missing: ${file}`), ...unwanted.map((file) => `not wanted: ${file}`)];
}

const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} KB`;

// Runs vscode:prepublish, which builds for production.
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: false,
  rewriteRelativeLinks: false,
});
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const sizes = await Promise.all(
  files.map(async (file) => ({ file, size: (await stat(path.join(root, file))).size })),
);
sizes.sort((a, b) => b.size - a.size);
for (const { file, size } of sizes.slice(0, 12)) console.log(`${kilobytes(size).padStart(10)}  ${file}`);
console.log(
  `${kilobytes((await stat(packagePath)).size).padStart(10)}  ${path.basename(packagePath)} (${files.length} files)`,
);
const found = faults(files);
if (found.length > 0) {
  console.error(found.join('\n'));
  process.exit(1);
}
if (process.argv.includes('--install')) {
  const open = (await readdir(path.join(root, 'samples'))).sort().find((file) => file.endsWith('.要点.md'));
  await withEditor({ vsix: packagePath, open }, (editor) => editor.waitForProblems());
  console.log(`installed in the npm-packaged VS Code, it finds something in ${open}`);
}
process.exit();
