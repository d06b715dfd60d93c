import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction } from 'vscode-languageserver';
import {
  FIX_RULE,
  FIX_RULE_COMMAND,
  FIXABLE_RULES,
  type FixableRule,
  type FixRuleResult,
} from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const MIXED =
  '云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）增加学位,提高质量,办好学校。\n\n（三）规范收费，，做好督导。\n';
const COMMA = '云溪县2026年交通工作要点\n\n一、重点任务\n\n（一）修路,养路,护路。\n';

describe('The repairs of one rule', () => {
  let folder: string;
  let server: TestServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    await writeFile(path.join(folder, '教育.要点.md'), MIXED);
    await writeFile(path.join(folder, '交通.要点.md'), COMMA);
    await writeFile(path.join(folder, '笔记.md'), '修路,养路,护路。\n');
    const commands = [FIX_RULE_COMMAND];
    server = await startServer({ workspace: folder, initializationOptions: { commands } });
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('are counted over all drafts, most first', async () => {
    const rules = await server.request<FixableRule[]>(FIXABLE_RULES, { places: [] });
    const commas = rules.find(({ rule }) => rule === 'text/half-width-punctuation');
    assert.equal(commas?.files, 2);
    assert.match(commas?.name ?? '', /半角/);
    assert.ok(rules.some(({ rule, files }) => rule === 'numbering/gap' && files === 1));
    assert.deepEqual(
      rules.map(({ count }) => count),
      rules.map(({ count }) => count).sort((a, b) => b - a),
    );
  });

  it('are edits of every draft that needs them, and of nothing else; nothing is written', async () => {
    const uri = server.open(uriOf('教育.要点.md'), MIXED);
    const { files, cancelled } = await server.request<FixRuleResult>(FIX_RULE, {
      rule: 'text/half-width-punctuation',
      places: [],
    });
    assert.equal(cancelled, false);
    assert.deepEqual(
      files.map((file) => [file.uri, file.version]).sort(),
      [
        [uri, 1],
        [uriOf('交通.要点.md'), null],
      ].sort(),
    );
    const changed = files.flatMap(({ edits }) => edits.map(({ newText }) => newText)).join('');
    assert.match(changed, /，/);
    assert.doesNotMatch(changed, /二/);
    assert.equal(await readFile(path.join(folder, '交通.要点.md'), 'utf8'), COMMA);
  });

  it('can be had of one file', async () => {
    const { files } = await server.request<FixRuleResult>(FIX_RULE, {
      rule: 'text/half-width-punctuation',
      places: [uriOf('交通.要点.md')],
    });
    assert.deepEqual(
      files.map(({ uri }) => uri),
      [uriOf('交通.要点.md')],
    );
  });

  it('are offered where the cursor is at such a finding, to a client that can show them', async () => {
    const uri = server.open(uriOf('灯泡.要点.md'), COMMA);
    const at = { line: 4, character: 5 };
    const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix.rule'] },
    });
    assert.deepEqual(
      actions.map(({ kind, command }) => [kind, command?.command, command?.arguments]),
      [['quickfix.rule.yaodian', FIX_RULE_COMMAND, ['text/half-width-punctuation', 'workspace']]],
    );
  });
});
