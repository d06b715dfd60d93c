import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describeBundles } from '../../scripts/lib/bundle.mjs';
import { faultsOf } from '../../scripts/lib/vsix.mjs';
import { packaged } from './packaged';

/** Kilobytes of the package, compressed: half of it pictures of the documentation. More takes a reason, and a new number. */
const LARGEST_PACKAGE = 5600;
/** Kilobytes that the editor reads before anything is checked: the extension and its server on a desktop. */
const LARGEST_START = 1100;
/** Kilobytes of what an editor in a browser reads: all there is, in two files. */
const LARGEST_IN_BROWSERS = 2900;

describe('What is in the package', function () {
  this.timeout(120_000);
  let files: Record<string, Uint8Array>;
  let names: string[];
  let bytes: number;

  before(async () => {
    const { packagePath } = await packaged();
    const content = readFileSync(packagePath);
    bytes = content.length;
    files = unzipSync(content);
    names = Object.keys(files)
      .filter((name) => name.startsWith('extension/'))
      .map((name) => name.slice('extension/'.length));
  });

  const textOf = (name: string): string => strFromU8(files[`extension/${name}`] ?? new Uint8Array());

  it('is all that the manifest and the documentation name, and no source, test or tool', () => {
    // vsce gives three files other names.
    const asNamed = names.map(
      (name) =>
        ({ 'readme.md': 'README.md', 'changelog.md': 'CHANGELOG.md', 'LICENSE.txt': 'LICENSE' })[name] ??
        name,
    );
    assert.deepEqual(faultsOf(asNamed), []);
  });

  it('would be noticed if it did not belong there', () => {
    const stray = [
      'server/src/server.ts',
      'client/src/extension.ts',
      'test/a.txt',
      'scripts/test.mjs',
      'node_modules/a/index.js',
      'dist/server.cjs.map',
      '.vscode/settings.json',
      'package-lock.json',
    ];
    const faults = faultsOf(stray).filter((fault) => fault.startsWith('not wanted'));
    assert.deepEqual(
      faults,
      stray.map((file) => `not wanted: ${file}`),
    );
    assert.ok(faultsOf([]).includes('missing: dist/server.cjs'));
  });

  it('has the licence of every package whose code is in it', async () => {
    const notices = textOf('dist/THIRD-PARTY-NOTICES.txt');
    const names = await bundledPackages();
    // Of the desktop and, the last two, of browsers alone.
    for (const name of ['docx', 'fflate', 'vscode-jsonrpc', 'buffer', 'events'])
      assert.ok(names.includes(name));
    const missing = names.filter((name) => !notices.includes(`\n${name} `));
    assert.deepEqual(missing, []);
    assert.match(notices, /Permission is hereby granted/);
    assert.match(textOf('LICENSE.txt'), /Permission is hereby granted|Apache License/);
  });

  it('is small enough to be downloaded and started at once', () => {
    assert.ok(bytes < LARGEST_PACKAGE * 1024, `${Math.round(bytes / 1024)} KB`);
    const start = textOf('dist/extension.cjs').length + textOf('dist/server.cjs').length;
    assert.ok(start < LARGEST_START * 1024, `${Math.round(start / 1024)} KB`);
    const inBrowsers = textOf('dist/web/extension.cjs.js').length + textOf('dist/web/server.js').length;
    assert.ok(inBrowsers < LARGEST_IN_BROWSERS * 1024, `${Math.round(inBrowsers / 1024)} KB in browsers`);
  });
});

/** The packages of which code gets into what runs. */
async function bundledPackages(): Promise<readonly string[]> {
  const outputs = (await describeBundles()).flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const names = inputs.flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []) : [],
  );
  return [...new Set(names)].sort();
}
