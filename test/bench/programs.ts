import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import * as esbuild from 'esbuild';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { temporaryFolder } from './temporary-folder';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');

/** What the benchmark starts as programs of their own, as paths of scripts. */
export interface Programs {
  readonly server: string;
  readonly cli: string;
  readonly floorServer: string;
  readonly floorReader: string;
  /** To be imported: the analysis alone. */
  readonly analysis: string;
  /** esbuild's account of what is in ours. */
  readonly metafile: Metafile;
}

/** Bundles ours as for publishing, and the programs they are measured against in the same way. */
export async function buildPrograms(): Promise<Programs> {
  const [metafile] = await bundle({ production: true });
  const folder = temporaryFolder();
  await esbuild.build({
    entryPoints: ['floor-server', 'floor-reader', 'our-analysis'].map((name) =>
      path.join(here, `${name}.ts`),
    ),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
  });
  return {
    server: path.join(root, 'dist/server.cjs'),
    cli: path.join(root, 'dist/cli.js'),
    floorServer: path.join(folder, 'floor-server.cjs'),
    floorReader: path.join(folder, 'floor-reader.cjs'),
    analysis: path.join(folder, 'our-analysis.cjs'),
    metafile: metafile as Metafile,
  };
}
