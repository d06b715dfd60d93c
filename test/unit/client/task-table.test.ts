import assert from 'node:assert/strict';
import { arrangeRows, type Arrangement } from '../../../client/src/task-table/arrange-rows';
import type { TableRow } from '../../../client/src/task-table/messages';

const row = (index: number, title: string, more: Partial<TableRow> = {}): TableRow => ({
  index,
  plan: '要点',
  marker: `${index + 1}．`,
  title,
  section: '重点任务',
  cells: { target: '', lead: '', unit: '', support: '', deadline: '' },
  frequency: '',
  due: '9999',
  state: '',
  lacks: { target: false, unit: false, deadline: false },
  ...more,
});
const rows = [
  row(0, '修路', { due: '2026-06-30', cells: { ...row(0, '').cells, lead: '县交通运输局' } }),
  row(1, '植树', { due: '2026-03-31', lacks: { target: true, unit: false, deadline: false } }),
  row(2, '巡河', { lacks: { target: true, unit: false, deadline: true } }),
];
const arranged = (how: Partial<Arrangement>): string[] =>
  arrangeRows(rows, { sort: 'number', descending: false, filter: 'all', search: '', ...how }).map(
    ({ title }) => title,
  );

describe('the rows of the task table', () => {
  it('are sorted by what a column means: deadlines by date, states by what is missing', () => {
    assert.deepEqual(arranged({ sort: 'deadline' }), ['植树', '修路', '巡河']);
    assert.deepEqual(arranged({ sort: 'deadline', descending: true }), ['巡河', '修路', '植树']);
    assert.deepEqual(arranged({ sort: 'state' }), ['巡河', '植树', '修路']);
    assert.deepEqual(arranged({ sort: 'lead', descending: true })[0], '修路');
  });

  it('are filtered by what is missing and by words in any column', () => {
    assert.deepEqual(arranged({ filter: 'missing-target' }), ['植树', '巡河']);
    assert.deepEqual(arranged({ filter: 'complete' }), ['修路']);
    assert.deepEqual(arranged({ search: '重点 交通' }), ['修路']);
  });
});
