import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/dialect/range';
import { readDraft } from '../../../server/src/dialect/draft';
import { readsSoFar } from '../../../server/src/dialect/remember';
import { t } from '../../../server/src/localise';
import type { Draft } from '../../../server/src/dialect/model';
import { coverageOf, type Coverage } from '../../../server/src/trace/coverage';
import { digestOf } from '../../../server/src/trace/digest';
import { rememberDigests } from '../../../server/src/trace/remember-digests';
import { addStatement } from '../../../server/src/trace/statements';
import {
  createSuperior,
  shortNameOf,
  superiorsNamedBy,
  type Superior,
} from '../../../server/src/trace/superiors';
import { inventLargePlan } from '../../support/invented-tasks';
import { Random } from '../../support/random';

const CITY = `# 青江市2026年水利工作要点

一、总体要求
统筹推进。
二、工程建设
1．加固病险水库。完成加固25座，2026年9月底前完成。
2．治理中小河流。治理河道120公里。
（1）整治河岸。
（2）清除淤泥。
三、行业管理
1．规范取水许可。核查取水口300个。
3．推进水价改革。出台水价方案1个。
`;

/** A county's draft with these tasks, each with its statement. */
function county(...tasks: string[]): string {
  const lines = tasks.map((task, index) => `${index + 1}．${task}`);
  return `---\n文种: 工作要点\n上级要点: 市.要点.md\n---\n\n# 云溪县2026年水利工作要点\n\n一、重点任务\n${lines.join('\n')}\n`;
}

function city(text = CITY): Superior {
  return createSuperior(
    { name: undefined, path: '市.要点.md', range: { start: 0, end: 0 } },
    'file:///市.md',
    readDraft(text),
  );
}

function trace(text: string, superior = city()): Coverage {
  return coverageOf(readDraft(text), [superior]);
}

function statesOf({ entries }: Coverage): string[] {
  return entries.map(({ place, state, reasons }) =>
    [place, state, ...reasons.map((reason) => t(...reason))].join(' '),
  );
}

describe('Coverage of a superior’s plan', () => {
  it('has an entry a task, called by its number where that is enough and by its way where it is not', () => {
    assert.deepEqual(statesOf(trace(county('修渠。'))), [
      '第二部分第1项 not-covered',
      '第2项 not-covered',
      '第三部分第1项 not-covered',
      '第3项 not-covered',
    ]);
  });

  it('counts an item as covered that a task states to carry out', () => {
    const { entries, orphans } = trace(county('推进水价改革。出台方案1个。〔落实：市要点第3项〕'));
    const entry = entries[3];
    assert.deepEqual(
      [entry?.state, entry?.links.map(({ task }) => task.title)],
      ['covered', ['推进水价改革']],
    );
    assert.deepEqual(orphans, []);
  });

  it('covers every task of a part that is named as a whole', () => {
    const states = statesOf(trace(county('行业管理。核查取水口30个。〔落实：市要点第三部分〕')));
    assert.deepEqual(states.slice(2), ['第三部分第1项 covered', '第3项 covered']);
  });

  it('says which points are left where only some are named', () => {
    const states = statesOf(trace(county('整治河岸。治理河道9公里。〔落实：第2项（1）〕')));
    assert.equal(states[1], '第2项 partly 没有落实其中的（2）');
    const both = county(
      '整治河岸。治理河道9公里。〔落实：第2项（1）〕',
      '清淤。治理河道2公里。〔落实：第2项（2）〕',
    );
    assert.equal(statesOf(trace(both))[1], '第2项 covered');
  });

  it('says where a target or a deadline falls short of the superior’s', () => {
    const late = county('加固水库。加固3座，2026年11月底前完成。〔落实：市要点第二部分第1项〕');
    assert.match(statesOf(trace(late))[0] ?? '', /partly 上级要求 2026-09-30 前完成，本稿定在 2026-11-30/u);
    const vague = county('加固水库。加快推进。〔落实：市要点第二部分第1项〕');
    assert.match(
      statesOf(trace(vague))[0] ?? '',
      /上级写明了目标，本稿没有写；上级要求 2026-09-30 前完成，本稿没有写时限|上级写明了目标，本稿没有写 上级要求/u,
    );
    const early = county('加固水库。加固3座，2026年8月底前完成。〔落实：市要点第二部分第1项〕');
    assert.equal(statesOf(trace(early))[0], '第二部分第1项 covered');
  });

  it('reports statements that lead nowhere, with why', () => {
    const { orphans } = trace(
      county('甲。〔落实：市要点第9项〕', '乙。〔落实：省要点第3项〕', '丙。〔落实：市要点第1项〕'),
    );
    assert.deepEqual(
      orphans.map(({ label, fault }) => `${label} ${fault}`),
      ['市要点第9项 no-item', '省要点第3项 no-plan', '市要点第1项 several-items'],
    );
  });

  it('finds no fault with statements where no plan can be read', () => {
    assert.deepEqual(coverageOf(readDraft(county('甲。〔落实：市要点第9项〕')), []).orphans, []);
  });

  it('needs the name where several plans are there', () => {
    const province = { ...city(), name: '省要点' };
    const { orphans } = coverageOf(readDraft(county('甲。〔落实：第3项〕', '乙。〔落实：省要点第3项〕')), [
      city(),
      province,
    ]);
    assert.deepEqual(
      orphans.map(({ label }) => label),
      ['第3项'],
    );
  });

  it('suggests the task whose content is that of an item nobody carries out, and no other', () => {
    const { entries } = trace(county('规范取水许可管理。核查取水口30个。', '办好学前教育。新增学位600个。'));
    assert.deepEqual(
      entries.map(({ place, suggestion }) => `${place} ${suggestion?.task.title ?? '—'}`),
      ['第二部分第1项 —', '第2项 —', '第三部分第1项 规范取水许可管理', '第3项 —'],
    );
  });

  it('suggests one task for two items only where it is surely meant by both', () => {
    const suggested = (task: string): string[] =>
      trace(county(task)).entries.flatMap(({ place, suggestion }) => (suggestion ? [place] : []));
    assert.deepEqual(suggested('规范取水许可。核查取水口30个。推进水价改革。出台水价方案1个。'), [
      '第三部分第1项',
      '第3项',
    ]);
    assert.deepEqual(suggested('规范取水许可。核查取水口30个，水价公示到户。'), ['第三部分第1项']);
  });

  it('costs a keystroke no more than the task that it changes', () => {
    const text = inventLargePlan(new Random(2), 100);
    const superior = city(inventLargePlan(new Random(1), 100));
    const suggestions = (): number =>
      coverageOf(readDraft(text), [superior]).entries.filter(({ suggestion }) => suggestion).length;
    assert.ok(suggestions() > 50);
    const edited = readDraft(text.replace('。对', '。切实对'));
    const before = readsSoFar();
    coverageOf(edited, [superior]);
    assert.equal(readsSoFar() - before, 1);
  });

  it('suggests nothing for an item that is carried out', () => {
    const { entries } = trace(
      county('规范取水许可管理。核查取水口30个。', '甲。核查取水口3个。〔落实：第三部分第1项〕'),
    );
    assert.equal(entries[2]?.suggestion, undefined);
  });
});

describe('Statements that are looked at again', () => {
  const text = county('推进水价改革。出台方案1个。〔落实：市要点第3项〕');
  const remembered = (): string => {
    const draft = readDraft(text);
    return applyEdits(text, rememberDigests(draft, coverageOf(draft, [city()]).links));
  };

  it('are outdated when the item says something else than when it was remembered', () => {
    assert.equal(trace(remembered()).entries[3]?.state, 'covered');
    const changed = trace(remembered(), city(CITY.replace('方案1个', '方案2个')));
    assert.deepEqual(statesOf(changed)[3], '第3项 outdated 上级这一项在核对以后改过');
  });

  it('are not outdated by white space, and never where nothing is remembered', () => {
    assert.equal(
      trace(remembered(), city(CITY.replace('出台水价', ' 出台水价'))).entries[3]?.state,
      'covered',
    );
    assert.equal(trace(text, city(CITY.replace('方案1个', '方案2个'))).entries[3]?.state, 'covered');
  });

  it('are remembered a line an item in the front matter, and once only', () => {
    const once = remembered();
    assert.match(once, /^落实核对:\n {2}市要点第3项: [a-p]{8}\n---$/mu);
    const draft = readDraft(once);
    assert.deepEqual(rememberDigests(draft, coverageOf(draft, [city()]).links), []);
  });

  it('keep what is remembered of other items', () => {
    const other = text.replace('---\n\n', '落实核对:\n  市要点第2项: abcdabcd\n---\n\n');
    const draft = readDraft(other);
    const now = applyEdits(other, rememberDigests(draft, coverageOf(draft, [city()]).links));
    assert.match(now, /落实核对:\n {2}市要点第2项: abcdabcd\n {2}市要点第3项: [a-p]{8}\n---\n/u);
  });

  it('tell items apart by what they say and not by their number', () => {
    const draft = readDraft(CITY);
    const digests = draft.tasks.map(({ item }) => digestOf(draft, item));
    assert.equal(new Set(digests).size, digests.length);
    const renumbered = readDraft(CITY.replace('3．推进', '4．推进'));
    assert.equal(digestOf(renumbered, renumbered.tasks[3]!.item), digests[3]);
    const [, chapter] = draft.items;
    const further = readDraft(CITY.replace('1．加固', '5．加固').replace('2．治理', '6．治理'));
    assert.equal(digestOf(further, further.items[1]!), digestOf(draft, chapter!));
  });
});

describe('Adding a statement', () => {
  const add = (task: string): string => {
    const text = county(task);
    const draft: Draft = readDraft(text);
    const edited = applyEdits(text, [addStatement(draft, draft.tasks[0]!, '市要点第3项')]);
    assert.equal(coverageOf(readDraft(edited), [city()]).entries[3]?.links.length, 1, edited);
    return edited.slice(edited.indexOf('1．') + 2, -1);
  };

  it('joins the clause at the end of the task', () => {
    assert.equal(add('甲。〔责任单位：县水利局〕'), '甲。〔责任单位：县水利局；落实：市要点第3项〕');
  });

  it('joins a statement that is there', () => {
    assert.equal(add('甲。〔落实：市要点第2项〕'), '甲。〔落实：市要点第2项、市要点第3项〕');
  });

  it('makes a bracket of its own where the clause is prose or there is none', () => {
    assert.equal(
      add('甲。（县水利局牵头，县财政局配合）'),
      '甲。（县水利局牵头，县财政局配合）〔落实：市要点第3项〕',
    );
    assert.equal(add('甲。加快推进。'), '甲。加快推进。〔落实：市要点第3项〕');
  });

  it('stands before the points of the task', () => {
    assert.equal(add('甲。加快推进。\n（1）修渠。'), '甲。加快推进。〔落实：市要点第3项〕\n（1）修渠。');
  });
});

describe('Superiors’ plans', () => {
  const named = (value: string) =>
    superiorsNamedBy(readDraft(`---\n上级要点: ${value}\n---\n`)).map(
      ({ name, path }) => `${name ?? '?'} ${path}`,
    );

  it('are named by a path, a list of paths, or short names with paths', () => {
    assert.deepEqual(named('a.md'), ['? a.md']);
    assert.deepEqual(named('[a.md, b.txt]'), ['? a.md', '? b.txt']);
    assert.deepEqual(named('{市要点: a.md, 省要点: b.md}'), ['市要点 a.md', '省要点 b.md']);
    assert.deepEqual(named(''), []);
    assert.deepEqual(named('3'), []);
  });

  it('are called after the rank of who issues them', () => {
    const shortName = (title: string): string => shortNameOf(readDraft(`# ${title}\n\n一、甲\n`));
    assert.equal(shortName('青江市2026年水利工作要点'), '市要点');
    assert.equal(shortName('云溪县2026年工作要点'), '县要点');
    assert.equal(shortName('2026年工作要点'), '上级要点');
  });
});
