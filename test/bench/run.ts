// Measures what is in docs/performance.md, or the sections named, and writes their tables anew; --quick only shows them.
// usage: npm run bench -- [--quick] [SECTION…]
import { benchActivation } from './activation';
import { benchAnalysis } from './analysis';
import { benchSize } from './bundle-size';
import { benchBurst } from './burst';
import { benchStart } from './command-line';
import { benchDiff } from './diff';
import { benchGrowth, benchKeystrokes } from './keystrokes';
import { benchMemory } from './memory';
import { benchOutline } from './outline-view';
import { sectionTable, writePage } from './page';
import { buildPrograms } from './programs';
import { benchRequests } from './requests';
import type { BenchOptions, Section } from './section';
import { temporaryFolder } from './temporary-folder';

const sections: Readonly<Record<string, (options: BenchOptions) => Promise<Section>>> = {
  analysis: benchAnalysis,
  keystrokes: benchKeystrokes,
  growth: benchGrowth,
  burst: benchBurst,
  requests: benchRequests,
  start: benchStart,
  activation: benchActivation,
  outline: benchOutline,
  diff: benchDiff,
  memory: benchMemory,
  size: benchSize,
};

/** Each Node process reads such certificates at its start, which takes three times as long as all else `node -e 0` does. */
const NOT_MEASURED = 'NODE_EXTRA_CA_CERTS';

async function main(args: readonly string[]): Promise<void> {
  delete process.env[NOT_MEASURED];
  // What programs keep from one run to the next begins here with nothing, and goes with the benchmark.
  process.env['XDG_CACHE_HOME'] = temporaryFolder();
  const quick = args.includes('--quick');
  const named = args.filter((argument) => !argument.startsWith('--'));
  const unknown = named.filter((name) => !(name in sections));
  if (unknown.length > 0)
    throw new Error(`no such section: ${unknown.join(', ')} (there are ${Object.keys(sections).join(', ')})`);
  const options = { programs: await buildPrograms(), quick };
  const measured: Section[] = [];
  for (const name of named.length > 0 ? named : Object.keys(sections)) {
    const section = await (sections[name] as (typeof sections)[string])(options);
    console.log(sectionTable(section));
    measured.push(section);
  }
  if (!quick) await writePage(measured);
}

await main(process.argv.slice(2));
