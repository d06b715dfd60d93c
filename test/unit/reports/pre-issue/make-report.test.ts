import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import type { ExportProfile } from '../../../../server/src/exporters/document/plan';
import { checkDraft } from '../../../../server/src/reports/pre-issue/check-draft';
import { entriesOf, type PreIssueReport } from '../../../../server/src/reports/pre-issue/pre-issue-report';
import { countLevels } from '../../../../server/src/reports/levels';
import { makeReport } from '../../../../server/src/reports/pre-issue/make-report';
import { planPreIssueDocument } from '../../../../server/src/reports/pre-issue/plan-document';
import { AnchorMaker } from '../../../../server/src/review/anchor';
import { NO_NOTES, type Note, type Notes } from '../../../../server/src/review/notes/note';
import { NO_CONFIGURATION } from '../../../../server/src/rules/configuration/levels';

const HEAD = `---
文种: 工作要点
发文机关: 云溪县人民政府
主送: 各乡镇人民政府
---
`;
const TEXT = `${HEAD}
# 云溪县2026年教育工作要点

一、重点任务

（一）扩学位。新增学位600个。〔责任单位：县教育局；完成时限：2026年8月底前〕

<!-- 要点：忽略 numbering/gap 按上级文件编号 -->
（三）建新校。新建小学2所。〔责任单位：县教育局；完成时限：2026年9月底前〕

（五）办食堂。新办食堂3个。〔责任单位：县教育局；完成时限：2026年9月底前〕
`;

const ALL_FONTS = Object.values(DEFAULT_PROFILE.fonts);

function report(
  text: string,
  profile: ExportProfile = DEFAULT_PROFILE,
  installedFonts: readonly string[] | undefined = ALL_FONTS,
  notes: Notes | string = NO_NOTES,
): PreIssueReport {
  const draft = readDraft(text);
  const checked = checkDraft(draft, NO_CONFIGURATION, {});
  return makeReport({ ...checked, draft, path: '稿/a.要点.md', profile, installedFonts, notes });
}

function sectionOf({ sections }: PreIssueReport, title: string) {
  const section = sections.find((candidate) => candidate.title === title);
  assert.ok(section, `no section ${title}`);
  return section;
}

function texts(made: PreIssueReport, title: string): string[] {
  return sectionOf(made, title).groups.flatMap(({ entries }) => entries.map(({ text }) => text));
}

describe('发文前检查', () => {
  it('lists findings by rule, each with its place as people quote it', () => {
    const [group] = sectionOf(report(TEXT), '检查发现的问题').groups;
    assert.equal(group?.note, 'numbering/gap');
    assert.deepEqual(
      group?.entries.map(({ place, level }) => [place, level]),
      [['第一部分（五）', 'error']],
    );
  });

  it('puts the rules with errors first', () => {
    const made = report(TEXT.replace('（一）扩学位。新增', '（一）扩学位,新增'));
    const levels = sectionOf(made, '检查发现的问题').groups.map(({ entries }) => entries[0]?.level);
    assert.deepEqual(
      levels,
      [...levels].sort((a, b) => rank(a) - rank(b)),
    );
    assert.ok(levels.length > 1);
  });

  it('lists what directives silence with the reasons, and counts it as no error', () => {
    const made = report(TEXT);
    const entries = sectionOf(made, '已忽略的问题').groups.flatMap((group) => group.entries);
    assert.deepEqual(
      entries.map(({ place, remark, level }) => [place, remark, level]),
      [['第一部分（三）', '原因：按上级文件编号', undefined]],
    );
    assert.equal(countLevels(entriesOf(made)).error, 1);
    const silent = report(TEXT.replace(' 按上级文件编号', ''));
    assert.equal(sectionOf(silent, '已忽略的问题').groups[0]?.entries[0]?.remark, '没有写忽略的原因');
  });

  it('names the elements that neither text nor front matter gives', () => {
    const missing = texts(report(TEXT), '缺少的公文要素').map((text) => /“(.+?)”/.exec(text)?.[1]);
    assert.deepEqual(missing, ['发文字号', '成文日期', '印发机关', '印发日期']);
  });

  it('asks only for the elements that the form of the document has', () => {
    const letter = report(TEXT, { ...DEFAULT_PROFILE, form: 'letter' });
    assert.ok(!texts(letter, '缺少的公文要素').some((text) => text.includes('印发')));
    const minutes = report(TEXT, { ...DEFAULT_PROFILE, form: 'minutes', imprint: false });
    assert.deepEqual(texts(minutes, '缺少的公文要素'), []);
    assert.equal(sectionOf(minutes, '缺少的公文要素').clear, '公文要素齐全。');
  });

  it('names fonts that are not installed and the one of the same face that is', () => {
    const made = report(TEXT, DEFAULT_PROFILE, [
      '方正小标宋简体',
      'SimHei',
      '黑体',
      'FangSong',
      '楷体_gb2312',
      '宋体',
    ]);
    const [entry, ...others] = sectionOf(made, '这台电脑上没有的字体').groups.flatMap(
      (group) => group.entries,
    );
    assert.match(entry?.text ?? '', /没有“仿宋_GB2312”（仿宋）/);
    assert.match(entry?.remark ?? '', /有“FangSong”/);
    assert.deepEqual(others, []);
  });

  it('does not call fonts missing where nobody could look', () => {
    const draft = readDraft(TEXT);
    const made = makeReport({
      findings: [],
      ignored: [],
      draft,
      path: 'a',
      profile: DEFAULT_PROFILE,
      installedFonts: undefined,
      notes: NO_NOTES,
    });
    assert.deepEqual(texts(made, '这台电脑上没有的字体'), []);
    assert.equal(sectionOf(made, '这台电脑上没有的字体').clear, '没有查到这台电脑装了哪些字体。');
  });

  it('names open notes with their place, their words and what was answered, and settled ones not at all', () => {
    const start = TEXT.indexOf('新增学位600个');
    const anchor = new AnchorMaker(readDraft(TEXT)).anchorAt({ start, end: start + 7 });
    const reply = { id: 'r', author: '王起草', date: '2026-03-02T00:00:00Z', text: '在核实' };
    const note = { author: '李审', date: '2026-03-01T00:00:00Z', text: '出处？', anchor, replies: [reply] };
    const gone = { ...anchor, quote: '此处原来的话早已删掉了', before: '', after: '', within: '' };
    const notes = new Map<string, Note>([
      ['a', { ...note, id: 'a', state: 'open' }],
      ['b', { ...note, id: 'b', state: 'resolved' }],
      ['c', { ...note, id: 'c', state: 'open', anchor: gone, replies: [] }],
    ]);
    const made = report(TEXT, DEFAULT_PROFILE, ALL_FONTS, notes);
    const entries = sectionOf(made, '待处理的审稿意见').groups.flatMap((group) => group.entries);
    assert.deepEqual(
      entries.map(({ place, range, excerpt, remark }) => [place, range?.start.line, excerpt?.marked, remark]),
      [
        ['', undefined, undefined, '原文已删：“此处原来的话早已删掉了”'],
        ['第一部分（一）', 11, '新增学位600', '王起草回复：在核实'],
      ],
    );
    assert.equal(entries[1]?.text, '李审：出处？');
    assert.equal(sectionOf(report(TEXT), '待处理的审稿意见').clear, '没有待处理的审稿意见。');
    const faulty = report(TEXT, DEFAULT_PROFILE, ALL_FONTS, '审稿意见文件 a.审稿.json 不是 JSON，读不出来');
    assert.deepEqual(texts(faulty, '待处理的审稿意见'), ['审稿意见文件 a.审稿.json 不是 JSON，读不出来']);
  });

  it('is planned as a Word file: a title, a table for each rule, places in its first column', () => {
    const plan = planPreIssueDocument([report(TEXT)], DEFAULT_PROFILE);
    const blocks = plan.sections.flatMap((section) => section.blocks);
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    assert.deepEqual(
      tables[0]?.rows.map((row) => row.map(({ text }) => text.split('\n')[0])),
      [['第一部分（五）', '错误', tables[0]?.rows[0]?.[2]?.text.split('\n')[0]]],
    );
    assert.match(tables[0]?.rows[0]?.[2]?.text ?? '', /原文：【（五）】/);
  });
});

function rank(level: string | undefined): number {
  return ['error', 'warning', 'info', 'hint'].indexOf(level ?? '');
}
