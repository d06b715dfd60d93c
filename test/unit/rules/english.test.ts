import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { speak, t, type Language } from '../../../server/src/localise';
import { allRules } from '../../../server/src/rules/index';
import type { Diagnostic } from '../../../server/src/rules/rule';
import { checkText } from '../../support/check-text';
import { readMarkedText } from '../../support/marked-text';
import { chineseOutsideQuotes } from '../../support/wording';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/rules');

describe('Rules in English', () => {
  after(() => speak('zh'));

  for (const { id, summary, options = {} } of allRules) {
    it(`say the same of the fixtures of ${id} as in Chinese`, async () => {
      const texts = fixturesOf(id);
      const chinese = await checkIn('zh', texts);
      const english = await checkIn('en', texts);
      assert.deepEqual(english.map(withoutWords), chinese.map(withoutWords));
      for (const words of [summary, ...Object.values(options).map(({ description }) => description)])
        assert.equal(chineseOutsideQuotes(t(words)), '', words);
      for (const finding of english) for (const text of wordsOf(finding)) assertEnglish(text);
    });
  }
});

function fixturesOf(id: string): string[] {
  const folder = path.join(fixtures, id);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.map((file) => readMarkedText(readFileSync(path.join(folder, file), 'utf8')).text);
}

async function checkIn(language: Language, texts: readonly string[]): Promise<Diagnostic[]> {
  await speak(language);
  return texts.flatMap((text) => checkText(text));
}

/** Where a finding is and what its repairs do: what must not depend on the language. */
function withoutWords({ rule, level, range, places, related = [], fixes = [] }: Diagnostic): unknown {
  return {
    rule,
    level,
    range,
    places,
    related: related.map((place) => [place.uri, place.range]),
    fixes: fixes.map(({ edits, safe, cursor }) => ({ edits, safe, cursor })),
  };
}

/** Related places of other drafts may be named by their own words alone. */
function wordsOf({ message, related = [], fixes = [] }: Diagnostic): string[] {
  const own = related.filter(({ uri }) => uri === undefined).map((place) => place.message);
  return [message, ...fixes.map(({ title }) => title), ...own];
}

/** Tells what was not translated by the message it stands in. */
function assertEnglish(text: string): void {
  assert.match(text, /[A-Za-z]{2}/, text);
  assert.equal(chineseOutsideQuotes(text), '', text);
}
