import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { readProfile } from '../../../../server/src/exporters/document/profile';
import { writeHtml } from '../../../../server/src/exporters/html/write-html';

const TASK = '（二）办好学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n';
const WIDE =
  '\n附件\n\n任务表\n\n| 序号 | 名称 | 目标 | 责任单位 | 完成时限 | 备注 |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 甲 | 乙 | 丙 | 丁 | 戊 |\n';

function htmlOf(layout = '{}'): string {
  const draft = readDraft(
    `---\n文种: 工作要点\n发文机关: 云溪县教育局\n版式: ${layout}\n---\n\n# 云溪县2026年教育工作要点\n\n一、重点任务\n\n${TASK.repeat(20)}${WIDE}`,
  );
  return writeHtml(planDocument(draft, readProfile(draft)));
}

/** The value that the last rule for this selector alone gives a property. */
function styleOf(html: string, selector: string, property: string): string | undefined {
  const rules = [...html.matchAll(/(?<=^|\})\s*([^{}@]+)\{([^}]*)\}/g)].filter(
    ([, name]) => name === selector,
  );
  return rules
    .flatMap(([, , body = '']) => body.split(';'))
    .map((declaration) => declaration.split(':'))
    .findLast(([name]) => name === property)?.[1];
}

describe('A document as HTML', () => {
  it('has 订口 on the inner edge of both faces, on the left one where one face is printed', () => {
    const edges = (html: string): unknown[] =>
      ['.page', '.page.back'].map((page) => [styleOf(html, page, '--left'), styleOf(html, page, '--right')]);
    assert.deepEqual(edges(htmlOf()), [
      ['28mm', '26mm'],
      ['26mm', '28mm'],
    ]);
    assert.deepEqual(edges(htmlOf('{印刷: 单面}')), [
      ['28mm', '26mm'],
      ['28mm', '26mm'],
    ]);
    assert.deepEqual(edges(htmlOf('{页边: {左: 35}}'))[1], ['26mm', '35mm']);
    assert.equal(styleOf(htmlOf(), '.page.portrait', 'padding'), '37mm var(--right) 35mm var(--left)');
  });

  it('tells fronts from backs, whose numbers stand on the left', () => {
    const pages = htmlOf().match(/<section class="[^"]*"|<div class="number[^>]*>[^<]*/g);
    assert.deepEqual(pages, [
      '<section class="page portrait"',
      '<div class="number songti right">— 1 —',
      '<section class="page portrait back"',
      '<div class="number songti left">— 2 —',
      '<section class="page portrait"',
      '<div class="number songti right">— 3 —',
      '<section class="page landscape back"',
      '<div class="number songti left">— 4 —',
    ]);
  });

  it('has every line of a row that goes over to the next page, once', () => {
    const goal = Array.from({ length: 150 }, (_, i) => `第${i}项整治消防通道，`).join('');
    const draft = readDraft(
      `---\n文种: 工作要点\n---\n\n# 云溪县2026年教育工作要点\n\n一、甲\n\n附件\n\n任务表\n\n| 序号 | 名称 | 目标 | 责任单位 |\n| - | - | - | - |\n| 1 | 甲 | ${goal} | 县教育局 |\n`,
    );
    const html = writeHtml(planDocument(draft, readProfile(draft)));
    const rows = [...html.matchAll(/<tr><td[^>]*>.*?<\/td><td[^>]*>.*?<\/td><td[^>]*>(.*?)<\/td>/g)];
    assert.ok(rows.length > 1);
    assert.equal(rows.map(([, text = '']) => text.replaceAll('<br>', '')).join(''), goal);
  });
});
