import assert from 'node:assert/strict';
import { splitByFont } from '../../../../server/src/exporters/document/rare-characters';
import { WordFile } from '../../../support/word-file';

const split = (text: string, font: string): string[] =>
  splitByFont(text, font).map((piece) => `${piece.font} ${piece.text}`);

describe('Characters that a font of GB 2312 lacks', () => {
  it('are set in the font of the same make that has them', () => {
    assert.deepEqual(split('签发人李喆、王堃', '仿宋_GB2312'), [
      '仿宋_GB2312 签发人李',
      '仿宋 喆',
      '仿宋_GB2312 、王',
      '仿宋 堃',
    ]);
    assert.deepEqual(split('二〇二六年', '楷体_GB2312'), ['楷体_GB2312 二', '楷体 〇', '楷体_GB2312 二六年']);
  });

  it('are none in ordinary text: first and last of the standard, marks, digits and signs', () => {
    const text = '啊齄座亍，“2026—2027年”①㎡①℃';
    assert.deepEqual(split(text, '仿宋_GB2312'), [`仿宋_GB2312 ${text}`]);
  });

  it('are no matter to fonts that have all', () => {
    assert.deepEqual(split('李喆', '方正仿宋_GBK'), ['方正仿宋_GBK 李喆']);
  });

  it('name their font in every slot of the Word file, with the text whole', async () => {
    const file = await WordFile.of('# 云溪县2026年工作要点\n\n一、任务\n\n由李喆同志\t负责。\n');
    const xml = file.parts['word/document.xml'] ?? '';
    const runs = xml.split('<w:r>').filter((run) => /[李喆同]/.test(run));
    assert.deepEqual(
      runs.map(
        (run) =>
          new Set([...run.matchAll(/w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"/g)].map(([, name]) => name)),
      ),
      [new Set(['仿宋_GB2312']), new Set(['仿宋']), new Set(['仿宋_GB2312'])],
    );
    assert.match(xml.replace('<w:tab/>', '\t').replace(/<[^>]+>/g, ''), /由李喆同志\t负责。/);
  });
});
