import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';

const textOf = (source: string): string[] => readDraft(source).notice.text.map(({ value }) => value);

const PLAN =
  '\n云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）增加学位。新增学位600个。（县教育局负责）\n';
const notice = (body: string): string =>
  `云溪县教育局关于印发2026年教育工作要点的通知\n云教发〔2026〕1号\n\n各学校：\n\n${body}\n\n附件：云溪县2026年教育工作要点\n\n云溪县教育局\n\n2026年2月1日\n${PLAN}`;

const issuing = '现将《云溪县2026年教育工作要点》印发给你们，请认真贯彻执行。';

describe('the text of a notice', () => {
  it('is every paragraph between the addressees and the list of attachments', () => {
    const demand = '请各学校于每季度末月25日前报送进展情况。';
    assert.deepEqual(textOf(notice(`${issuing}\n\n${demand}`)), [issuing, demand]);
  });

  it('is there too where it does not speak of issuing', () => {
    const sentence = '经县政府同意，现将2026年教育工作任务分解下达。';
    assert.deepEqual(textOf(notice(sentence)), [sentence]);
  });

  it('is what front matter says, a paragraph a line', () => {
    const frontMatter =
      '---\n文种: 工作要点\n印发语: |-\n  现印发给你们。\n  请按季度报送。\n---\n\n# 2026年工作要点\n';
    assert.deepEqual(textOf(frontMatter), ['现印发给你们。', '请按季度报送。']);
  });

  it('is nothing where a plan stands alone', () => {
    assert.deepEqual(textOf(PLAN), []);
  });
});

describe('the head and the end of a notice', () => {
  it('are told from a list of metadata, and from a date that stands there twice', () => {
    const page = notice(issuing)
      .replace('云教发〔2026〕1号\n', '  • 索引号：\n\n    SY0024\n\n  • 公开主体：\n\n    云溪县教育局\n')
      .replace('2026年2月1日\n', '2026年2月1日\n2026年2月1日\n');
    const { addressees, signature, date } = readDraft(page).notice;
    assert.equal(addressees?.value, '各学校');
    assert.equal(signature?.value, '云溪县教育局');
    assert.equal(date?.date, '2026-02-01');
  });

  it('are left alone where what is listed is no metadata', () => {
    const { addressees } = readDraft(notice(`• 请报送：\n\n${issuing}`)).notice;
    assert.equal(addressees?.value, '各学校');
  });
});
