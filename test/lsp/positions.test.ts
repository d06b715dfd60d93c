import assert from 'node:assert/strict';
import { startServer } from '../support/lsp-client';

const BODY = [
  '云溪县2026年教育工作要点',
  '',
  '一、重点任务',
  '（一）增加𠮷学位𝟙。',
  '𠮷（三）规范收费。',
  '（三）做好督导。',
  '',
];

describe('Positions on the wire', () => {
  for (const [name, text] of [
    ['LF', BODY.join('\n')],
    ['CRLF', BODY.join('\r\n')],
    ['CR', BODY.join('\r')],
  ] as const) {
    it(`are right with ${name} line ends and characters outside the basic plane`, async () => {
      const server = await startServer();
      try {
        const uri = server.open('位.要点.md', text);
        const { diagnostics } = await server.diagnostics(uri);
        const gap = diagnostics.find(({ code }) => code === 'numbering/gap');
        assert.deepEqual(gap?.range, { start: { line: 5, character: 0 }, end: { line: 5, character: 3 } });
        // An edit behind 𠮷 (two units): the item becomes what it was meant to be.
        server.change(uri, {
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } },
          text: '（二',
        });
        const mended = await server.diagnostics(uri);
        assert.deepEqual(
          mended.diagnostics.filter(({ code }) => String(code).startsWith('numbering/')),
          [],
        );
      } finally {
        await server.stop();
      }
    });
  }

  it('are in UTF-8 or UTF-32 for a client that does not speak UTF-16', async () => {
    for (const [encoding, width] of [
      ['utf-8', 4 + 3],
      ['utf-32', 2],
    ] as const) {
      const server = await startServer({ capabilities: { general: { positionEncodings: [encoding] } } });
      try {
        assert.equal(server.initialized.capabilities.positionEncoding, encoding);
        const uri = server.open(
          '位.要点.md',
          '云溪县2026年教育工作要点\n\n（一）增加学位。\n𠮷x（三）规范收费。\n',
        );
        const unit = encoding === 'utf-8' ? 4 + 1 : 2;
        server.change(uri, {
          range: { start: { line: 3, character: 0 }, end: { line: 3, character: unit } },
          text: '',
        });
        const { diagnostics } = await server.diagnostics(uri);
        const gap = diagnostics.find(({ code }) => code === 'numbering/gap');
        const end = encoding === 'utf-8' ? 9 : 3;
        assert.deepEqual(
          gap?.range,
          { start: { line: 3, character: 0 }, end: { line: 3, character: end } },
          String(width),
        );
      } finally {
        await server.stop();
      }
    }
  });

  it('count a byte order mark that the client leaves in the text', async () => {
    const server = await startServer();
    try {
      const uri = server.open('位.要点.md', '\uFEFF一、重点任务\n三、保障措施\n');
      const { diagnostics } = await server.diagnostics(uri);
      const gap = diagnostics.find(({ code }) => code === 'numbering/gap');
      assert.deepEqual(gap?.range.start, { line: 1, character: 0 });
      assert.deepEqual(gap?.relatedInformation?.[0]?.location.range.start, { line: 0, character: 1 });
    } finally {
      await server.stop();
    }
  });
});
