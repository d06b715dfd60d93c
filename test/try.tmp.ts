import fc from 'fast-check';
import { scanBlocks } from '../server/src/dialect/scan-blocks';
import { sketchBlocks, sketchTree } from './support/block-sketch';
import { parseWithRemark } from './support/remark-parser';
import { arbitraryMarkdown } from './support/arbitrary-markdown';
const N=Number(process.argv[2]), seed=Number(process.argv[3]);
const r=fc.check(fc.property(arbitraryMarkdown(Number(process.argv[4]??8)), t=>{
 let tree; try { tree=parseWithRemark(t);} catch(e){ console.log('remark throws',JSON.stringify(t)); return; }
 const a=sketchBlocks(t,scanBlocks(t)).join('\n'), b=sketchTree(t,tree).join('\n');
 if(a!==b) throw new Error(JSON.stringify(t)+'\n'+a+'\n--- expected\n'+b);
}),{numRuns:N,seed});
console.log(r.failed? (r.errorInstance as Error)?.message ?? r : 'ok', r.numRuns);
