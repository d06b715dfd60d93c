import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePackage } from '../../scripts/lib/vsix.mjs';

type Packaged = Awaited<ReturnType<typeof makePackage>>;

let folder: string | undefined;
let made: Promise<Packaged> | undefined;

/** The extension as people install it, packed once for all tests of this layer. */
export function packaged(): Promise<Packaged> {
  folder ??= mkdtempSync(path.join(tmpdir(), 'yaodian-package-'));
  return (made ??= makePackage(folder));
}

after(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});
