import type { Draft, SpreadText } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** The plan is named in its notice's title and issuing sentence: the names must be its title's. */
export const titleMismatch: DraftRule = {
  id: 'document/title-mismatch',
  summary: '通知与要点的标题不一致',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    const { title, notice } = draft;
    if (title === undefined) return;
    const expected = bare(title.value);
    if (isOneOfSeveral(notice, expected) || isAttached(draft, expected)) return;
    for (const { name, within, range, place } of namesOf(notice)) {
      if (agrees(expected, bare(name)) || bare(within).includes(expected)) continue;
      report({
        range,
        message: t('{0}称“{1}”，而要点标题是“{2}”，两处应一致', place, name, title.value),
        related: [{ range: title.range, message: t('要点标题') }],
      });
    }
  },
};

/** A notice that issues several plans bears a name for all of them. */
function isOneOfSeveral(notice: Draft['notice'], title: string): boolean {
  const sentence = notice.issuingSentence?.value ?? '';
  const issued = /^[^《]{0,20}((?:《[^《》]+》[、和及与，]{0,2}){2,})[^《]*?(?:印发|下发)/.exec(
    sentence,
  )?.[1];
  if (issued === undefined) return false;
  return [...issued.matchAll(/《([^《》]+)》/g)].some(([, name]) => agrees(title, bare(name ?? '')));
}

/** The notice lists what is read here as its attachment, by this very name: what it issues is not in the text. */
function isAttached({ notice, attachmentsListed }: Draft, title: string): boolean {
  const names = [
    ...notice.listed.map(({ value }) => value),
    ...attachmentsListed.map(({ title: name }) => name),
  ];
  return names.some((name) => bare(name) === title);
}

interface Name {
  readonly name: string;
  /** What it stands in: 现将2024年《政府工作报告》任务分解表印发给你们 quotes a part of the title and says the whole. */
  readonly within: string;
  readonly range: Range;
  readonly place: string;
}

function namesOf(notice: Draft['notice']): readonly Name[] {
  const names: Name[] = [];
  const inTitle = notice.title === undefined ? undefined : nameInTitle(notice.title);
  if (inTitle !== undefined) names.push(inTitle);
  const sentence = notice.issuingSentence;
  // Only the document that is issued: the first one named, where the sentence says that it is issued.
  const match =
    sentence === undefined ? null : /^[^《]{0,12}《([^《》]+)》[^《]*?(?:印发|下发)/.exec(sentence.value);
  if (sentence !== undefined && match?.[1] !== undefined) {
    const start = sentence.range.start + sentence.value.indexOf(match[1]);
    names.push({
      name: match[1],
      within: sentence.value,
      range: { start, end: start + match[1].length },
      place: t('印发语'),
    });
  }
  return names;
}

function nameInTitle(title: SpreadText): Name | undefined {
  const match = /(?:印发|下发)(?:《([^《》]+)》|([^《》]+?))的通知/.exec(title.value);
  const name = match?.[1] ?? match?.[2];
  return name === undefined
    ? undefined
    : { name, within: title.value, range: title.range, place: t('通知标题') };
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s“”"《》〈〉<>]/g, '')
    .replace(/\((?:试行|征求意见稿|送审稿|草案)\)$/, '');
}

/** Names that differ in the year only are document/year-mismatch's matter. */
function agrees(title: string, name: string): boolean {
  const dateless = (text: string): string => text.replace(/(?:19|20)\d\d年/g, '年');
  return sameName(dateless(title), dateless(name));
}

/**
 * The notice may leave out or add the place's name before the year, or say 全省 for it; the rest must be the same to the
 * letter.
 */
function sameName(title: string, name: string): boolean {
  return (
    title === name ||
    title.endsWith(name) ||
    name.endsWith(title) ||
    withoutPlace(title) === withoutPlace(name)
  );
}

function withoutPlace(text: string): string {
  return text
    .replace(/^[\u4e00-\u9fa5]{2,16}?(?:[省市县区旗镇乡]|局|厅|委|办公室|街道)(?=年)/, '')
    .replace(/^(年)(?:(?:[全我本]|[\u4e00-\u9fa5]{2,12}?)[省市县区州旗镇乡])/, '$1');
}
