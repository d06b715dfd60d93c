import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { paginate } from '../../../../server/src/exporters/document/paginate';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import type {
  DocumentPlan,
  ImprintPlan,
  IssuerStackPlan,
  ParagraphPlan,
  PlanBlock,
} from '../../../../server/src/exporters/document/plan';
import { readProfile } from '../../../../server/src/exporters/document/profile';

const BODY = '\n# 云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）扩学位。新增学位600个。\n';

function planOf(frontMatter: string, body = BODY): DocumentPlan {
  const draft = readDraft(`---\n文种: 工作要点\n${frontMatter}\n---\n${body}`);
  return planDocument(draft, readProfile(draft));
}

function blocksOf(plan: DocumentPlan): readonly PlanBlock[] {
  return plan.sections.flatMap(({ blocks }) => blocks);
}

function ofRole(plan: DocumentPlan, role: ParagraphPlan['role']): ParagraphPlan[] {
  return blocksOf(plan).filter(
    (block): block is ParagraphPlan => block.kind === 'paragraph' && block.role === role,
  );
}

function textOf(block: ParagraphPlan | undefined): string {
  return (block?.lines ?? []).map((line) => line.map(({ text }) => text).join('')).join('／');
}

const ISSUED = '发文字号: 云教发〔2026〕3号\n主送: 各学校\n成文日期: 2026年3月5日';
const ONE = `发文机关: 云溪县教育局\n${ISSUED}`;
const THREE = `发文机关: [云溪县教育局, 云溪县财政局, 云溪县卫生健康委员会]\n${ISSUED}`;

describe('Joint issuers', () => {
  const plan = planOf(THREE);

  it('stand one below the other with 文件 beside them, within the type area', () => {
    const stack = blocksOf(plan).find((block): block is IssuerStackPlan => block.kind === 'issuer-stack');
    assert.deepEqual(stack?.names, ['云溪县教育局', '云溪县财政局', '云溪县卫生健康委员会']);
    assert.equal(stack?.suffix, '文件');
    assert.ok(stack.widths[0] + stack.widths[1] <= 8845, String(stack.widths));
    assert.ok(stack.widths[0] >= 10 * stack.size * 20, 'the longest name fits');
    // Ink 35 mm below the top of the type area: 1984 twips less what the line leaves above its ink.
    assert.equal(stack.before, Math.round(1984 - 2.2 * stack.size));
  });

  it('keep their names whole in the title', () => {
    assert.equal(
      textOf(ofRole(plan, 'title')[0]).split('／').slice(0, 2).join('／'),
      '云溪县教育局　云溪县财政局／云溪县卫生健康委员会',
    );
  });

  it('sign one below the other, under seals in the middle of the widest', () => {
    const signatures = ofRole(plan, 'signature');
    assert.deepEqual(signatures.map(textOf), ['云溪县教育局', '云溪县财政局', '云溪县卫生健康委员会']);
    const [first, , widest] = signatures.map(({ indent }) => indent.right);
    assert.equal((first ?? 0) - (widest ?? 0), 2 * 316);
  });

  it('give way for the first page to show some of the text', () => {
    const many = planOf(THREE.replace('[云溪', '[云溪县民政局, 云溪'));
    const [first] = paginate(many);
    assert.ok(first?.blocks.some((block) => block.kind === 'lines' && block.paragraph.role === 'body'));
  });
});

describe('签发人', () => {
  it('stand two a row, aligned, with the document number on the last row', () => {
    const plan = planOf(`${ONE}\n签发人: [张三, 李四光, 王五]`);
    const rows = [...ofRole(plan, 'signers'), ...ofRole(plan, 'document-number')];
    assert.deepEqual(rows.map(textOf), ['\t\t签发人：张三\t李四光', '\t云教发〔2026〕3号\t王五']);
    assert.deepEqual(
      rows.map(({ redRule }) => redRule),
      [false, true],
    );
    // Names: two of three characters and one between, one character from the right edge.
    const names = 8845 - 316 * 8;
    assert.deepEqual(
      rows.map(({ tabs }) => tabs.map(({ at }) => at)),
      [
        [316, names - 316 * 4, names + 316 * 4],
        [316, names, names + 316 * 4],
      ],
    );
    assert.deepEqual(
      rows[0]?.lines[0]?.map(({ face }) => face),
      ['仿宋', '楷体'],
    );
  });
});

describe('A letter', () => {
  const plan = planOf(`${ONE}\n份号: 12\n密级: 秘密\n抄送: [县委办公室]\n印发机关: 某办公室\n版式: 信函`);

  it('has the issuer’s name alone as its mark, 30 mm below the top of the page', () => {
    const mark = plan.sections[0]?.letterMark;
    assert.equal(textOf(mark), '云溪县教育局');
    const size = mark?.lines[0]?.[0]?.size ?? 0;
    assert.equal(mark?.before, Math.round(1701 - 2.2 * size));
    assert.deepEqual(ofRole(plan, 'issuer-mark'), []);
  });

  it('has its marks left and its number right on the first of their lines, without a red line', () => {
    const [number] = ofRole(plan, 'document-number');
    assert.equal(textOf(number), '000012\t云教发〔2026〕3号');
    assert.deepEqual(number?.tabs, [{ align: 'right', at: 8845 }]);
    assert.equal(number?.redRule, false);
    assert.equal(textOf(ofRole(plan, 'secrecy')[0]), '秘密');
  });

  it('has an imprint of 抄送 alone, without rules', () => {
    const imprint = blocksOf(plan).at(-1);
    assert.equal(imprint?.kind === 'imprint' && imprint.ruled, false);
  });
});

describe('Minutes', () => {
  const plan = planOf(`${ONE}\n出席: [张三, 李四]\n列席: 王五\n版式: {格式: 纪要}`);

  it('are the plan below their mark, without addressees, signature and date', () => {
    assert.equal(textOf(ofRole(plan, 'issuer-mark')[0]), '云溪县教育局纪要');
    assert.deepEqual(ofRole(plan, 'title').map(textOf), ['云溪县2026年教育工作要点']);
    for (const role of ['addressees', 'signature', 'date'] as const) assert.deepEqual(ofRole(plan, role), []);
    assert.equal(paginate(plan).length, 1);
  });

  it('end with who was there', () => {
    const attendance = ofRole(plan, 'attendance');
    assert.deepEqual(attendance.map(textOf), ['出席：张三、李四', '列席：王五']);
    assert.deepEqual(attendance[0]?.indent, { left: 1580, right: 0, firstLine: -948 });
    assert.deepEqual(
      attendance[0]?.lines[0]?.map(({ face }) => face),
      ['黑体', '仿宋'],
    );
  });
});

describe('The imprint', () => {
  it('goes to the back of a sheet where the profile says so and the text ends on a front', () => {
    const source = `${ONE}\n印发机关: 云溪县教育局办公室\n印发日期: 2026年3月6日`;
    const parities = new Set<number>();
    for (let tasks = 12; tasks < 30; tasks += 3) {
      const body = `${BODY}${'（二）办好学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n'.repeat(tasks)}`;
      parities.add(paginate(planOf(source, body)).length % 2);
      const even = paginate(planOf(`${source}\n版式: {版记页: 双数页}`, body));
      assert.equal(even.length % 2, 0);
      assert.equal(even.at(-1)?.blocks.at(-1)?.kind, 'imprint');
    }
    assert.deepEqual([...parities].sort(), [0, 1], 'texts that end on fronts and on backs');
  });
});

describe('The imprint of a document printed on both sides', () => {
  const TASK = '（二）办好学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n';
  const placesOf = (layout: string): (readonly [page: number, left: number | undefined])[] =>
    [3, 12, 15, 21, 30].map((tasks) => {
      const plan = planOf(`${ONE}\n印发机关: 云溪县教育局办公室\n${layout}`, BODY + TASK.repeat(tasks));
      const imprint = blocksOf(plan).find((block) => block.kind === 'imprint');
      return [paginate(plan).length, imprint?.left];
    });

  it('begins 28 mm from the left edge of a front, 26 mm from that of a back', () => {
    const places = placesOf('');
    for (const [page, left] of places) assert.equal(left, page % 2 === 1 ? 1587 : 1474, `page ${page}`);
    assert.deepEqual(new Set(places.map(([, left]) => left)), new Set([1587, 1474]));
  });

  it('begins where every page does if one side alone is printed', () => {
    assert.deepEqual(new Set(placesOf('版式: {印刷: 单面}').map(([, left]) => left)), new Set([1587]));
  });
});

describe('The imprint on the back of a sheet', () => {
  const source = `${ONE}\n印发机关: 云溪县教育局办公室\n版式: {版记页: 双数页}`;
  const WIDE =
    '\n附件\n\n任务表\n\n| 序号 | 名称 | 目标 | 责任单位 | 完成时限 | 备注 |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 甲 | 乙 | 丙 | 丁 | 戊 |\n';

  it('comes after a turned page too, behind an empty page where need be, which bears no number then', () => {
    const seen = new Set<boolean>();
    for (const tasks of [3, 12, 20, 30, 40]) {
      const body = `${BODY}${'（二）办好学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n'.repeat(tasks)}${WIDE}`;
      const pages = paginate(planOf(source, body));
      assert.equal(pages.length % 2, 0);
      assert.equal(pages.at(-1)?.blocks.at(-1)?.kind, 'imprint');
      const isApart = pages.at(-2)?.orientation === 'portrait';
      seen.add(isApart);
      assert.deepEqual(
        pages.slice(-2).map(({ unnumbered }) => unnumbered),
        isApart ? [true, true] : [false, false],
      );
      assert.ok(pages.slice(0, -2).every(({ unnumbered }) => !unnumbered));
    }
    assert.deepEqual([...seen].sort(), [false, true], 'with an empty page and without');
  });

  it('comes after a full page in the same way', () => {
    for (let tasks = 12; tasks < 40; tasks++) {
      const body = `${BODY}${'（二）办好学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n'.repeat(tasks)}`;
      assert.equal(paginate(planOf(source, body)).length % 2, 0, `${tasks} tasks`);
    }
  });
});

describe('主送机关', () => {
  const units = (count: number): string =>
    Array.from({ length: count }, (_, i) => `云溪县第${i + 1}中心小学`).join('、');
  const noticeTo = (count: number, more = ''): DocumentPlan =>
    planOf(`${ONE}${more}`.replace('主送: 各学校', `主送: ${units(count)}`));
  const imprintOf = (plan: DocumentPlan): ImprintPlan | undefined =>
    blocksOf(plan).find((block): block is ImprintPlan => block.kind === 'imprint');
  const showsText = (plan: DocumentPlan): boolean | undefined =>
    paginate(plan)[0]?.blocks.some((block) => block.kind === 'lines' && block.paragraph.role === 'body');

  it('stand in the imprint, above 抄送, where they are too many for the first page to show some of the text', () => {
    const plan = noticeTo(60, '\n抄送: [县委办公室]');
    assert.deepEqual(ofRole(plan, 'addressees'), []);
    assert.deepEqual([imprintOf(plan)?.addressees, imprintOf(plan)?.copies], [units(60), '县委办公室']);
    assert.equal(showsText(plan), true);
  });

  it('stand there alone where nothing else is in the imprint', () => {
    assert.equal(imprintOf(noticeTo(60))?.addressees, units(60));
  });

  it('stay below the title as long as the first page shows some of the text', () => {
    const longest = Array.from({ length: 60 }, (_, i) => noticeTo(i + 1)).findLastIndex(
      (plan) => ofRole(plan, 'addressees').length === 1,
    );
    assert.ok(longest > 15, `${longest + 1} addressees stay`);
    for (let count = 1; count <= longest + 1; count += 5) {
      const plan = noticeTo(count);
      assert.equal(textOf(ofRole(plan, 'addressees')[0]), `${units(count)}：`);
      assert.equal(imprintOf(plan), undefined);
      assert.equal(showsText(plan), true);
    }
  });

  it('stay below the title where the layout leaves the imprint out', () => {
    assert.equal(ofRole(noticeTo(60, '\n版式: {版记: 否}'), 'addressees').length, 1);
  });
});

describe('The composed title of a notice', () => {
  it('names the plan in 《》, or without them where the layout says so', () => {
    const titleOf = (more: string): string =>
      textOf(ofRole(planOf(`${ONE}${more}`), 'title')[0]).replaceAll('／', '');
    assert.equal(titleOf(''), '云溪县教育局关于印发《云溪县2026年教育工作要点》的通知');
    assert.equal(titleOf('\n版式: {书名号: 否}'), '云溪县教育局关于印发云溪县2026年教育工作要点的通知');
    assert.equal(titleOf('\n版式: {书名号: 否}\n通知标题: 关于印发《要点》的通知'), '关于印发《要点》的通知');
  });
});

describe('责任分解表 as an attachment', () => {
  const TASK =
    '\n# 云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）扩学位。新增学位600个。（县教育局牵头，8月底前完成）\n';
  const OWN = '\n附件\n\n名单\n\n一、甲\n';
  const withDivision = (body: string): DocumentPlan => planOf(`${ONE}\n版式: {责任分解表: 是}`, body);
  const labelsOf = (plan: DocumentPlan): string[] => ofRole(plan, 'attachment-label').map(textOf);
  const listOf = (plan: DocumentPlan): string[] => ofRole(plan, 'attachment-list').map(textOf);
  const TITLE = '云溪县2026年教育工作要点责任分解表';

  it('is listed and follows on a turned page of its own', () => {
    const plan = withDivision(TASK);
    assert.deepEqual(listOf(plan), [`附件：${TITLE}`]);
    assert.deepEqual(labelsOf(plan), ['附件']);
    assert.equal(textOf(ofRole(plan, 'attachment-title')[0]).replaceAll('／', ''), TITLE);
    assert.deepEqual(
      plan.sections.map(({ orientation }) => orientation),
      ['portrait', 'landscape'],
    );
    const table = blocksOf(plan).at(-1);
    assert.ok(table?.kind === 'table');
    assert.deepEqual(
      table.rows.map((row) => row.map(({ text }) => text)),
      [['1', '扩学位', '新增学位600个', '县教育局', '', '8月底前']],
    );
  });

  it('comes after the draft’s own attachment, which then bears a number too', () => {
    for (const list of ['\n附件：名单\n', '']) {
      const plan = withDivision(TASK + list + OWN);
      assert.deepEqual(listOf(plan), ['附件：1.\t名单', `2.\t${TITLE}`]);
      assert.deepEqual(labelsOf(plan), ['附件1', '附件2']);
    }
  });

  it('is left out unless the layout asks for it, where there is no task, and where the draft has one', () => {
    assert.deepEqual(labelsOf(planOf(ONE, TASK + OWN)), ['附件']);
    assert.deepEqual(labelsOf(withDivision('\n# 云溪县2026年教育工作要点\n\n办好学校。\n')), []);
    assert.deepEqual(labelsOf(withDivision(TASK + OWN.replace('名单', '2026年教育工作责任分解表'))), [
      '附件',
    ]);
  });
});

describe('A plan without a notice', () => {
  it('is signed and dated itself', () => {
    const plan = planOf('发文机关: 云溪县教育局\n署名: 云溪县教育局\n成文日期: 2026年3月5日');
    assert.deepEqual(ofRole(plan, 'signature').map(textOf), ['云溪县教育局']);
    assert.deepEqual(ofRole(plan, 'date').map(textOf), ['2026年3月5日']);
  });
});
