import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { formatText } from '../../../server/src/dialect/format/format-draft';
import { blankDraft, DRAFT_KINDS, type DraftKind } from '../../../server/src/drafting/blank-draft';
import { checkText } from '../../support/check-text';

const request = { year: 2027, issuer: '云溪县人民政府', subject: '云溪县安全生产' };
const make = (kind: DraftKind, changes: object = {}): string => blankDraft({ kind, ...request, ...changes });

describe('a blank draft', () => {
  for (const kind of DRAFT_KINDS) {
    it(`of kind ${kind} is canonical and lacks nothing but what is to be filled in`, () => {
      for (const text of [make(kind), make(kind, { issuer: '', subject: '' })]) {
        assert.equal(formatText(text), text);
        const rules = checkText(text).map(({ rule }) => rule);
        assert.deepEqual([...new Set(rules)], ['text/placeholder']);
        assert.equal(readDraft(text).year, 2027);
      }
    });
  }

  it('with a notice says in the front matter who issues it to whom', () => {
    const { title, notice, tasks } = readDraft(make('notice'));
    assert.equal(title?.value, '2027年云溪县安全生产工作要点');
    assert.equal(notice.issuer?.value, '云溪县人民政府');
    assert.equal(
      notice.issuingSentence?.value,
      '现将《2027年云溪县安全生产工作要点》印发给你们，请认真贯彻执行。',
    );
    assert.equal(notice.docNumber?.value, '××〔2027〕××号');
    assert.equal(tasks.length, 3);
  });

  it('has every field of a task, to be filled in: until then nothing is complete', () => {
    const { tasks } = readDraft(make('notice'));
    for (const { fields, complete } of tasks) {
      const named = fields.clauses.flatMap(({ parts }) => parts.map(({ field }) => field));
      assert.deepEqual(named, ['target', 'lead', 'support', 'deadline']);
      assert.deepEqual(complete, { target: false, unit: false, deadline: false });
    }
  });

  it('of a plan alone has no notice', () => {
    const { notice, tasks } = readDraft(make('plan'));
    assert.equal(notice.docNumber, undefined);
    assert.equal(notice.addressees, undefined);
    assert.equal(tasks.length, 3);
  });

  it('of a division of tasks has them in an attached table that the text names', () => {
    const { title, attachments, attachmentsListed, tables } = readDraft(make('division'));
    assert.equal(title?.value, '2027年云溪县安全生产重点工作责任分工方案');
    assert.deepEqual(
      attachmentsListed.map((listed) => listed.title),
      attachments.map((attachment) => attachment.title?.value),
    );
    assert.deepEqual(
      tables[0]?.columns.map(({ role }) => role),
      ['number', 'name', 'target', 'lead', 'unit', 'deadline'],
    );
  });

  it('takes the subject out of a whole title, as people answer with one', () => {
    for (const subject of ['《2027年教育工作要点》', '教育工作', '教育', ' 教育重点工作责任分工方案'])
      assert.match(make('plan', { subject }), /^# 2027年教育工作要点$/m, subject);
  });
});
