// Makes yaodian-VERSION.vsix, shows what is in it, and holds that it is complete and has nothing in it that does not
// belong there. That it works where it is installed is tried by `npm test -- package`.
// usage: npm run package
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { endOnSignals } from './lib/processes.mjs';
import { faultsOf, makePackage } from './lib/vsix.mjs';

const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} KB`.padStart(10);

endOnSignals();
const { packagePath, files } = await makePackage();
for (const { file, size } of files.slice(0, 12)) console.log(`${kilobytes(size)}  ${file}`);
console.log(
  `${kilobytes((await stat(packagePath)).size)}  ${path.basename(packagePath)} (${files.length} files)`,
);
const faults = faultsOf(files.map(({ file }) => file));
if (faults.length > 0) console.error(faults.join('\n'));
process.exit(faults.length > 0 ? 1 : 0);
