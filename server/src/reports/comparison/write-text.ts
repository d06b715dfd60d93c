import type { WordChange } from '../../comparison/word-diff';
import type { ComparisonEntry, ComparisonGroup, ComparisonReport, TaskPlace } from './comparison-report';
import { summariseComparison } from './summarise';
import { t } from '../../localise';

/** Colours a piece of text for a terminal. */
export type Paint = (style: 'delete' | 'insert' | 'strong' | 'faint', text: string) => string;

/** For a person at a terminal: places first, so that the terminal makes links of them. */
export function comparisonText(report: ComparisonReport, paint: Paint = (_, text) => text): string {
  const groups = report.groups.map((group) => `${groupText(group, report, paint)}\n`);
  return [`${summariseComparison(report).join('\n')}\n`, ...groups].join('\n');
}

function groupText({ heading, entries }: ComparisonGroup, report: ComparisonReport, paint: Paint): string {
  const lines = entries.flatMap((entry) => entryLines(entry, report, paint));
  return [paint('strong', t('{0}（{1} 项）', heading, entries.length)), ...lines].join('\n');
}

function entryLines(entry: ComparisonEntry, report: ComparisonReport, paint: Paint): string[] {
  const places = [
    ...entry.old.map((place) => ({ place, name: report.old.name, sign: entry.new.length > 0 ? ' ' : '-' })),
    ...entry.new.map((place) => ({ place, name: report.new.name, sign: entry.old.length > 0 ? '→' : '+' })),
  ];
  return [
    ...places.map(({ place, name, sign }) => `  ${sign} ${placeText(place, name, paint)}`),
    ...entry.changes.map(({ field, words }) => `      ${field}${t('：')}${wordsText(words, paint)}`),
  ];
}

function placeText({ label, section, line }: TaskPlace, name: string, paint: Paint): string {
  const where = section === '' ? `${name}:${line}` : `${section}　${name}:${line}`;
  return `${visible(label)}　${paint('faint', visible(where))}`;
}

function wordsText(words: readonly WordChange[], paint: Paint): string {
  return words
    .map(({ kind, text }) => {
      if (kind === 'equal') return visible(text);
      return paint(kind, kind === 'delete' ? `[-${visible(text)}-]` : `{+${visible(text)}+}`);
    })
    .join('');
}

/** Text of a file must not move the cursor or recolour the terminal. */
function visible(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, (character) => (character === '\t' ? ' ' : '\ufffd'));
}
