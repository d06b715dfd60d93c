import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/dialect/draft';
import type { TextEdit } from '../../../server/src/dialect/range';
import { renumberEdits } from '../../../server/src/dialect/renumber';
import { AnchorMaker, type Anchor } from '../../../server/src/review/anchor';
import { AnchorFinder, type FoundAnchor } from '../../../server/src/review/find-anchor';
import { INVENTED_DRAFT } from '../../support/invented-draft';
import { TrackedText } from '../../support/tracked-text';

function anchorTo(text: string, words: string): Anchor {
  const start = text.indexOf(words);
  assert.ok(start >= 0, `${words} stands in the draft`);
  return new AnchorMaker(readDraft(text)).anchorAt({ start, end: start + words.length });
}

function find(text: string, anchor: Anchor): FoundAnchor & { words: string } {
  const found = new AnchorFinder(readDraft(text)).find(anchor);
  return { ...found, words: text.slice(found.range.start, found.range.end) };
}

describe('An anchor', () => {
  it('says its place by words, context and task, and by no line or number', () => {
    assert.deepEqual(anchorTo(INVENTED_DRAFT, '2026年6月底前'), {
      quote: '2026年6月底前',
      before: '；责任单位：县财政局、各乡镇（街道）；完成时限：',
      after: '〕\n2．办好政民互动。县政务服务中心牵头，县融媒',
      within: '公开重大决策目录',
    });
  });

  it('to a cursor is to its line, without its number', () => {
    const start = INVENTED_DRAFT.indexOf('坚持以公开');
    const anchor = new AnchorMaker(readDraft(INVENTED_DRAFT)).anchorAt({ start: start + 2, end: start + 2 });
    assert.equal(anchor.quote, '坚持以公开促落实。');
    const task = INVENTED_DRAFT.indexOf('3．整合');
    const onTask = new AnchorMaker(readDraft(INVENTED_DRAFT)).anchorAt({ start: task, end: task });
    assert.equal(onTask.quote, '整合政务新媒体。关停长期不更新的账号。〔责任单位：县融媒体中心〕');
  });

  it('finds its words after the text before them was edited and renumbered', () => {
    const anchor = anchorTo(INVENTED_DRAFT, '关停长期不更新的账号');
    const edited = INVENTED_DRAFT.replace('1．公开重大', '1．规范公开目录。全年更新。\n2．公开重大')
      .replace('2．办好', '3．办好')
      .replace('3．整合', '4．整合');
    assert.deepEqual(find(edited, anchor), {
      how: 'exact',
      range: {
        start: edited.indexOf('关停长期'),
        end: edited.indexOf('关停长期') + '关停长期不更新的账号'.length,
      },
      words: '关停长期不更新的账号',
    });
  });

  it('tells its words from the same words in another task', () => {
    const second = '〔责任单位：县融媒体中心〕';
    const text = INVENTED_DRAFT.replace('每季度至少开展1次政府开放日活动。', (words) => words + second);
    const place = text.lastIndexOf(second);
    const anchor = new AnchorMaker(readDraft(text)).anchorAt({ start: place, end: place + second.length });
    const edited = text.replace('关停长期不更新的账号', '清理长期不更新的僵尸账号');
    assert.equal(find(edited, anchor).range.start, edited.lastIndexOf(second));
  });

  it('finds the words that took the place of its own', () => {
    const anchor = anchorTo(INVENTED_DRAFT, '公开率达到100%');
    const edited = INVENTED_DRAFT.replace('公开率达到100%', '应公开尽公开');
    assert.deepEqual(
      { how: find(edited, anchor).how, words: find(edited, anchor).words },
      { how: 'changed', words: '应公开尽公开' },
    );
  });

  it('finds words that were rewritten in part, in a paragraph that was moved', () => {
    const line = '2．办好政民互动。县政务服务中心牵头，县融媒体中心配合，每季度至少开展1次政府开放日活动。\n';
    const anchor = anchorTo(INVENTED_DRAFT, '每季度至少开展1次政府开放日活动');
    const edited = INVENTED_DRAFT.replace(line, '').replace(
      '附件：1．',
      `4．办好政民互动。由县政务服务中心负责，每半年开展2次政府开放日活动。\n附件：1．`,
    );
    const found = find(edited, anchor);
    assert.equal(found.how, 'changed');
    assert.match(found.words, /开展2次政府开放日活动/);
  });

  it('stays at its place when its words were deleted, and at its task when the paragraph was', () => {
    const anchor = anchorTo(INVENTED_DRAFT, '关停长期不更新的账号。');
    const without = find(INVENTED_DRAFT.replace('关停长期不更新的账号。', ''), anchor);
    assert.deepEqual(
      { how: without.how, words: without.words },
      { how: 'near', words: '3．整合政务新媒体。〔责任单位：县融媒体中心〕' },
    );
    const bare = INVENTED_DRAFT.replace(/3．整合.*\n/, '3．整合政务新媒体\n完成年度任务。\n');
    assert.deepEqual(
      { how: find(bare, anchor).how, words: find(bare, anchor).words },
      { how: 'near', words: '整合政务新媒体' },
    );
  });

  it('is lost, and never put on foreign words, when nothing of its task is left', () => {
    const anchor = anchorTo(INVENTED_DRAFT, '县财政局');
    const other =
      '# 云溪县2026年水利工作要点\n\n一、重点任务\n\n（一）清淤。疏浚河道20公里，由县财政局保障。\n';
    assert.deepEqual(find(other, anchor), { how: 'lost', range: { start: 0, end: 0 }, words: '' });
    assert.equal(find('', anchor).how, 'lost');
  });

  it('holds whether lines end in LF or CRLF', () => {
    const words = '一、总体要求\n坚持以公开促落实。';
    const anchor = anchorTo(INVENTED_DRAFT, words);
    const windows = INVENTED_DRAFT.replaceAll('\n', '\r\n');
    assert.deepEqual(
      { how: find(windows, anchor).how, words: find(windows, anchor).words },
      { how: 'exact', words: words.replace('\n', '\r\n') },
    );
    assert.deepEqual(anchorTo(windows, words.replace('\n', '\r\n')), anchor);
  });
});

const samples = ['2026年云溪县安全生产工作要点.要点.md', '2026年云溪县河湖管护工作要点.要点.md'].map((name) =>
  readFileSync(path.join(import.meta.dirname, '../../../samples', name), 'utf8'),
);
/** Anchors that kept so much of their words must be found on them. */
const ENOUGH_LEFT = 0.6;

interface Score {
  placed: number;
  kept: number;
  /** Anchors whose words were deleted altogether, and those of them that claim to stand on the very words. */
  gone: number;
  misplaced: number;
}

/** Twenty anchors all over a draft, edited many times without anybody looking; how many are still on their words. */
function scoreEdits(text: string, places: readonly [number, number][], edits: readonly Step[]): Score {
  const maker = new AnchorMaker(readDraft(text));
  const anchors = places.map(([share, length]) => {
    const start = Math.floor(share * (text.length - length));
    return { start, end: start + length, anchor: maker.anchorAt({ start, end: start + length }) };
  });
  const after = edits.reduce<TrackedText>(applyStep, TrackedText.of(text));
  const finder = new AnchorFinder(readDraft(after.text));
  const score: Score = { placed: 0, kept: 0, gone: 0, misplaced: 0 };
  for (const { start, end, anchor } of anchors) {
    if (anchor.quote.trim().length < 4) continue;
    const left = after.survivors(start, end);
    if (left.length === 0) {
      score.gone++;
      if (finder.find(anchor).how === 'exact') score.misplaced++;
    }
    if (left.length < ENOUGH_LEFT * (end - start) || isTornApart(left)) continue;
    score.placed++;
    const { how, range } = finder.find(anchor);
    const covered = left.filter((offset) => range.start <= offset && offset < range.end).length;
    if ((how === 'exact' || how === 'changed') && covered >= left.length / 2) score.kept++;
  }
  return score;
}

/** Parts of the words were moved away from one another. */
function isTornApart(left: readonly number[]): boolean {
  return (left.at(-1) ?? 0) - (left[0] ?? 0) > 2 * left.length + 40;
}

type Step =
  | { readonly kind: 'insert' | 'delete' | 'replace'; readonly share: number; readonly length: number }
  | { readonly kind: 'new-task' | 'move' | 'drop-line'; readonly share: number; readonly length: number }
  | { readonly kind: 'renumber'; readonly share: number; readonly length: number };

const PHRASES = ['切实', '进一步加强协调，', '，并报县安委办备案', '（含外包单位）', '2026年9月底前', '全面'];

function applyStep(tracked: TrackedText, { kind, share, length }: Step): TrackedText {
  const { text } = tracked;
  const start = Math.floor(share * text.length);
  const phrase = PHRASES[length % PHRASES.length] as string;
  const edit = (end: number, newText: string): TextEdit => ({
    range: { start, end: Math.min(text.length, end) },
    newText,
  });
  switch (kind) {
    case 'insert':
      return tracked.edited([edit(start, phrase)]);
    case 'delete':
      return tracked.edited([edit(start + length, '')]);
    case 'replace':
      return tracked.edited([edit(start + length, phrase)]);
    case 'new-task':
      return insertLine(tracked, start, `\n21．开展第${length}轮专项整治。排查隐患${length}处。\n`);
    case 'drop-line':
      return tracked.edited([{ range: lineAround(text, start), newText: '' }]);
    case 'move':
      return moveLines(tracked, share, length);
    case 'renumber':
      return tracked.edited(renumberEdits(readDraft(text)).edits);
  }
}

function insertLine(tracked: TrackedText, offset: number, line: string): TrackedText {
  const at = tracked.text.indexOf('\n', offset);
  const start = at < 0 ? tracked.text.length : at;
  return tracked.edited([{ range: { start, end: start }, newText: line }]);
}

function lineAround(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

function moveLines(tracked: TrackedText, share: number, length: number): TrackedText {
  const count = tracked.text.split('\n').length;
  const from = Math.floor(share * count);
  return tracked.withLinesMoved(from, Math.min(count, from + 2), (from * 7 + length * 11) % count);
}

describe('Anchors through long editing', () => {
  // Without bias: half of the examples would sit at the edges of the text.
  const share = fc.noBias(fc.integer({ min: 0, max: 9_999 })).map((value) => value / 10_000);
  const step = fc.record({
    kind: fc.constantFrom(
      'insert' as const,
      'insert' as const,
      'delete' as const,
      'replace' as const,
      'new-task' as const,
      'drop-line' as const,
      'move' as const,
      'renumber' as const,
    ),
    share,
    length: fc.noBias(fc.integer({ min: 1, max: 12 })),
  });
  const places = fc.array(fc.tuple(share, fc.noBias(fc.integer({ min: 4, max: 60 }))), {
    minLength: 20,
    maxLength: 20,
  });

  it('keeps at least 99 % of them on their words', () => {
    const total: Score = { placed: 0, kept: 0, gone: 0, misplaced: 0 };
    const everything = fc.tuple(
      fc.constantFrom(...samples),
      places,
      fc.array(step, { minLength: 1, maxLength: 40 }),
    );
    for (const [text, where, steps] of fc.sample(everything, 120)) {
      const score = scoreEdits(text, where, steps);
      for (const key of ['placed', 'kept', 'gone', 'misplaced'] as const) total[key] += score[key];
    }
    assert.ok(total.placed > 1500, `${total.placed} anchors kept their words`);
    const kept = total.kept / total.placed;
    assert.ok(kept >= 0.99, `${total.kept} of ${total.placed} anchors found: ${(100 * kept).toFixed(2)} %`);
    assert.ok(
      total.gone > 20 && total.misplaced <= 0.1 * total.gone,
      `${total.misplaced} of ${total.gone} misplaced`,
    );
  }).timeout(60_000);
});
