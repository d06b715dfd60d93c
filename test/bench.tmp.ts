import { readFileSync } from 'node:fs';
import { scanBlocks } from '../server/src/dialect/scan-blocks';
import { parseWithRemark } from './support/remark-parser';
const t=readFileSync('/work/shared/corpus/奉节县2025.txt','utf8');
const time=(f:()=>void,n:number)=>{const a:number[]=[];for(let i=0;i<n;i++){const s=performance.now();f();a.push(performance.now()-s);}return a.sort((x,y)=>x-y)[n>>1]!;};
console.log(t.length, scanBlocks(t).length);
for(let k=0;k<3;k++){const r=time(()=>parseWithRemark(t),30), s=time(()=>scanBlocks(t),200); console.log('remark',r.toFixed(2),'scan',s.toFixed(3),(s/r).toFixed(4));}
const adv:Record<string,string>={ long:'一'.repeat(1e6), nestq:'>'.repeat(1e5), nestq2:('> '.repeat(1e5)+'\n').repeat(3), list:'- '.repeat(5e4)+'x'+'\n'.repeat(5e4), br:'['.repeat(1e6), brl:'[a]: '.repeat(2e5), nul:'\0'.repeat(1e6), star:'* '.repeat(5e5)+'a', dash:'- '.repeat(5e5), pipe:'|'.repeat(5e5)+'\n'+'|-'.repeat(5e5), delim:('a|b\n'+'-|'+' '.repeat(1000)+'x\n').repeat(1000), html:'<a '.repeat(3e5), html2:'<a b="'+'x'.repeat(1e6), fence:'```'+'x'.repeat(1e6), fences:'```\n'.repeat(2e5), lists:Array.from({length:2e4},(_,i)=>' '.repeat(i%200)+'- x').join('\n'), lists2:Array.from({length:1000},(_,i)=>' '.repeat(2*i)+'- x').join('\n'), defs:'[a]: b\n'.repeat(1e5), defs2:('[a]:\n'.repeat(1e5)), title:'[a]: b "'+'x\n'.repeat(1e5), ticks:Array.from({length:2000},(_,i)=>'`'.repeat(i)).join(' '), spaces:' '.repeat(1e6)+'x', trail:('x'+' '.repeat(1e5)+'\n').repeat(10), cr:'\r'.repeat(1e6), rows:'a|b\n-|-\n'+'1|2\n'.repeat(1e5)};
for(const [k,v] of Object.entries(adv)){const s=performance.now();const n=scanBlocks(v).length;console.log(k,v.length,n,(performance.now()-s).toFixed(0)+'ms');}
