// usage: node scripts/build.mjs [--production] [--watch]
import { bundle } from './lib/bundle.mjs';

const started = Date.now();
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const built = await bundle({ production, watch });
console.log(
  `dist/: ${[...built.keys()].join(', ')} (${Date.now() - started} ms)${watch ? ', watching' : ''}`,
);
