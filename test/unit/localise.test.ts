import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import english from '../../l10n/server.en.json';
import { inChinese, languageOf, list, speak, spokenLanguage, t } from '../../server/src/localise';
import { chineseOutsideQuotes, placeholders } from '../support/wording';

const folder = path.resolve(import.meta.dirname, '../../server/src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');

describe('Messages of the server', () => {
  afterEach(() => speak('zh'));

  it('are translated with the same placeholders', () => {
    for (const [message, translation] of Object.entries(english))
      assert.deepEqual(placeholders(translation), placeholders(message), message);
  });

  it('are in English without Chinese, but for what is quoted or glossed', () => {
    for (const [message, translation] of Object.entries(english))
      assert.equal(chineseOutsideQuotes(translation), '', message);
  });

  it('are all in use', () => {
    const written = (message: string): string => `'${message.replaceAll('\n', '\\n')}'`;
    const unused = Object.keys(english).filter((message) => !sources.includes(written(message)));
    assert.deepEqual(unused, []);
  });

  it('are Chinese unless another language is asked for, and filled in either way', async () => {
    assert.equal(t('改为“{0}”', '（一）'), '改为“（一）”');
    await speak('en');
    assert.equal(t('改为“{0}”', '（一）'), 'Change to “（一）”');
    assert.equal(spokenLanguage(), 'en');
    assert.equal(inChinese('改为“{0}”', '（一）'), '改为“（一）”');
    assert.equal(list(['甲', '乙']), '甲, 乙');
    await speak('zh');
    assert.equal(list(['甲', '乙']), '甲、乙');
  });

  it('leave values alone that look like placeholders', () => {
    assert.equal(t('“{0}”与“{1}”之间缺少顿号', '{1}', '$&'), '“{1}”与“$&”之间缺少顿号');
  });

  it('are Chinese for every Chinese locale and for clients that name none, and else English', () => {
    for (const locale of ['zh-cn', 'zh-CN', 'zh-tw', 'zh', 'zh-Hans', undefined])
      assert.equal(languageOf(locale), 'zh', locale);
    for (const locale of ['en', 'en-US', 'de', 'ja', 'zha']) assert.equal(languageOf(locale), 'en', locale);
  });
});
