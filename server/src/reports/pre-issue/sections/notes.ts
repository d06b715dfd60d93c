import { t } from '../../../localise';
import { describeOpenNotes, remarksOn, saidIn } from '../../describe-notes';
import type { NoteReport } from '../../file-report';
import type { ReportSource } from '../make-report';
import type { ReportEntry, ReportSection } from '../pre-issue-report';

/** What reviewers have said and nobody has settled. */
export function notesSection({ draft, notes }: Pick<ReportSource, 'draft' | 'notes'>): ReportSection {
  const entries = describeOpenNotes(draft, notes).map(entryOf);
  return {
    title: t('待处理的审稿意见'),
    clear: t('没有待处理的审稿意见。'),
    groups: entries.length === 0 ? [] : [{ title: '', note: '', entries }],
  };
}

function entryOf(note: NoteReport): ReportEntry {
  const { place, range, excerpt } = note;
  const remark = remarksOn(note).join('；');
  return { place, range, level: undefined, text: saidIn(note), excerpt, remark };
}
