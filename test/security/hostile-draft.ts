/** What people who mean harm write into a draft; each piece must stay text wherever the draft is shown. */
const PIECES = [
  '<script>globalThis.harmed=1</script>',
  '<img src=x onerror="globalThis.harmed=1">',
  '[点我](javascript:harm())',
  '[退出](command:workbench.action.quit)',
  '![图](https://harm.invalid/x.png)',
  '"><svg onload=harm()>',
];

const all = PIECES.join('');

export const HOSTILE_DRAFT = `---
文种: 工作要点
发文机关: '县${PIECES[0]}局'
主送: '${PIECES[1]?.replaceAll("'", '')}'
---

# 云溪县2026年${all}工作要点

一、重点${all}任务

（一）增加${all}学位。新增${all}600个。〔责任单位：县${PIECES[0]}局、县${PIECES[4]}局、县${PIECES[3]}局；完成时限：2026年8月底前〕

（三）改善${all}校舍，见第（一）项。〔责任单位：县${PIECES[2]}局；完成时限：${PIECES[5]}〕

| 任务 | 责任单位 | 完成时限 |
| --- | --- | --- |
| ${PIECES[0]}修路 | ${PIECES[1]} | ${PIECES[3]} |
`;

/** What of a page would run, leave the page or be loaded: tags of the draft, and links that are not ours. */
export function harmIn(html: string): string[] {
  const pieces =
    /<script(?![^>]*\bnonce=)|<img|<svg[^>]*onload|\son\w+\s*=\s*["'](?!&)|<iframe|(?:href|src)\s*=\s*["']?(?:javascript|https?):[^"'\s>]*/giu;
  return [...html.matchAll(pieces)]
    .map(({ 0: found, index }) => html.slice(index, index + found.length + 60))
    .filter((found) => !found.startsWith('<svg') || /onload/.test(found));
}
