import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { StreamMessageReader, type Message } from 'vscode-languageserver/node';
import { SAYING } from '../../../server/src/connection/saying';
import { WholeMessageWriter } from '../../../server/src/hosts/whole-messages';

/** What stands on the other side of a writer: the chunks as they were written, and the messages that were read. */
async function exchange(messages: readonly object[]): Promise<{ chunks: number; read: Message[] }> {
  const stream = new PassThrough();
  let chunks = 0;
  const read: Message[] = [];
  new StreamMessageReader(stream).listen((message) => void read.push(message));
  stream.on('data', () => chunks++);
  const writer = new WholeMessageWriter(stream);
  await Promise.all(messages.map((message) => writer.write(message as Message)));
  while (read.length < messages.length) await new Promise(setImmediate);
  return { chunks, read };
}

function publication(diagnostics: readonly object[], version?: number): object {
  const params = { uri: 'file:///要点.md', diagnostics, ...(version === undefined ? {} : { version }) };
  return { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params };
}

interface Sent {
  readonly params: { readonly diagnostics: readonly object[] };
}

/** Where a finding and what it is related to stand. */
function placed(line: number, character: number): object {
  const range = { start: { line, character }, end: { line, character: character + 2 } };
  const location = { uri: 'file:///要点.md', range };
  return { range, relatedInformation: [{ location, message: `“要”在第${line}行` }] };
}

describe('Whole messages', () => {
  const texts = fc.string({
    unit: fc.constantFrom('要', '𠮷', 'a', '"', '\\', '\n', '\ud800', '’'),
    maxLength: 9,
  });
  const findings = fc.array(fc.record({ message: texts, data: fc.option(fc.boolean(), { nil: undefined }) }));

  it('arrive as they were sent, findings once more too', async () => {
    await fc.assert(
      fc.asyncProperty(findings, texts, async (diagnostics, text) => {
        const sent = [
          publication(diagnostics, 1),
          { jsonrpc: '2.0', id: 7, result: [text] },
          publication([...diagnostics].reverse(), 2),
          publication([]),
        ];
        assert.deepEqual((await exchange(sent)).read, JSON.parse(JSON.stringify(sent)));
      }),
    );
  });

  it('are written in one piece each', async () => {
    const message = { jsonrpc: '2.0', id: 1, result: null };
    assert.equal((await exchange([message, publication([{ message: '重复' }], 1), message])).chunks, 3);
  });

  it('do not spell out anew what was sent before, in other places neither', async () => {
    let spelt = 0;
    const message = { toJSON: () => `第${++spelt}次` };
    const finding = { ...placed(1, 2), message, data: { fixable: true }, [SAYING]: {} };
    const moved = { ...finding, ...placed(3, 4) };
    const sent = [[finding], [finding], [moved], [finding]].map((findings) => publication(findings, 1));
    const { read } = await exchange(sent);
    assert.equal(spelt, 1);
    const [first, second, third, fourth] = read.map((one) => (one as unknown as Sent).params.diagnostics[0]);
    const wanted = { ...placed(1, 2), message: '第1次', data: { fixable: true } };
    assert.deepEqual([first, second, fourth], [wanted, wanted, wanted]);
    assert.deepEqual(third, { ...wanted, ...placed(3, 4) });
  });

  it('say so where one cannot be written', async () => {
    const writer = new WholeMessageWriter(new PassThrough());
    const told: unknown[] = [];
    writer.onError(([error, message, count]) => told.push([error.name, message, count]));
    const circular: { self?: object; jsonrpc: string } = { jsonrpc: '2.0' };
    circular.self = circular;
    await assert.rejects(writer.write(circular), TypeError);
    assert.deepEqual(told, [['TypeError', circular, 1]]);
  });
});
