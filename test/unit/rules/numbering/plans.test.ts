import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markFindings } from '../../../support/check-text';
import { readMarkedText } from '../../../support/marked-text';

const folder = path.resolve(import.meta.dirname, '../../fixtures/plans');
const OF_NUMBERS = /^numbering\/|row-number|text\/marker-width|attachment-list/;

describe('Invented plans of several fields', () => {
  for (const file of readdirSync(folder)) {
    it(`have in ${file} the numbering findings that are marked and no others`, () => {
      const marked = readFileSync(path.join(folder, file), 'utf8');
      const { text } = readMarkedText(marked);
      assert.equal(
        markFindings(text, ({ rule }) => OF_NUMBERS.test(rule)),
        marked,
      );
    });
  }
});
