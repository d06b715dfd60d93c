import { parseYear } from '../../dialect/dates';
import type { Draft } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

const YEAR = /((?:19|20)\d\d)年/;

/** The year of the plan's title, of its notice and of the front matter are one year. */
export const yearMismatch: DraftRule = {
  id: 'document/year-mismatch',
  summary: '年度不一致',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    const own = draft.title === undefined ? null : YEAR.exec(draft.title.value);
    if (draft.title === undefined || own?.[1] === undefined) return;
    for (const { year, range, place } of yearsElsewhere(draft)) {
      if (year === own[1]) continue;
      report({
        range,
        message: t('{0}写的是{1}年，要点标题写的是{2}年，沿用往年文稿时常漏改', place, year, own[1]),
        related: [{ range: draft.title.range, message: t('要点标题') }],
      });
    }
  },
};

interface Year {
  readonly year: string;
  readonly range: Range;
  readonly place: string;
}

function yearsElsewhere({ notice, frontMatter }: Draft): readonly Year[] {
  const years: Year[] = [];
  const add = (text: string | undefined, range: Range | undefined, place: string): void => {
    const year = text === undefined ? undefined : YEAR.exec(text)?.[1];
    if (year !== undefined && range !== undefined) years.push({ year, range, place });
  };
  add(notice.title?.value, notice.title?.range, t('通知标题'));
  const issued = /《([^《》]+)》[^《]*?(?:印发|下发)/.exec(notice.issuingSentence?.value ?? '')?.[1];
  add(issued, notice.issuingSentence?.range, t('印发语'));
  const stated = frontMatter?.entries.find(({ key }) => key.value === '年度');
  const year = stated === undefined ? undefined : parseYear(String(stated.value).replace(/年度?$/, ''));
  if (stated !== undefined && year !== undefined)
    years.push({ year: String(year), range: stated.valueRange, place: t('文首“年度”') });
  return years;
}
