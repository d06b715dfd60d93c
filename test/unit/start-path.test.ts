import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { NEEDED_BY_SERVER } from '../../server/src/engine';
import { describeBundle, root } from '../../scripts/lib/bundle.mjs';
import { startPath } from '../../scripts/lib/start-path.mjs';
import { starts } from '../../scripts/lib/starts.mjs';

const { server: SERVER, check: CHECK, thread: THREAD } = starts;

/** Kilobytes of scripts that are read before the first finding. More takes a reason, and a new number. */
const LARGEST = { server: 940, check: 616 };

/** Of Node's own modules, those that `node -e 0` has loaded. */
const LOADED_BY_NODE = new Set(
  execFileSync(process.execPath, ['-p', 'process.moduleLoadList.join()'], { encoding: 'utf8' })
    .trim()
    .split(',')
    .map((name) => name.replace(/^NativeModule /u, '')),
);

/** Read when somebody asks for what they make. */
const LATER = /^server\/src\/(?:(?:exporters|importers)\/(?!registry\/)[^/]+|fonts|xml|office)\//;

describe('What a start reads', function () {
  this.timeout(60_000);
  let metafile: Metafile;

  before(async () => {
    metafile = await describeBundle();
  });

  const packagesOf = (start: readonly string[]): string[] => {
    const { sources } = startPath(metafile, start);
    const names = sources.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
    return [...new Set(names)].sort();
  };
  const kilobytesOf = (start: readonly string[]): number => startPath(metafile, start).bytes / 1024;

  const nodeModulesOf = (start: readonly string[]): string[] =>
    startPath(metafile, start).files.flatMap((file) => {
      const { imports = [] } = metafile.outputs[path.relative(root, file).split(path.sep).join('/')] ?? {};
      return imports.filter(({ external }) => external).map((found) => found.path.replace('node:', ''));
    });

  it('is, of packages, the protocol’s and YAML alone for the server', () => {
    assert.deepEqual(packagesOf(SERVER), [
      'vscode-jsonrpc',
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-languageserver-types',
      'yaml',
    ]);
  });

  it('is, of packages, YAML alone for a check from the shell and its threads', () => {
    assert.deepEqual(packagesOf(CHECK), ['yaml']);
    assert.deepEqual(packagesOf(THREAD), ['yaml']);
  });

  it('is YAML as modules: as CommonJS it is a third larger and loads slower', () => {
    const files = startPath(metafile, CHECK).sources.filter((file) => file.includes('node_modules/yaml/'));
    assert.ok(files.length > 10);
    assert.deepEqual(
      files.filter((file) => !file.includes('node_modules/yaml/browser/')),
      [],
    );
  });

  it('is nothing that exports or imports documents, no English, no manifest', () => {
    for (const start of [SERVER, CHECK, THREAD]) {
      const { sources } = startPath(metafile, start);
      assert.ok(sources.includes('server/src/rules/run-rules.ts'));
      assert.deepEqual(
        sources.filter((file) => LATER.test(file) || file.startsWith('l10n/')),
        [],
      );
    }
    const manifest = Object.values(metafile.outputs).flatMap(({ inputs }) => inputs['package.json'] ?? []);
    assert.ok(manifest.every(({ bytesInOutput }) => bytesInOutput < 100));
  });

  it('loads no dictionary of ICU: dividing words and sorting names is made ready when it is asked for', () => {
    const own = startPath(metafile, SERVER).sources.filter((file) => file.startsWith('server/src/'));
    assert.ok(own.includes('server/src/comparison/word-diff.ts'));
    assert.deepEqual(
      own.filter((file) =>
        /^(?:export )?const \w+ = new Intl\./m.test(readFileSync(path.join(root, file), 'utf8')),
      ),
      [],
    );
  });

  it('is few files, and what every check runs is one, from the blocks of a draft to the rules', () => {
    const { files, sources } = startPath(metafile, CHECK);
    const together = Object.values(metafile.outputs).filter(
      ({ inputs }) => 'server/src/rules/index.ts' in inputs,
    );
    assert.equal(together.length, 1);
    const core = /^server\/src\/(?:dialect\/(?:fields|markdown)|rules\/(?:numbering|task|text|unit))\//;
    const apart = sources.filter((file) => core.test(file) && !(file in (together[0]?.inputs ?? {})));
    assert.deepEqual(apart, []);
    assert.ok(files.length < 15, `${files.length} files for a check`);
    const { length } = startPath(metafile, SERVER).files;
    assert.ok(length < 14, `${length} files for the server`);
  });

  it('is Node’s own modules before V8 is told flags, since it would compile them anew', () => {
    const loadedBefore = new Set([
      ...LOADED_BY_NODE,
      ...NEEDED_BY_SERVER,
      ...nodeModulesOf(SERVER.slice(0, 1)),
    ]);
    const needed = nodeModulesOf(SERVER);
    assert.deepEqual(
      needed.filter((name) => !loadedBefore.has(name)),
      [],
    );
    assert.deepEqual(
      NEEDED_BY_SERVER.filter((name) => !needed.includes(name)),
      [],
    );
  });

  it('is no more than so much', () => {
    assert.ok(kilobytesOf(SERVER) < LARGEST.server, `${Math.round(kilobytesOf(SERVER))} KB for the server`);
    assert.ok(kilobytesOf(CHECK) < LARGEST.check, `${Math.round(kilobytesOf(CHECK))} KB for a check`);
  });

  it('would be noticed if it were more', () => {
    assert.ok(packagesOf(['server/src/exporters/workbook/write-workbook.ts']).includes('exceljs'));
    assert.throws(() => startPath(metafile, ['server/src/nothing.ts']), /not every one/);
  });
});
