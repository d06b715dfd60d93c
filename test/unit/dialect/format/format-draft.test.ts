import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDraft } from '../../../../server/src/dialect/draft';
import { formatDraft, formatText } from '../../../../server/src/dialect/format/format-draft';
import { isSameModel } from '../../../../server/src/dialect/format/same-model';
import { applyEdits } from '../../../../server/src/dialect/range';
import { INVENTED_DRAFT } from '../../../support/invented-draft';
import { MANNERS, planLines, writePlan } from '../../../support/invented-plan';

const samples = new URL('../../../../samples/', import.meta.url);

function sampleTexts(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sampleTexts(new URL(`${entry.name}/`, folder));
    return /\.(?:md|txt)$/.test(entry.name) ? [readFileSync(new URL(entry.name, folder), 'utf8')] : [];
  });
}

/** What formatting may change: white space, `#`, the lines of tables, the punctuation of markers. */
function words(text: string): string {
  return text.replace(/[\s#|:\-．.、]+/g, '');
}

function assertFormats(text: string): void {
  const formatted = formatText(text);
  assert.equal(formatText(formatted), formatted, 'a second time changes nothing');
  assert.ok(isSameModel(readDraft(text), readDraft(formatted)), 'says the same');
  assert.equal(words(formatted), words(text), 'keeps the words');
}

describe('formatDraft', () => {
  it('puts one blank line between paragraphs and takes indents and trailing space away', () => {
    assert.equal(
      formatText('# 云溪县2026年教育工作要点\n　　为做好工作，制定本要点。  \n\n\n　　落实责任。'),
      '# 云溪县2026年教育工作要点\n\n为做好工作，制定本要点。\n\n落实责任。\n',
    );
  });

  it('makes headings of 一、 and （一） that stand alone, and of nothing else', () => {
    assert.equal(
      formatText(
        '# 云溪县2026年教育工作要点\n一、重点任务\n（一）增加学位\n1．新建学校。新建2所。\n（二）提高质量。开展教研12次。\n',
      ),
      '# 云溪县2026年教育工作要点\n\n## 一、重点任务\n\n### （一）增加学位\n\n1．新建学校。新建2所。\n\n（二）提高质量。开展教研12次。\n',
    );
    assert.equal(
      formatText('# 云溪县2026年教育工作要点\n\n#### 一、重点任务\n\n## （一）增加学位。新建2所。\n'),
      '# 云溪县2026年教育工作要点\n\n## 一、重点任务\n\n（一）增加学位。新建2所。\n',
    );
  });

  it('joins the lines of the title', () => {
    assert.match(
      formatText('云溪县2026年安全生产、\n防灾减灾工作要点\n\n一、总体要求\n坚持安全第一。\n'),
      /^# 云溪县2026年安全生产、防灾减灾工作要点\n\n## 一、总体要求\n/,
    );
  });

  it('writes markers in the manner of their neighbours, but leaves the wrong kind of marker to the writer', () => {
    const formatted = formatText(
      '# 云溪县2026年教育工作要点\n一、甲类工作\n1．第一件。做。\n2、第二件。做。\n3． 第三件。做。\n4．第四件。做。\n二、乙类工作\n3、丙类工作\n四、丁类工作\n',
    );
    assert.match(formatted, /\n2．第二件。做。\n\n3．第三件。做。\n/);
    assert.match(formatted, /\n## 3、丙类工作\n/);
  });

  it('puts the fields of a clause in order', () => {
    const draft = (clause: string): string =>
      `# 云溪县2026年教育工作要点\n\n一、新建学校。新建2所。${clause}\n`;
    assert.equal(
      formatText(draft('〔完成时限：2026年6月底前;责任单位：县教育局〕')),
      draft('〔责任单位：县教育局；完成时限：2026年6月底前〕'),
    );
    const prose = draft('〔责任单位：县教育局会同有关部门；另行通知；目标：2所〕');
    assert.equal(formatText(prose), prose, 'a clause that holds more is left alone');
  });

  it('aligns tables by the width of Chinese characters and keeps alignment, escapes and empty cells', () => {
    assert.equal(
      formatText(
        '# 云溪县2026年教育工作要点\n\n一、要求\n\n|序号|名称|责任单位|\n|--:|---|:-:|\n|1|甲\\|乙|县教育局、县财政局|\n|2||A局|\n',
      ).split('\n\n')[2],
      [
        '| 序号 | 名称   | 责任单位           |',
        '| ---: | ------ | :----------------: |',
        '|    1 | 甲\\|乙 | 县教育局、县财政局 |',
        '|    2 |        | A局                |',
        '',
      ].join('\n'),
    );
  });

  it('leaves front matter, code, comments, lists and quotations as they are', () => {
    const text =
      '---\n文种:   工作要点\n---\n\n# 云溪县2026年教育工作要点\n\n<!-- 要点：忽略 numbering/gap 原文 -->\n一、要求。做。\n\n- 甲\n  乙\n- 丙\n\n> 引\n> 文\n\n```\n  一、  码\n\n\n```\n';
    assert.equal(formatText(text), text);
  });

  it('does not make Markdown of what was none', () => {
    const text = '# 云溪县2026年教育工作要点\n\n一、要求\n\n　　# 不是标题\n\n　　- 不是列表\n';
    assert.match(formatText(text), /\n　　# 不是标题\n\n　　- 不是列表\n$/);
  });

  it('keeps the line ends of the file', () => {
    assert.equal(
      formatText('# 云溪县2026年教育工作要点\r\n一、要求。做。\r\n'),
      '# 云溪县2026年教育工作要点\r\n\r\n一、要求。做。\r\n',
    );
  });

  it('formats nothing but the lines it is asked for', () => {
    const text = '# 云溪县2026年教育工作要点\n一、甲。做。 \n二、乙。做。 \n';
    const start = text.indexOf('二、');
    const edits = formatDraft(readDraft(text), { range: { start, end: start } });
    assert.equal(applyEdits(text, edits), '# 云溪县2026年教育工作要点\n一、甲。做。 \n二、乙。做。\n');
  });

  it('gives an empty text back', () => {
    assert.equal(formatText(''), '');
    assert.equal(formatText('\n \n'), '');
  });

  it('changes neither words nor meaning of the samples', () => {
    for (const text of [INVENTED_DRAFT, ...sampleTexts(samples)]) assertFormats(text);
  });

  it('changes neither words nor meaning of plans in any manner, however they are spaced', () => {
    const gap = fc.constantFrom('\n', '\n\n', '\n\n\n', ' \n　　', '\r\n', '\n  ');
    const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...MANNERS),
        sizes,
        fc.array(gap, { minLength: 40, maxLength: 40 }),
        (manner, size, gaps) => {
          let next = 0;
          const plan = writePlan(manner, planLines(manner, size));
          assertFormats(plan.replace(/\n\n/g, () => gaps[next++ % gaps.length] as string));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('settles on one form of any text', () => {
    const line = fc.constantFrom(
      '一、甲',
      '（一）乙',
      '1. 丙',
      '# 题',
      '## 二、丁',
      '- 项',
      '> 引',
      '```',
      '<!-- 注',
      '-->',
      '|甲|乙|',
      '|-|-|',
      '---',
      '===',
      '　　文',
      '    文',
      '附件1',
      '',
      '序号',
      '名称',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const once = formatText(lines.join('\n'));
        assert.equal(formatText(once), once);
        assert.equal(
          once.replace(/[\s#]/g, '').replace(/[-|:=]/g, ''),
          lines
            .join('')
            .replace(/[\s#]/g, '')
            .replace(/[-|:=]/g, ''),
        );
      }),
      { numRuns: 300 },
    );
  });
});
