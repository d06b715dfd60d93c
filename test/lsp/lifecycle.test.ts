import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root, startServer } from '../support/lsp-client';

const SERVER = path.join(root, 'dist/server.cjs');
const GAP = '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。\n';

describe('The life of the server', () => {
  it('ends with 0 after shutdown and exit', async () => {
    const server = await startServer();
    assert.equal(await server.stop(), 0);
    assert.equal(server.stderr, '');
  });

  it('ends with 1 when told to exit without shutdown', async () => {
    const server = await startServer();
    const code = exitOf(server.process);
    await server.notify('exit');
    assert.equal(await code, 1);
  });

  it('ends when its input ends', async () => {
    const server = await startServer();
    const code = exitOf(server.process);
    server.process.stdin?.end();
    assert.notEqual(await code, undefined);
  });

  it('ends when the process that started it is gone', async function () {
    this.timeout(20_000);
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const child = spawn(process.execPath, [SERVER, '--stdio']);
    const code = exitOf(child);
    send(child, {
      id: 1,
      method: 'initialize',
      params: { processId: parent.pid, rootUri: null, capabilities: {} },
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    parent.kill('SIGKILL');
    assert.notEqual(await code, undefined);
  });

  it('refuses requests before initialize and after shutdown', async () => {
    const child = spawn(process.execPath, [SERVER, '--stdio']);
    try {
      const params = { textDocument: { uri: 'file:///a.要点.md' } };
      send(child, { id: 1, method: 'textDocument/documentSymbol', params });
      assert.equal((await answer(child)).error?.code, -32002);
      send(child, {
        id: 2,
        method: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {} },
      });
      await answer(child);
      send(child, { id: 3, method: 'shutdown' });
      await answer(child);
      send(child, { id: 4, method: 'textDocument/documentSymbol', params });
      assert.equal((await answer(child)).error?.code, -32600);
    } finally {
      child.kill();
    }
  });

  it('lives on after requests and notifications that make no sense', async () => {
    const server = await startServer();
    try {
      const uri = server.open('稿.要点.md', GAP);
      for (const params of [
        {},
        { textDocument: {} },
        { textDocument: { uri: 7 } },
        { textDocument: { uri } },
      ]) {
        for (const method of [
          'textDocument/hover',
          'textDocument/codeAction',
          'textDocument/selectionRange',
        ]) {
          await server.request(method, params).catch(() => undefined);
        }
      }
      await assert.rejects(server.request('textDocument/nichts', {}), /Unhandled method/);
      await server.notify('textDocument/didChange', {
        textDocument: { uri: 'file:///nie', version: 3 },
        contentChanges: [],
      });
      await server.notify('textDocument/didClose', { textDocument: { uri: 'file:///nie' } });
      await server.notify('workspace/didChangeWatchedFiles', {});
      await server.notify('textDocument/didOpen', {});
      server.change(uri, {
        range: { start: { line: 90, character: 9 }, end: { line: 99, character: 9 } },
        text: '（四）做好督导。\n',
      });
      assert.equal((await server.diagnostics(uri)).version, 2);
    } finally {
      assert.equal(await server.stop(), 0);
    }
  });

  it('is the same behind yaodian lsp --stdio', async () => {
    const server = await startServer({ command: [path.join(root, 'dist/cli.js'), 'lsp', '--stdio'] });
    const uri = server.open('稿.要点.md', GAP);
    const { diagnostics } = await server.diagnostics(uri);
    assert.ok(diagnostics.some(({ code }) => code === 'numbering/gap'));
    assert.equal(await server.stop(), 0);
  });

  it('speaks over IPC', async () => {
    const child = spawn(process.execPath, [SERVER, '--node-ipc'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const code = exitOf(child);
    const reply = new Promise<{ result?: { serverInfo?: { name: string } } }>((resolve) => {
      child.on(
        'message',
        (message: { id?: number; result?: object }) => message.id === 1 && resolve(message),
      );
    });
    const params = { processId: null, rootUri: null, capabilities: {} };
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    assert.equal((await reply).result?.serverInfo?.name, 'yaodian');
    child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    child.send({ jsonrpc: '2.0', method: 'exit' });
    assert.equal(await code, 0);
  });
});

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

function send(child: ChildProcess, message: object): void {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** The next answer; notifications are passed over. */
async function answer(child: ChildProcess): Promise<{ error?: { code: number } }> {
  for (;;) {
    const text = await new Promise<string>((resolve) =>
      child.stdout?.once('data', (data) => resolve(String(data))),
    );
    for (const part of text.split(/Content-Length: \d+\r\n\r\n/)) {
      const message = part ? JSON.parse(part) : {};
      if ('id' in message && !('method' in message)) return message;
    }
  }
}
