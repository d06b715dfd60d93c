/** `（+2）`, `（−3）`: the sign says it, the colour only helps. Nothing where nothing changed or there is no last report. */
export function writeChange(now: number, last: number | undefined, good?: 'more' | 'less'): string {
  const change = now - (last ?? now);
  if (change === 0) return '';
  const isGood = good !== undefined && (good === 'more') === change > 0;
  const kind = good === undefined ? '' : isGood ? ' better' : ' worse';
  const sign = change > 0 ? '+' : '−';
  return `<small class="change${kind}">（${sign}${Math.abs(change)}）</small>`;
}
