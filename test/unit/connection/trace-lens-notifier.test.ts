import assert from 'node:assert/strict';
import { DocumentStore } from '../../../server/src/connection/document-store';
import { TraceLensNotifier } from '../../../server/src/connection/trace-lens-notifier';
import { readDraft } from '../../../server/src/dialect/draft';
import { createSuperior, type Superior } from '../../../server/src/trace/superiors';

const CITY = 'file:///市.要点.md';
const PLAN = '# 青江市2026年水利工作要点\n\n一、工程建设\n1．加固水库。\n2．治理河流。\n';
const DRAFT = '# 云溪县2026年水利工作要点\n\n一、重点任务\n1．加固水库。〔落实：市要点第1项〕\n';

describe('Lenses between a draft and its superior’s plan', () => {
  /** How often lenses are asked for again after each of these states of the draft. */
  function refreshes(isOpen: boolean, ...states: (readonly [string, readonly Superior[]])[]): number[] {
    let asked = 0;
    const documents = new DocumentStore('utf-16');
    if (isOpen) documents.opened({ uri: CITY, languageId: 'yaodian', version: 1, text: PLAN });
    const notifier = new TraceLensNotifier(documents, () => asked++);
    return states.map(([text, plans]) => {
      notifier.changed(documents.unopened('file:///县.要点.md', text), plans);
      return asked;
    });
  }
  const named = { name: undefined, path: '市.要点.md', range: { start: 0, end: 0 } };
  const plans = [createSuperior(named, CITY, readDraft(PLAN))];

  it('are asked for again when statements change, and not by other words', () => {
    const states = [DRAFT, DRAFT.replace('加固', '维修加固'), DRAFT.replace('第1项', '第2项')];
    assert.deepEqual(refreshes(true, ...states.map((text) => [text, plans] as const)), [1, 1, 2]);
  });

  it('are asked for again when tasks get other lines, and when the draft names the plan no more', () => {
    const later = DRAFT.replace('\n一、', '\n为做好工作，制定本要点。\n一、');
    assert.deepEqual(refreshes(true, [DRAFT, plans], [later, plans], [later, []], [DRAFT, []]), [1, 2, 3, 3]);
  });

  it('are left alone where nobody sees them', () => {
    assert.deepEqual(refreshes(false, [DRAFT, plans], [DRAFT.replace('第1项', '第2项'), plans]), [0, 0]);
  });
});
