import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';
import type { CodeAction } from 'vscode-languageserver';
import { PLACE_CURSOR_COMMAND } from '../../server/src/protocol';

const GAP =
  '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。结合第（三）项推进。\n（五）做好督导。\n';
const AT_GAP = { start: { line: 4, character: 1 }, end: { line: 4, character: 1 } };

describe('textDocument/codeAction', () => {
  let server: TestServer;
  before(
    async () => (server = await startServer({ initializationOptions: { commands: [PLACE_CURSOR_COMMAND] } })),
  );
  after(() => server.stop());

  const ask = (uri: string, context: object = {}) =>
    server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: AT_GAP,
      context: { diagnostics: [], ...context },
    });

  it('offers the repair with the finding it answers, for this version of the document', async () => {
    const uri = server.open('修.要点.md', GAP);
    const fix = (await ask(uri)).find(({ diagnostics }) => diagnostics?.[0]?.code === 'numbering/gap');
    const change = fix?.edit?.documentChanges?.[0] as { textDocument: unknown; edits: { newText: string }[] };
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    assert.ok(change.edits.some(({ newText }) => newText.includes('二')));
  });

  it('offers to ignore, with the placeholder selected by the client', async () => {
    const uri = server.open('忽略.要点.md', GAP);
    const ignore = (await ask(uri)).find(({ title }) => title.startsWith('忽略此处'));
    assert.equal(ignore?.command?.command, PLACE_CURSOR_COMMAND);
    const start = '<!-- 要点：忽略 numbering/gap '.length;
    assert.deepEqual(ignore.command.arguments, [
      uri,
      { start: { line: 4, character: start }, end: { line: 4, character: start + 6 } },
    ]);
  });

  it('keeps to the kinds that are asked for', async () => {
    const uri = server.open('种类.要点.md', GAP);
    const kinds = async (...only: string[]) =>
      [...new Set((await ask(uri, { only })).map(({ kind }) => kind))].sort();
    assert.deepEqual(await kinds('quickfix'), ['quickfix']);
    assert.deepEqual(await kinds('source'), ['source.fixAll.yaodian', 'source.renumber.yaodian']);
    assert.deepEqual(await kinds('source.fixAll'), ['source.fixAll.yaodian']);
    assert.deepEqual(await kinds('refactor'), []);
  });

  it('does not try all repairs when the editor asks by itself', async () => {
    const uri = server.open('自动.要点.md', GAP);
    const actions = await ask(uri, { triggerKind: 2 });
    assert.ok(actions.length > 0);
    assert.ok(actions.every(({ kind }) => kind === 'quickfix'));
  });

  it('gives a plain client plain edits, without versions and commands', async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    const plain = await startServer({ capabilities: { textDocument: { codeAction } } });
    try {
      const uri = plain.open('素.要点.md', GAP);
      const actions = await plain.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: AT_GAP,
        context: { diagnostics: [] },
      });
      assert.ok(actions.length > 0);
      for (const { edit, command } of actions) {
        assert.deepEqual(Object.keys(edit?.changes ?? {}), [uri]);
        assert.equal(command, undefined);
      }
    } finally {
      await plain.stop();
    }
  });
});
