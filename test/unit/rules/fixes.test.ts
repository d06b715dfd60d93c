import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../../server/src/dialect/draft';
import { allRules } from '../../../server/src/rules/index';
import { repairDraft, safeFix } from '../../../server/src/rules/repair';
import { checkText } from '../../support/check-text';
import { readMarkedText } from '../../support/marked-text';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/rules');

function repair(text: string): string {
  return repairDraft(readDraft(text), (draft) => checkText(draft.text), readDraft).draft.text;
}

describe('Safe fixes', () => {
  for (const { id } of allRules) {
    const folder = path.join(fixtures, id);
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith('invalid')) : [];
    for (const file of files) {
      it(`leave nothing to fix in ${id}/${file}, and a second run changes nothing`, () => {
        const { text } = readMarkedText(readFileSync(path.join(folder, file), 'utf8'));
        const fixed = repair(text);
        assert.deepEqual(
          checkText(fixed).flatMap((diagnostic) => safeFix(diagnostic).map(({ title }) => title)),
          [],
        );
        assert.equal(repair(fixed), fixed);
      });
    }
  }

  const cases: [title: string, text: string, fixed: string][] = [
    [
      'renumber and write doubtful markers out',
      '一、甲\n\n（一）做好甲事。\n\n（三） 做好乙事。\n\n二、乙\n\n3、丙\n\n（四）做好丙事。与第（三）项任务衔接。\n',
      '一、甲\n\n（一）做好甲事。\n\n（二）做好乙事。\n\n二、乙\n\n三、丙\n\n（三）做好丙事。与第（二）项任务衔接。\n',
    ],
    [
      'repair markers, spaces and depths at once',
      '## 一、甲\n\n### （一）做好甲事\n\n###  （二）、做好乙事\n\n## （三）做好丙事\n\n## 二、乙\n\n### （一）做好丁事\n',
      '## 一、甲\n\n### （一）做好甲事\n\n###  （二）做好乙事\n\n### （三）做好丙事\n\n## 二、乙\n\n### （一）做好丁事\n',
    ],
    [
      'fill in lost row numbers without touching merged rows',
      '一、甲\n\n1．办好学前教育。\n\n附件1\n\n分解表\n\n| 序号 | 任务名称 | 目标 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 甲 | 1个 | 县教育局 |\n|  |  | 2个 | 县教育局 |\n|  | 乙 | 3个 | 县教育局 |\n| 4 | 丙 | 4个 | 县教育局 |\n',
      '一、甲\n\n1．办好学前教育。\n\n附件1\n\n分解表\n\n| 序号 | 任务名称 | 目标 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 甲 | 1个 | 县教育局 |\n|  |  | 2个 | 县教育局 |\n| 2 | 乙 | 3个 | 县教育局 |\n| 3 | 丙 | 4个 | 县教育局 |\n',
    ],
    [
      'take an ignore away with its line, or one rule out of it',
      '<!-- 要点：忽略 numbering/gap 原因 -->\n一、甲\n\n<!-- 要点：忽略全文 numbering/gap、numbering/duplicate 原因 -->\n\n三、乙\n',
      '一、甲\n\n<!-- 要点：忽略全文 numbering/gap 原因 -->\n\n三、乙\n',
    ],
    [
      'count on from a locked number',
      '一、甲\n\n（一）做好甲事。\n\n<!-- 要点：锁定编号 -->\n（五）做好乙事。\n\n（七）做好丙事。\n',
      '一、甲\n\n（一）做好甲事。\n\n<!-- 要点：锁定编号 -->\n（五）做好乙事。\n\n（六）做好丙事。\n',
    ],
    [
      'number tasks by section where the front matter says so',
      '---\n编号:\n  任务: 分节\n---\n\n一、甲\n\n1．做好甲事。\n\n2．做好乙事。\n\n二、乙\n\n3．做好丙事。\n\n4．做好丁事。\n',
      '---\n编号:\n  任务: 分节\n---\n\n一、甲\n\n1．做好甲事。\n\n2．做好乙事。\n\n二、乙\n\n1．做好丙事。\n\n2．做好丁事。\n',
    ],
  ];
  for (const [title, text, fixed] of cases) {
    it(title, () => assert.equal(repair(text), fixed));
  }
});
