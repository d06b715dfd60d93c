import { ALTERNATIVE_FONTS } from '../../../exporters/document/fonts';
import type { Face } from '../../../exporters/document/plan';
import type { ReportEntry, ReportSection } from '../pre-issue-report';
import type { ReportSource } from '../make-report';
import { t } from '../../../localise';

/** Fonts of the layout that are not on this machine: the document would be seen, and printed, in others. */
export function fontsSection({
  profile: { fonts, latinFont },
  installedFonts,
}: Pick<ReportSource, 'profile' | 'installedFonts'>): ReportSection {
  const title = t('这台电脑上没有的字体');
  if (installedFonts === undefined) return { title, clear: t('没有查到这台电脑装了哪些字体。'), groups: [] };
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
  if (isMissing(latinFont)) entries.push(entryOf(latinFont, t('西文字体'), undefined));
  return {
    title,
    clear: t('版式用的字体都有。'),
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
    text: t('没有“{0}”（{1}），打开时会换成别的字体', font, use),
    excerpt: undefined,
    remark:
      other === undefined
        ? t('安装这个字体，或者在装有它的电脑上打开核对、打印')
        : t('这台电脑上有“{0}”，可以在“版式”的“字体”里改用', other),
  };
}
