import type { Face } from './plan';

/** Fonts of the same face by other makers and under other names, the nearest first. */
export const ALTERNATIVE_FONTS: Readonly<Record<Face, readonly string[]>> = {
  小标宋: [
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    '华文中宋',
    'STZhongsong',
    '宋体',
    'SimSun',
    'Songti SC',
    'Noto Serif CJK SC',
  ],
  黑体: ['SimHei', '方正黑体_GBK', 'STHeiti', 'Heiti SC', 'Noto Sans CJK SC'],
  楷体: ['楷体', 'KaiTi', '方正楷体_GBK', '华文楷体', 'STKaiti', 'Kaiti SC', 'AR PL KaitiM GB'],
  仿宋: ['仿宋', 'FangSong', '方正仿宋_GBK', '华文仿宋', 'STFangsong', 'Fangsong SC', 'FandolFang'],
  宋体: ['SimSun', '方正书宋_GBK', 'STSong', 'Songti SC', 'Noto Serif CJK SC'],
};
