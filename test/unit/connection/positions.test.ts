import assert from 'node:assert/strict';
import { LineTable } from '../../../server/src/dialect/lines';
import {
  negotiateEncoding,
  Positions,
  type PositionEncoding,
} from '../../../server/src/connection/positions';

function positions(text: string, encoding?: PositionEncoding): Positions {
  return new Positions(text, LineTable.of(text), encoding);
}

describe('Positions', () => {
  it('count UTF-16 units in lines that end with LF, CRLF or CR', () => {
    const at = positions('甲\r\n乙丙\r丁\n');
    assert.deepEqual(at.positionAt(3), { line: 1, character: 0 });
    assert.deepEqual(at.positionAt(5), { line: 1, character: 2 });
    assert.deepEqual(at.positionAt(6), { line: 2, character: 0 });
    assert.deepEqual(at.positionAt(8), { line: 3, character: 0 });
  });

  it('count a character outside the basic plane as two, one or four units', () => {
    const text = '一𠮷二';
    assert.deepEqual(positions(text).positionAt(3), { line: 0, character: 3 });
    assert.deepEqual(positions(text, 'utf-32').positionAt(3), { line: 0, character: 2 });
    assert.deepEqual(positions(text, 'utf-8').positionAt(3), { line: 0, character: 7 });
  });

  it('count a byte order mark that is in the text', () => {
    assert.deepEqual(positions('\uFEFF一').positionAt(1), { line: 0, character: 1 });
  });

  it('put a position behind a line at its end, one behind the text at the end of the text', () => {
    const at = positions('甲乙\r\n丙');
    assert.equal(at.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(at.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(at.offsetAt({ line: -1, character: 0 }), 0);
  });

  it('go there and back in every encoding', () => {
    const text = '\uFEFF要点𠮷é\r\n\n（一）a𝟙b';
    for (const encoding of ['utf-16', 'utf-8', 'utf-32'] as const) {
      const at = positions(text, encoding);
      for (let offset = 0; offset <= text.length; offset++) {
        const inside = /[\uDC00-\uDFFF]/.test(text.charAt(offset)) || text.charAt(offset) === '\n';
        if (inside) continue;
        assert.equal(at.offsetAt(at.positionAt(offset)), offset, `${encoding} ${offset}`);
        const range = { start: offset, end: offset };
        assert.ok(at.isAt(at.rangeOf(range), range), `${encoding} ${offset}`);
        assert.ok(!at.isAt(at.rangeOf({ start: 0, end: 1 }), { start: offset, end: offset + 2 }));
      }
    }
  });

  it('are in UTF-16 with every client that speaks it', () => {
    assert.equal(negotiateEncoding(undefined), 'utf-16');
    assert.equal(negotiateEncoding(['utf-8', 'utf-16']), 'utf-16');
    assert.equal(negotiateEncoding(['utf-8', 'utf-32']), 'utf-8');
    assert.equal(negotiateEncoding(['utf-32']), 'utf-32');
    assert.equal(negotiateEncoding(['ebcdic']), 'utf-16');
  });
});
