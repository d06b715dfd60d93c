import assert from 'node:assert/strict';
import { widthInCharacters } from '../../../../server/src/exporters/document/measures';
import type { TitleShape } from '../../../../server/src/exporters/document/plan';
import { breakTitle } from '../../../../server/src/exporters/document/title-lines';

describe('Breaking a title into lines', () => {
  it('leaves a short title on one line', () => {
    assert.deepEqual(breakTitle('云溪县2026年教育工作要点'), ['云溪县2026年教育工作要点']);
  });

  it('leaves a title on one line of a turned page that has room for it', () => {
    const title = '2026年云溪县河湖管护工作要点责任分解表';
    assert.equal(breakTitle(title).length, 2);
    assert.deepEqual(breakTitle(title, [], 'balanced', 'landscape'), [title]);
    assert.equal(breakTitle(`云溪县人民政府${title}（征求意见稿）`, [], 'balanced', 'landscape').length, 2);
  });

  it('keeps the lines of a title that is already broken well', () => {
    const lines = ['云溪县人民政府办公室', '关于印发《2026年教育工作要点》的通知'];
    assert.deepEqual(breakTitle(lines.join(''), lines), lines);
  });

  it('breaks where the sense does', () => {
    assert.deepEqual(breakTitle('云溪县人民政府办公室关于印发《云溪县2026年政务公开工作要点》的通知'), [
      '云溪县人民政府办公室关于印发',
      '《云溪县2026年政务公开工作要点》的通知',
    ]);
    assert.deepEqual(breakTitle('云溪县人民政府关于做好2026年防灭火工作的通知'), [
      '云溪县人民政府',
      '关于做好2026年防灭火工作的通知',
    ]);
  });

  it('takes a line more rather than break an expression, an office’s name or a quotation', () => {
    assert.deepEqual(
      breakTitle('清溪县人民政府关于印发《2025年全县安全生产·防灾减灾救灾和消防工作要点》的通知'),
      ['清溪县人民政府关于印发', '《2025年全县安全生产·', '防灾减灾救灾和消防工作要点》的通知'],
    );
    const joint =
      '中共云溪县委办公室云溪县人民政府办公室关于印发《云溪县2026年优化营商环境“百日攻坚”专项行动工作要点》的通知';
    for (const name of ['云溪县人民政府办公室', '“百日攻坚”'])
      assert.ok(
        breakTitle(joint).some((line) => line.includes(name)),
        breakTitle(joint).join('／'),
      );
    const school = breakTitle('云溪县教育体育局关于2026年全县中小学校园食品安全整治工作要点的补充通知');
    assert.ok(
      school.some((line) => line.includes('中小学')),
      school.join('／'),
    );
  });

  it('never loses a character, overfills a line, splits a number from its unit or leaves 的通知 alone', () => {
    const titles = [
      '云溪县2026年安全生产防灾减灾救灾和消防安全重点工作任务责任分解方案',
      '中共云溪县委办公室云溪县人民政府办公室关于印发《云溪县2026年优化营商环境“百日攻坚”专项行动工作要点》的通知',
      '云溪县教育体育局关于2026年全县中小学校园食品安全整治工作要点的补充通知',
      '关于开展3000名教师培训的通知和关于开展5000名学生体检工作的联合工作要点',
    ];
    for (const title of titles) {
      const lines = breakTitle(title);
      assert.equal(lines.join(''), title);
      for (const line of lines) assert.ok(widthInCharacters(line) <= 20, line);
      assert.ok(!/^的?通知$/.test(lines[lines.length - 1] ?? ''), lines.join('／'));
      for (const line of lines.slice(1)) assert.ok(!/^[年月日号、，》”）的]/.test(line), lines.join('／'));
      for (const line of lines.slice(0, -1)) assert.ok(!/[0-9《“（第]$/.test(line), lines.join('／'));
    }
  });

  it('keeps terms of administration and names in 《》 whole where a line can hold them', () => {
    assert.deepEqual(breakTitle('云溪县2026年优化营商环境“百日攻坚”专项行动工作要点'), [
      '云溪县2026年优化营商环境',
      '“百日攻坚”专项行动工作要点',
    ]);
    assert.deepEqual(breakTitle('关于印发《2026年云溪县安全生产工作要点》的通知'), [
      '关于印发',
      '《2026年云溪县安全生产工作要点》的通知',
    ]);
    const kept: readonly (readonly [string, string])[] = [
      ['云溪县人民政府办公室关于印发云溪县2026年全面推行河湖长制工作要点的通知', '河湖长制'],
      ['2026年全市推进碳达峰碳中和及生态环境保护工作要点', '碳中和'],
      ['关于做好2026年度全县退役军人服务保障和双拥工作的若干措施及任务分工方案', '任务分工'],
      ['云溪县2026年住房和城乡建设领域安全生产和消防安全工作要点', '住房和城乡建设'],
    ];
    for (const [title, term] of kept) {
      const lines = breakTitle(title);
      assert.ok(
        lines.some((line) => line.includes(term)),
        lines.join('／'),
      );
    }
  });

  it('takes the shape that is asked for, whatever lines the draft has', () => {
    const title = '云溪县人民政府办公室关于印发《云溪县2026年优化营商环境专项行动工作要点》的通知';
    const widthsOf = (shape: TitleShape): number[] =>
      breakTitle(title, [title.slice(0, 18), title.slice(18)], shape).map(widthInCharacters);
    const rising = (widths: readonly number[]): boolean =>
      widths.every((width, i) => i === 0 || width > (widths[i - 1] ?? 0));
    assert.ok(rising(widthsOf('widening')), String(widthsOf('widening')));
    assert.ok(rising([...widthsOf('narrowing')].reverse()), String(widthsOf('narrowing')));
    const rhombus = widthsOf('rhombus');
    const widest = rhombus.indexOf(Math.max(...rhombus));
    assert.ok(rhombus.length >= 3 && widest > 0 && widest < rhombus.length - 1, String(rhombus));
    assert.ok(
      rising(rhombus.slice(0, widest + 1)) && rising(rhombus.slice(widest).reverse()),
      String(rhombus),
    );
  });

  it('breaks even a title without words', () => {
    const lines = breakTitle('啊'.repeat(45));
    assert.equal(lines.join('').length, 45);
    assert.ok(lines.every((line) => line.length <= 20));
  });
});
