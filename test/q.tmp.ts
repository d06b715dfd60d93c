import { scanBlocks } from '../server/src/dialect/scan-blocks';
import { sketchBlocks, sketchTree } from './support/block-sketch';
import { parseWithRemark } from './support/remark-parser';
for (const t of ['> foo\na|b\n> -|-\n> 1|2\n','> foo\n> bar\na|b\n> -|-\n', '- foo\na|b\n  -|-\n','> x\n> -|\ny\n-|\n'])
console.log(JSON.stringify(t),sketchBlocks(t,scanBlocks(t)),sketchTree(t,parseWithRemark(t)));
