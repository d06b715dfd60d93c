import assert from 'node:assert/strict';
import { decodeText, NotTextError } from '../../../server/src/importers/decode-text';
import { encodeText } from '../../../server/src/importers/encode-text';

const plan = '2026年工作要点\r\n一、总体思路\r\n（一）建设“口袋公园”3处，𠮷巷试点。\r\n';

describe('decodeText', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
    for (const hasMark of [false, true]) {
      it(`reads ${encoding} ${hasMark ? 'with' : 'without'} a byte order mark`, () => {
        const decoded = decodeText(encodeText(plan, encoding, hasMark));
        assert.deepEqual(decoded, { text: plan, encoding, hasMark, problems: [] });
      });
    }
  }

  it('tells UTF-16 without any line end or digit from its characters', () => {
    const text = '各镇街道要认真执行本要点';
    assert.equal(decodeText(encodeText(text, 'utf-16le', false)).text, text);
    assert.equal(decodeText(encodeText(text, 'utf-16be', false)).text, text);
  });

  it('reads short GB18030 text whose bytes are few', () => {
    const bytes = Uint8Array.from([0xd2, 0xaa, 0xb5, 0xe3]);
    assert.equal(decodeText(bytes).text, '要点');
    assert.equal(decodeText(bytes).encoding, 'gb18030');
  });

  it('reads GB18030 bytes that are good UTF-8 by chance', () => {
    const bytes = encodeText('10.强', 'gb18030', false);
    assert.equal(new TextDecoder('utf-8', { fatal: true }).decode(bytes), '10.ǿ');
    assert.equal(decodeText(bytes).text, '10.强');
  });

  it('tells UTF-16 of letters and digits by the side the zeros are on', () => {
    assert.equal(decodeText(encodeText('2026', 'utf-16le', false)).text, '2026');
    assert.equal(decodeText(encodeText('2026', 'utf-16be', false)).text, '2026');
  });

  it('takes an empty file and plain ASCII for UTF-8', () => {
    assert.deepEqual(decodeText(new Uint8Array()), {
      text: '',
      encoding: 'utf-8',
      hasMark: false,
      problems: [],
    });
    assert.equal(decodeText(new TextEncoder().encode('a\n1. b\n')).encoding, 'utf-8');
  });

  it('keeps a second byte order mark and a replacement character that are part of the text', () => {
    const bytes = new TextEncoder().encode('\uFEFF\uFEFF一\uFFFD');
    const decoded = decodeText(bytes);
    assert.equal(decoded.text, '\uFEFF一\uFFFD');
    assert.deepEqual(decoded.problems, []);
  });

  it('locates a broken byte in UTF-8 instead of taking the file for GB18030', () => {
    const before = new TextEncoder().encode('一、总体思路\n（一）强化基层基础');
    const decoded = decodeText(Uint8Array.from([...before, 0xff, ...new TextEncoder().encode('。\n')]));
    assert.equal(decoded.encoding, 'utf-8');
    assert.equal(decoded.text, '一、总体思路\n（一）强化基层基础\uFFFD。\n');
    assert.equal(decoded.problems.length, 1);
    assert.equal(decoded.problems[0]?.byteOffset, before.length);
    assert.equal(decoded.text[decoded.problems[0]?.offset ?? -1], '\uFFFD');
    assert.match(decoded.problems[0]?.message ?? '', /0xFF.*UTF-8/u);
  });

  it('locates a broken byte in GB18030', () => {
    const good = encodeText('重点任务分工\n牵头单位', 'gb18030', false);
    const decoded = decodeText(Uint8Array.from([...good, 0xff, 0x0a, ...good]));
    assert.equal(decoded.encoding, 'gb18030');
    assert.deepEqual(
      decoded.problems.map(({ byteOffset }) => byteOffset),
      [good.length],
    );
    assert.equal(decoded.text[decoded.problems[0]?.offset ?? -1], '\uFFFD');
  });

  it('reports half a surrogate pair and an odd last byte in UTF-16', () => {
    const decoded = decodeText(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x42]));
    assert.deepEqual(
      decoded.problems.map(({ byteOffset }) => byteOffset),
      [2, 6],
    );
  });

  it('refuses archives, old Office files, PDF and other binaries', () => {
    const kinds = [
      [[0x50, 0x4b, 3, 4, 20, 0], 'zip'],
      [[0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'ole'],
      [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'pdf'],
      [[0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3], 'binary'],
    ] as const;
    for (const [bytes, looksLike] of kinds) {
      assert.throws(
        () => decodeText(Uint8Array.from(bytes)),
        (error) => error instanceof NotTextError && error.looksLike === looksLike,
      );
    }
  });
});

describe('encodeText', () => {
  it('writes every character of the basic plane in GB18030 so that it is read back', () => {
    let text = '';
    for (let code = 0x20; code < 0xffff; code++) {
      const isPrivate = code >= 0xd800 && code <= 0xf8ff;
      if (!isPrivate) text += String.fromCharCode(code);
    }
    text += '\u{10000}\u{20BB7}\u{10FFFF}';
    const bytes = encodeText(text, 'gb18030', false);
    const back = new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes);
    const read = [...back];
    const lost = [...text].filter((character, index) => read[index] !== character);
    assert.equal(back.length, text.length);
    assert.deepEqual(lost.slice(0, 5), []);
  }).timeout(20_000);
});
