import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { itemLabel } from '../../../../server/src/dialect/labels';
import type { Draft, Item } from '../../../../server/src/dialect/model';
import { applyEdits } from '../../../../server/src/dialect/range';
import {
  dropItem,
  insertItemAfter,
  isRefusal,
  moveItem,
  stepItem,
  type Destination,
  type Rearrangement,
  type Refusal,
  type Step,
} from '../../../../server/src/dialect/rearrange/rearrange';

const paragraphs = (...lines: string[]): string => lines.join('\n\n') + '\n';
const PLAN = paragraphs(
  '云溪县2026年教育工作要点',
  '一、扩大供给',
  '1．办好学前教育。新建2所。',
  '2．办好义务教育。新增学位600个。',
  '二、规范办学',
  '3．规范收费。与第2项任务衔接。',
  '4．做好督导。',
);

function itemIn(draft: Draft, label: string): Item {
  const found = draft.outline.find((item) => itemLabel(item).includes(label));
  assert.ok(found, `no item ${label}`);
  return found;
}

function done(
  text: string,
  answer: Rearrangement | Refusal,
): { text: string; cursor: string; unclear: string[] } {
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  const after = applyEdits(text, answer.edits);
  return {
    text: after,
    cursor: after.slice(0, answer.cursor).split('\n').at(-1) ?? '',
    unclear: answer.unclear.map((range) => text.slice(range.start, range.end)),
  };
}

function step(text: string, label: string, direction: Step) {
  const draft = readDraft(text);
  return done(text, stepItem(draft, itemIn(draft, label), direction, readDraft));
}

function move(text: string, label: string, place: Destination['place'], target: string) {
  const draft = readDraft(text);
  const destination = { place, target: itemIn(draft, target) };
  return done(text, moveItem(draft, itemIn(draft, label), destination, readDraft));
}

function refusal(
  text: string,
  label: string,
  act: (draft: Draft, item: Item) => Rearrangement | Refusal,
): string {
  const draft = readDraft(text);
  const answer = act(draft, itemIn(draft, label));
  assert.ok(isRefusal(answer));
  return answer.problem;
}

describe('Moving an item', () => {
  it('down changes places with the next one: numbers stay where they are, mentions follow what they mean', () => {
    assert.deepEqual(step(PLAN, '办好学前教育', 'down'), {
      text: PLAN.replace(
        /1．办好学前.*\n\n2．办好义务.*/u,
        '1．办好义务教育。新增学位600个。\n\n2．办好学前教育。新建2所。',
      ).replace('第2项任务', '第1项任务'),
      cursor: '2．',
      unclear: [],
    });
  });

  it('goes on into the neighbouring section, and back', () => {
    const down = step(PLAN, '办好义务教育', 'down');
    assert.match(down.text, /新建2所。\n\n二、规范办学\n\n2．办好义务教育。新增学位600个。\n\n3．规范收费/);
    assert.equal(step(down.text, '办好义务教育', 'up').text, PLAN);
  });

  it('takes a chapter with all its tasks', () => {
    assert.equal(
      step(PLAN, '扩大供给', 'down').text,
      paragraphs(
        '云溪县2026年教育工作要点',
        '一、规范办学',
        '1．规范收费。与第4项任务衔接。',
        '2．做好督导。',
        '二、扩大供给',
        '3．办好学前教育。新建2所。',
        '4．办好义务教育。新增学位600个。',
      ),
    );
  });

  it('into another chapter counts anew there where the draft counts by chapter', () => {
    const text = PLAN.replace('3．', '1．').replace('4．', '2．');
    const moved = move(text, '办好学前教育', 'into', '规范办学').text;
    assert.match(
      moved,
      /一、扩大供给\n\n1．办好义务教育[^]*二、规范办学\n\n1．规范[^]*2．做好督导。\n\n3．办好学前教育/,
    );
  });

  it('among others of another level takes their level, and what stands under it goes one deeper', () => {
    const text = paragraphs(
      '云溪县2026年教育工作要点',
      '一、扩大供给',
      '（一）办好学前教育',
      '1．新建幼儿园。',
      '二、规范办学',
      '（一）规范收费',
      '1．公示标准。',
      '2．查处乱收费。',
    );
    assert.equal(
      move(text, '规范办学', 'after', '办好学前教育').text,
      paragraphs(
        '云溪县2026年教育工作要点',
        '一、扩大供给',
        '（一）办好学前教育',
        '1．新建幼儿园。',
        '（二）规范办学',
        '1．规范收费',
        '（1）公示标准。',
        '（2）查处乱收费。',
      ),
    );
  });

  it('takes tables, further paragraphs and the comments that speak of it along', () => {
    const text = paragraphs(
      '# 云溪县2026年教育工作要点',
      '一、扩大供给',
      '<!-- 要点：忽略 task/missing-unit 另行明确 -->\n（一）办好学前教育。新建2所。',
      '分年推进。',
      '| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 办好学前教育 | 县教育局 |',
      '（二）办好义务教育。',
    );
    assert.equal(
      step(text, '办好学前教育', 'down').text,
      paragraphs(
        '# 云溪县2026年教育工作要点',
        '一、扩大供给',
        '（一）办好义务教育。',
        '<!-- 要点：忽略 task/missing-unit 另行明确 -->\n（二）办好学前教育。新建2所。',
        '分年推进。',
        '| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 办好学前教育 | 县教育局 |',
      ),
    );
  });

  it('leaves a locked number with its item and counts on from it', () => {
    const text = paragraphs(
      '# 云溪县2026年教育工作要点',
      '一、扩大供给',
      '1．办好学前教育。',
      '<!-- 要点：锁定编号 -->\n7．办好义务教育。',
      '8．办好职业教育。',
      '9．办好特殊教育。',
    );
    assert.match(
      step(text, '职业教育', 'up').text,
      /1．办好学前教育。\n\n2．办好职业教育。\n\n<!-- 要点：锁定编号 -->\n7．办好义务教育。\n\n8．办好特殊教育。/,
    );
  });

  it('keeps a gap that was there where it was', () => {
    const text = PLAN.replace('4．', '5．');
    const down = step(text, '办好学前教育', 'down').text;
    assert.match(down, /^3．规范收费.*\n\n5．做好督导/m);
    assert.equal(step(down, '办好学前教育', 'up').text, text);
  });

  it('renames the chapter in a mention that names it', () => {
    const text = paragraphs(
      '云溪县2026年教育工作要点',
      '一、扩大供给',
      '（一）办好学前教育。',
      '（二）办好义务教育。',
      '二、规范办学',
      '（一）规范收费。结合本要点第一部分第（二）项推进。',
    );
    assert.match(
      step(text, '义务教育', 'down').text,
      /^（一）办好义务教育。\n\n（二）规范收费。结合本要点第二部分第（一）项推进。$/m,
    );
  });

  it('says which mentions no longer tell what they mean', () => {
    const text = paragraphs(
      '云溪县2026年教育工作要点',
      '一、扩大供给',
      '（一）办好学前教育。',
      '（二）办好义务教育。与第（一）项同步。',
      '二、规范办学',
      '（一）规范收费。',
    );
    assert.deepEqual(step(text, '义务教育', 'down').unclear, ['第（一）项']);
  });

  it('keeps carriage returns, and works where the last line has no end', () => {
    const text = PLAN.trimEnd().replaceAll('\n', '\r\n');
    const up = step(text, '做好督导', 'up').text;
    assert.ok(up.endsWith('3．做好督导。\r\n\r\n4．规范收费。与第2项任务衔接。'));
    assert.equal(step(up, '做好督导', 'down').text, text);
  });

  it('moves within a list in an attachment', () => {
    const text = PLAN + paragraphs('', '附件1', '活动清单', '1．开学第一课。', '2．校园开放日。');
    const draft = readDraft(text);
    const item = draft.attachments[0]?.items[1];
    assert.ok(item);
    const { text: after } = done(text, stepItem(draft, item, 'up', readDraft));
    assert.match(after, /活动清单\n\n1．校园开放日。\n\n2．开学第一课。\n$/);
  });

  it('is refused with a word on what to do instead', () => {
    const under = (target: string) => (draft: Draft, item: Item) =>
      moveItem(draft, item, { place: 'into', target: itemIn(draft, target) }, readDraft);
    const stepping = (direction: Step) => (draft: Draft, item: Item) =>
      stepItem(draft, item, direction, readDraft);
    assert.match(refusal(PLAN, '扩大供给', under('学前')), /不能移到自己下面/);
    assert.match(refusal(PLAN, '扩大供给', stepping('up')), /最前面/);
    assert.match(refusal(PLAN, '督导', stepping('down')), /最后面/);
    assert.match(refusal(PLAN, '扩大供给', stepping('promote')), /最高一级/);
    assert.match(refusal(PLAN, '规范收费', stepping('demote')), /没有同级/);
    const region = PLAN.replace('1．', '<!-- 要点：忽略开始 text/* 引用原文 -->\n1．').replace(
      '二、',
      '<!-- 要点：忽略结束 -->\n\n二、',
    );
    assert.match(refusal(region, '学前', stepping('down')), /忽略开始/);
    assert.match(step(region, '扩大供给', 'down').text, /二、扩大供给\n\n<!-- 要点：忽略开始/);
  });
});

describe('Dropping an item', () => {
  const text = paragraphs(
    '云溪县2026年教育工作要点',
    '一、扩大供给',
    '（一）办好学前教育',
    '1．新建幼儿园。',
    '2．培训教师。',
    '二、规范办学',
    '（一）规范收费',
    '3．公示标准。',
    '（二）做好督导',
    '4．建立台账。',
  );
  const drop = (label: string, on: string) => {
    const draft = readDraft(text);
    return done(text, dropItem(draft, itemIn(draft, label), itemIn(draft, on), readDraft)).text;
  };

  it('on one of its level takes that one’s place', () => {
    assert.match(drop('新建幼儿园', '公示标准'), /1．培训教师。[^]*2．公示标准。\n\n3．新建幼儿园。/);
    assert.match(drop('建立台账', '公示标准'), /3．建立台账。\n\n4．公示标准。\n\n（二）做好督导\n$/);
  });

  it('on a section or chapter goes behind the last of its kind there', () => {
    assert.match(drop('新建幼儿园', '规范收费'), /2．公示标准。\n\n3．新建幼儿园。\n\n（二）做好督导/);
    assert.match(drop('新建幼儿园', '规范办学'), /3．建立台账。\n\n4．新建幼儿园。\n$/);
  });

  it('on one below its level takes the place of the section that one stands in', () => {
    assert.match(
      drop('做好督导', '新建幼儿园'),
      /一、扩大供给\n\n（一）做好督导\n\n1．建立台账。\n\n（二）办好学前教育\n\n2．新建/,
    );
  });
});

describe('Changing the level of an item', () => {
  const text = paragraphs(
    '# 云溪县2026年教育工作要点',
    '## 一、扩大供给',
    '### （一）办好学前教育',
    '1．新建幼儿园。',
    '2．培训教师。',
    '### （二）办好义务教育',
    '1．新增学位。',
  );

  it('promotes it behind what it stood under, and its old neighbours stay', () => {
    assert.match(
      step(text, '新建幼儿园', 'promote').text,
      /^### （一）办好学前教育\n\n1．培训教师。\n\n### （二）新建幼儿园。\n\n### （三）办好义务教育/m,
    );
  });

  it('demotes it to the one before it, in the manner of the draft', () => {
    assert.match(
      step(text, '办好义务教育', 'demote').text,
      /2．培训教师。\n\n3．办好义务教育\n\n（1）新增学位。\n$/,
    );
  });

  it('restores the text when done and taken back', () => {
    const demoted = step(text, '办好义务教育', 'demote').text;
    assert.equal(step(demoted, '办好义务教育', 'promote').text, text);
  });
});

describe('Inserting an item', () => {
  it('begins the next one in the manner of the draft, with the cursor behind its number', () => {
    const draft = readDraft(PLAN);
    const answer = insertItemAfter(draft, itemIn(draft, '办好义务教育'), readDraft);
    assert.ok(!isRefusal(answer));
    const { text, cursor } = done(PLAN, answer);
    assert.match(
      text,
      /600个。\n\n3．\n\n二、规范办学\n\n4．规范收费。与第2项任务衔接。\n\n5．做好督导。\n$/,
    );
    assert.equal(cursor, '3．');
  });

  it('puts a chapter behind all of a chapter', () => {
    const draft = readDraft(PLAN);
    const { text } = done(PLAN, insertItemAfter(draft, itemIn(draft, '扩大供给'), readDraft));
    assert.match(text, /600个。\n\n二、\n\n三、规范办学\n\n3．/);
  });
});
