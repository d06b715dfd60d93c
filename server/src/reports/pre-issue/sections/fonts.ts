import { ALTERNATIVE_FONTS } from '../../../exporters/document/fonts';
import type { Face } from '../../../exporters/document/plan';
import type { ReportEntry, ReportSection } from '../pre-issue-report';
import type { ReportSource } from '../make-report';

/** Fonts of the layout that are not on this machine: the document would be seen, and printed, in others. */
export function fontsSection({
  profile: { fonts, latinFont },
  installedFonts,
}: Pick<ReportSource, 'profile' | 'installedFonts'>): ReportSection {
  const title = '这台电脑上没有的字体';
  if (installedFonts === undefined) return { title, clear: '没有查到这台电脑装了哪些字体。', groups: [] };
  const installed = new Set(installedFonts.map(normalise));
  const isMissing = (font: string): boolean => font !== '' && !installed.has(normalise(font));
  const entries = (Object.keys(fonts) as Face[])
    .filter((face) => isMissing(fonts[face]))
    .map((face) =>
      entryOf(
        fonts[face],
        face,
        ALTERNATIVE_FONTS[face].find((font) => !isMissing(font)),
      ),
    );
  if (isMissing(latinFont)) entries.push(entryOf(latinFont, '西文字体', undefined));
  return {
    title,
    clear: '版式用的字体都有。',
    groups: entries.length === 0 ? [] : [{ title: '', note: '', entries }],
  };
}

/** Family names are compared as systems do: whatever their case. */
function normalise(font: string): string {
  return font.trim().toLowerCase();
}

function entryOf(font: string, use: string, other: string | undefined): ReportEntry {
  return {
    place: '',
    range: undefined,
    level: undefined,
    text: `没有“${font}”（${use}），打开时会换成别的字体`,
    excerpt: undefined,
    remark:
      other === undefined
        ? '安装这个字体，或者在装有它的电脑上打开核对、打印'
        : `这台电脑上有“${other}”，可以在“版式”的“字体”里改用`,
  };
}
