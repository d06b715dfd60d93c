import assert from 'node:assert/strict';
import { LineTable } from '../../server/src/dialect/lines';
import { checkText } from '../support/check-text';
import { describeCorpus } from '../support/corpus';

interface Defect {
  readonly line: number;
}

describeCorpus('Numbering of the published documents', (documents) => {
  for (const { name, text, gold } of documents) {
    it(`has exactly the defects a reader finds in ${name}`, () => {
      const lines = LineTable.of(text);
      const found = checkText(text)
        .filter(({ rule }) => /^numbering\/|row-number/.test(rule))
        .map(({ range }) => lines.lineAt(firstInk(text, range.start)));
      const tables = (gold['tables'] ?? []) as readonly { readonly numberingDefects?: readonly Defect[] }[];
      const defects = [
        ...(gold['numberingDefects'] as readonly Defect[]),
        ...tables.flatMap(({ numberingDefects = [] }) => numberingDefects),
      ];
      assert.deepEqual(
        found.sort(byNumber),
        defects.map(({ line }) => line).sort(byNumber),
        'one finding a defect, and none without',
      );
    });
  }
});

function firstInk(text: string, offset: number): number {
  return offset + (/^\s*/.exec(text.slice(offset))?.[0].length ?? 0);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
