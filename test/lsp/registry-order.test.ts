import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver';
import { root, startServer } from '../support/lsp-client';

const DRAFT = `# 云溪县2026年教育工作要点

一、重点任务

（一）增加学位。〔责任单位：县教育局〕
`;
const registry = (duty: string): string => `单位:\n  - 全称: 县教育局\n    职责: ${duty}\n`;

describe('The order of registries', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), '名录-'));
    for (const name of ['甲', '乙', '丙'])
      await writeFile(path.join(folder, `${name}.yaml`), registry(`${name}所载职责`));
  });
  after(() => rm(folder, { recursive: true }));

  /** What the editor shows over 县教育局. */
  async function unitShown(settings: readonly string[], draft: string): Promise<string> {
    const configuration = { yaodian: { 单位名录: settings } };
    const server = await startServer({ workspace: folder, configuration });
    try {
      const uri = server.open(pathToFileURL(path.join(folder, '稿.要点.md')).href, draft);
      await server.diagnostics(uri);
      const line = draft.split('\n').findIndex((text) => text.includes('县教育局'));
      const position = { line, character: (draft.split('\n')[line] ?? '').indexOf('教育局') };
      const hover = await server.request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position,
      });
      return JSON.stringify(hover?.contents);
    } finally {
      await server.stop();
    }
  }

  it('is that of the setting: of two files that name one unit the earlier counts', async () => {
    assert.match(await unitShown(['甲.yaml', '乙.yaml'], DRAFT), /甲所载职责/);
    assert.match(await unitShown(['乙.yaml', '甲.yaml'], DRAFT), /乙所载职责/);
  });

  it('has what the draft names before the setting', async () => {
    const own = `---\n文种: 工作要点\n单位名录: 丙.yaml\n---\n\n${DRAFT}`;
    assert.match(await unitShown(['甲.yaml'], own), /丙所载职责/);
  });

  it('is told so by the help of the setting, in both languages', async () => {
    const help = async (file: string): Promise<string> =>
      (JSON.parse(await readFile(path.join(root, file), 'utf8')) as Record<string, string>)[
        'configuration.registries'
      ] ?? '';
    assert.match(await help('package.nls.json'), /前面的优先/);
    assert.match(await help('package.nls.en.json'), /the earlier file counts/);
  });
});
