import assert from 'node:assert/strict';
import { arrangeRows, type Arrangement } from '../../../client/src/task-table/arrange-rows';
import type { TableRow } from '../../../client/src/task-table/messages';
import { rowWindow } from '../../../client/src/task-table/row-window';

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

describe('the rows that are built', () => {
  const heights = (count: number): number[] => Array.from({ length: count }, () => 50);

  it('are all of a usual draft', () => {
    assert.deepEqual(rowWindow(heights(80), 0, 600), { first: 0, end: 80, above: 0, below: 0 });
  });

  it('of 500 are those in sight and some around them, and the others keep their height', () => {
    assert.deepEqual(rowWindow(heights(500), 0, 600), { first: 0, end: 24, above: 0, below: 23_800 });
    assert.deepEqual(rowWindow(heights(500), 10_000, 600), {
      first: 188,
      end: 224,
      above: 9_400,
      below: 13_800,
    });
    assert.deepEqual(rowWindow(heights(500), 24_400, 600), { first: 476, end: 500, above: 23_800, below: 0 });
  });
});
