// usage: node scripts/build.mjs [--production] [--watch]
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle, root } from './lib/bundle.mjs';

const started = Date.now();
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const metafiles = await bundle({ production, watch });
if (production) {
  const { thirdPartyNotices } = await import('./lib/notices.mjs');
  const { text, count } = await thirdPartyNotices(metafiles);
  await writeFile(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), text);
  console.log(`dist/THIRD-PARTY-NOTICES.txt: ${count} packages`);
}
const files = metafiles.flatMap(({ outputs }) => Object.keys(outputs)).length;
console.log(`dist/: ${files} files in ${Date.now() - started} ms${watch ? ', watching' : ''}`);
