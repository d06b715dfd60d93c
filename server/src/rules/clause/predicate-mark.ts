import { WHITE_SPACE } from '../../dialect/character-set';
import type { Draft, UnitMention } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { PerDraft } from '../../dialect/reread/per-draft';
import { wholeReadingOf } from '../../dialect/reread/reread-draft';
import { unitListsIn, unitListsInRow, unitListsOf, type UnitList } from '../../registry/mentions';
import { textCharacters } from '../text-characters';
import type { DraftRule, Report } from '../rule';
import { t } from '../../localise';

/** A pause before the predicate of a list (甲、牵头), or behind it where the draft has commas (甲牵头、乙配合). */
export const predicateMark: DraftRule = {
  id: 'clause/predicate-mark',
  summary: '牵头、配合前后的标点有误',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['statements'],
  check(draft, _context, report) {
    reportPauses(readMarks(unitListsOf(draft), draft, report), report);
  },
  /** The marks of all tasks together tell which are wrong; where none is a pause, none can be. */
  overlooks({ before, after }) {
    let found = 0;
    const [was, is] = [before, after].map(({ task, draft }) =>
      marksIn(task ? unitListsIn(task) : [], draft, () => found++),
    );
    const isSafe = was === is ? !is?.includes('、') : !hasPauses(before.draft) && !hasPauses(after.draft);
    return found === 0 && isSafe;
  },
};

/** Whether a draft has a pause behind any lead. */
function hasPauses(draft: Draft): boolean {
  const whole = wholeReadingOf(draft);
  if (whole === undefined) return pauses.of(draft).any;
  const { tasks, rows } = whole.changedIn('now');
  const changed = [...tasks.flatMap(unitListsIn), ...rows.flatMap(unitListsInRow)];
  return pauses.of(whole.draft).any || marksIn(changed, draft).includes('、');
}

const pauses = new PerDraft((draft) => ({ any: marksIn(unitListsOf(draft), draft).includes('、') }));

function marksIn(lists: readonly UnitList[], draft: Draft, report: Report = () => undefined): string {
  return readMarks(lists, draft, report)
    .map(({ mark }) => mark)
    .join('');
}

/** The marks behind the units that lead; a pause before a predicate is told of at once. */
function readMarks(lists: readonly UnitList[], draft: Draft, report: Report): LeadMark[] {
  const marks: LeadMark[] = [];
  for (const { mentions } of lists)
    for (const mention of mentions) {
      if (MAY_PAUSE.has(draft.text, mention.range.end)) {
        if (MAY_PREDICATE.has(draft.text, mention.range.end + 1)) reportPauseBefore(draft, mention, report);
      } else if (mention.role === 'lead' && MAY_LEAD.has(draft.text, mention.range.end))
        addMarkBehind(draft, mention, marks);
    }
  return marks;
}

/** What stands behind nearly every name says that there is nothing to look for. */
const MAY_PAUSE = textCharacters.define(`、${WHITE_SPACE}`);
/** Behind the pause, or behind white space before it: in a list the next name begins there. */
const MAY_PREDICATE = textCharacters.define(`分共牵配、${WHITE_SPACE}`);
const MAY_LEAD = textCharacters.define('等分共牵');

function reportPauseBefore({ text }: Draft, { value, range }: UnitMention, report: Report): void {
  const found = /^\s*、(?=\s*(?:分别|共同)?(牵头|配合))/.exec(text.slice(range.end, range.end + 8));
  if (!found) return;
  const place = { start: range.end, end: range.end + found[0].length };
  report({
    range: place,
    message: t('“{0}”与“{1}”之间多了顿号', value, found[1] ?? ''),
    fixes: [{ title: t('删去顿号'), edits: [{ range: place, newText: '' }], safe: true }],
  });
}

const enough = 3;

/** The mark behind a unit's 牵头, and where it ends. */
interface LeadMark {
  readonly mark: string;
  readonly end: number;
}

const leading = /等?(?:分别|共同)?牵头[、，,；;](?=.)/y;

function addMarkBehind({ text }: Draft, { range }: UnitMention, marks: LeadMark[]): void {
  leading.lastIndex = range.end;
  if (!leading.test(text)) return;
  const end = leading.lastIndex;
  marks.push({ mark: text.charAt(end - 1), end });
}

function reportPauses(marks: readonly LeadMark[], report: Report): void {
  const pauses = marks.filter(({ mark }) => mark === '、');
  const others = marks.length - pauses.length;
  // 甲牵头、乙配合 is a manner of its own where a draft keeps to it.
  if (others < enough || pauses.length * 4 > marks.length) return;
  for (const { end } of pauses) {
    const range: Range = { start: end - 1, end };
    report({
      range,
      message: t('“牵头”后面用了顿号，本稿别处用逗号：牵头与配合是两层意思，宜用逗号分开'),
      fixes: [{ title: t('改为逗号'), edits: [{ range, newText: '，' }], safe: true }],
    });
  }
}
