import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/lsp-client';

/** Everything that is shipped and runs, by its path below dist/. */
const bundles = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.c?js$/.test(file))
  .map((file) => ({ file, code: readFileSync(path.join(root, 'dist', file), 'utf8') }))
  // Source maps are base64 in a comment.
  .map(({ file, code }) => ({ file, code: code.replace(/^\/\/# sourceMappingURL.*$/gm, '') }));

interface Exception {
  readonly found: RegExp;
  readonly because: string;
}

/** Places where a pattern stands, each with what surrounds it, those with a good reason left out. */
function places(pattern: RegExp, exceptions: readonly Exception[] = []): string[] {
  return bundles.flatMap(({ file, code }) =>
    [...code.matchAll(pattern)]
      .map(({ index, 0: { length } }) => code.slice(Math.max(0, index - 60), index + length + 60))
      .filter((place) => !exceptions.some(({ found }) => found.test(place)))
      .map((place) => `${file}: ${place}`),
  );
}

describe('What is shipped', () => {
  it('is there to be looked at', () => {
    const files = bundles.map(({ file }) => file.split(path.sep).join('/'));
    for (const file of ['cli.js', 'extension.cjs', 'server.cjs', 'web/server.js', 'web/extension.cjs.js'])
      assert.ok(files.includes(file), file);
    assert.ok(bundles.length > 20);
  });

  it('asks Node for no network', () => {
    const modules = 'https?|http2|net|tls|dgram|dns|inspector|cluster|undici';
    const asks = new RegExp(
      `(?:\\brequire|__require\\)|\\bimport)\\(["'](?:node:)?(?:${modules})(?:/\\w+)?["']\\)`,
      'g',
    );
    assert.deepEqual(
      places(asks, [
        {
          found: /net_1 = .*"net"/,
          because:
            'vscode-jsonrpc: a client may start the server with --pipe= or --socket=, and the server then connects to that client on the same machine',
        },
      ]),
      [],
    );
  });

  it('asks browsers for no network', () => {
    const asks =
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bWebTransport\b/g;
    assert.deepEqual(places(asks), []);
  });

  it('makes no code of text', () => {
    const makes = /\beval\(|\bnew Function\b|(?<![\w.])Function\(|setTimeout\(\s*["'`]|\bvm\.run/g;
    assert.deepEqual(
      places(makes, [
        {
          found: /Function\("return this"\)\(\)/,
          because: 'lodash, regenerator: the global object, constant text',
        },
        {
          found: /new Function\("" \+ \w+\)/,
          because: 'setimmediate: only for callbacks that are text; none is',
        },
        {
          found: /Function\("r", "regeneratorRuntime = r"\)/,
          because: 'regenerator: constant text, where globalThis cannot be written',
        },
      ]),
      [],
    );
  });

  it('names no address that it could send anything to', () => {
    assert.deepEqual(places(/telemetry(?:Key|Endpoint)|instrumentationKey|applicationinsights/gi), []);
  });
});
