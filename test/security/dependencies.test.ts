import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { exceljsForBrowsers } from '../../scripts/lib/exceljs-for-browsers.mjs';
import { root } from '../support/lsp-client';

/**
 * The first releases without the weaknesses that are published of packages we ship, by line of releases. `npm run audit`
 * asks for what is known today; this holds where there is no network.
 */
const MENDED: readonly (readonly [name: string, versions: readonly string[], advisory: string])[] = [
  ['brace-expansion', ['1.1.12', '2.0.2'], 'GHSA-v6h2-p8h4-qcjr'],
  ['fast-xml-parser', ['5.10.1'], 'GHSA-8r6m-32jq-jx6q'],
  ['fstream', ['1.0.12'], 'GHSA-xf7w-r453-m56c'],
  ['jszip', ['3.8.0'], 'GHSA-36fh-84j7-cv5h'],
  ['minimatch', ['3.1.3', '5.1.7', '9.0.6', '10.2.1'], 'GHSA-3ppc-4f35-3m26'],
  ['minimist', ['1.2.6'], 'GHSA-xvch-5gv4-984h'],
  ['nanoid', ['5.0.9'], 'GHSA-mwcw-c2x4-8c55'],
  ['semver', ['7.5.2'], 'GHSA-c2qf-rxjj-qqgw'],
  ['tmp', ['0.2.4'], 'GHSA-52f5-9888-hmc6'],
  ['uuid', ['11.1.1'], 'GHSA-w5hq-g745-h8pq'],
  ['yaml', ['2.8.3'], 'GHSA-48c2-rrv3-qjmp'],
];

const numbers = (version: string): number[] => version.split('.').map(Number);

/** Whether a version is that release or a later one of its line; of a later line, too. */
function isMended(version: string, releases: readonly string[]): boolean {
  const [major = 0, minor = 0, patch = 0] = numbers(version);
  const newest = Math.max(...releases.map((release) => numbers(release)[0] ?? 0));
  if (major > newest) return true;
  return releases.some((release) => {
    const [atMajor = 0, atMinor = 0, atPatch = 0] = numbers(release);
    return major === atMajor && (minor > atMinor || (minor === atMinor && patch >= atPatch));
  });
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

describe('Packages that are shipped', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const shipped = Object.entries(packages).flatMap(([place, { version, dev }]) =>
    place !== '' && dev !== true && version !== undefined
      ? [{ name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), version }]
      : [],
  );

  it('are of no release with a weakness that is known and mended', () => {
    const weak = shipped.flatMap(({ name, version }) => {
      const known = MENDED.find(([weakName]) => weakName === name);
      return known && !isMended(version, known[1]) ? [`${name} ${version}: ${known[2]}`] : [];
    });
    assert.deepEqual(weak, []);
    assert.ok(
      shipped.some(({ name }) => name === 'uuid'),
      'the names of the lockfile are read',
    );
  });

  it('would be noticed', () => {
    assert.ok(!isMended('8.3.2', ['11.1.1']));
    assert.ok(!isMended('5.1.6', ['3.1.3', '5.1.7']));
    assert.ok(isMended('3.1.5', ['3.1.3', '5.1.7']));
  });

  it('stand in the bundle for browsers as the lockfile has them, not as copies within another', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['server/src/exporters/workbook/write-workbook.ts'],
      outdir: 'none',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      plugins: [exceljsForBrowsers],
    });
    const inputs = Object.keys(metafile.inputs);
    assert.deepEqual(
      inputs.filter((file) => file.includes('/exceljs/dist/')),
      [],
    );
    assert.ok(inputs.some((file) => file.includes('node_modules/uuid/dist/cjs-browser/v4.js')));
  });
});
