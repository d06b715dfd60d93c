import { t } from '../../localise';
import type { FileReport, NoteReport } from '../file-report';
import { remarksOn, saidIn } from '../describe-notes';
import { escapeMarkup, IN_CHINESE, markUpExcerpt } from '../markup';
import type { ReportPage } from './report-page';
import { writeWhere } from './where';

/** What reviewers have said and nobody has settled, by draft; nothing where there is none. */
export function writeNotes({ files }: ReportPage): string {
  const touched = files.filter(({ notes = [] }) => notes.length > 0);
  if (touched.length === 0) return '';
  const count = touched.reduce((sum, { notes = [] }) => sum + notes.length, 0);
  return `<section id="notes">
<h2>${escapeMarkup(t('待处理的审稿意见'))} <small>${count}</small></h2>
<table class="findings">
${touched.map(draftRows).join('\n')}
</table>
</section>`;
}

function draftRows({ path, notes = [] }: FileReport): string {
  return `<tbody>
<tr><th scope="rowgroup" colspan="2" ${IN_CHINESE}>${escapeMarkup(path)}</th></tr>
${notes.map(noteRow).join('\n')}
</tbody>`;
}

function noteRow(note: NoteReport): string {
  const quote = note.excerpt === undefined ? '' : markUpExcerpt(note.excerpt);
  const more = remarksOn(note).map((said) => `<p class="fix">${escapeMarkup(said)}</p>`);
  return `<tr><td>${writeWhere(note.place, note.range)}</td><td>${quote}<p>${escapeMarkup(saidIn(note))}</p>${more.join('')}</td></tr>`;
}
