import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineTable } from '../../../server/src/dialect/lines';

describe('The lines of a text', () => {
  it('end at LF, CRLF and CR', () => {
    const table = LineTable.of('甲\n乙\r\n\r丙');
    assert.deepEqual(
      [1, 2, 3, 4].map((line) => table.rangeOf(line)),
      [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
        { start: 5, end: 5 },
        { start: 6, end: 7 },
      ],
    );
    assert.equal(table.count, 4);
  });

  it('are after any change those of the changed text', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '\n', '\r', '\r\n'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(12), fc.nat(12), (before, inserted, from, length) => {
        const start = Math.min(from, before.length);
        const end = Math.min(start + length, before.length);
        const after = before.slice(0, start) + inserted + before.slice(end);
        const [made, read] = [
          LineTable.of(before).replaced(after, { start, end }, inserted),
          LineTable.of(after),
        ];
        const places = (table: LineTable) =>
          Array.from({ length: table.count }, (_, index) => table.rangeOf(index + 1));
        assert.deepEqual(places(made), places(read));
      }),
      { numRuns: 2000 },
    );
  });
});
