import type { Item, Marker, MarkerStyle } from './model';

/** How deep each style nests: 第一部分 holds 一、 though both are level 1. */
export const RANKS: Readonly<Record<MarkerStyle, number>> = {
  part: 0,
  chinese: 1,
  article: 1.5,
  'paren-chinese': 2,
  task: 2.5,
  arabic: 3,
  'paren-arabic': 4,
  circled: 5,
  bullet: 6,
};

/** The rank a marker nests and is counted by; 第一节 stands within 第一章. */
export function markerRank({ style, text }: Pick<Marker, 'style' | 'text'>): number {
  return style === 'part' && text.includes('节') ? 0.5 : RANKS[style];
}

/** Items of one rank are counted together. */
export function rankOf({ marker }: Pick<Item, 'marker'>): number {
  return markerRank(marker);
}
