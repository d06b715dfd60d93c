import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { paragraphTexts } from '../support/docx-text';
import { exportDraft } from './export-draft';
import { openSamples, outlineRow, pageBeside, patience, useOwnEditor, type Opened } from './support';

const TRUST_ASKED_LATER = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** The samples as a folder from somebody, not trusted, whose settings name a program of its own. */
function openUntrusted(): Promise<Opened> {
  return openSamples({
    settings: TRUST_ASKED_LATER,
    addFiles: async (folder) => {
      const program = path.join(folder, 'soffice');
      writeFileSync(program, `#!/bin/sh\ntouch '${path.join(folder, 'started')}'\n`);
      chmodSync(program, 0o755);
      mkdirSync(path.join(folder, '.vscode'));
      const settings = { 'yaodian.转换程序': program, 'yaodian.单位名录': ['别处.yaml'] };
      writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    },
  });
}

describe('a folder that is not trusted', function () {
  this.timeout(3 * patience);
  let editor: Editor;
  let folder: string;

  useOwnEditor(async (opened) => {
    ({ editor, folder } = opened);
    // The translations are older than the editor: some of its words are English.
    await editor.waitForText(/受限模式|Restricted Mode/, { within: '.statusbar' });
  }, openUntrusted);

  it('is checked and outlined, with its own registry', async () => {
    await editor.waitForProblems();
    await editor.waitForText(/完整 22 · 缺 3/, { within: '.statusbar' });
    await editor.runCommand('要点大纲');
    await outlineRow(editor, '三、深化重点领域整治').filter({ hasText: '9项 · 缺1项' }).waitFor();
  });

  it('is previewed', async () => {
    await editor.runCommand('预览公文版式');
    await pageBeside(editor).locator('.page', { hasText: '云溪府发〔2026〕3号' }).first().waitFor();
    await editor.text.click();
  });

  it('is exported as a Word file', async () => {
    const file = path.join(folder, '受限.docx');
    await exportDraft(editor, 'Word', file);
    await editor.waitForText('已导出 受限.docx', { timeout: patience });
    assert.ok(paragraphTexts(readFileSync(file)).includes('云溪府发〔2026〕3号'));
  });

  it('gets no PDF, and is told why; no program of its own is started', async () => {
    const file = path.join(folder, '受限.pdf');
    await exportDraft(editor, 'PDF', file);
    await editor.waitForText('这个文件夹未受信任，不启动别的程序，不能导出 PDF', {
      within: '.notifications-toasts',
      timeout: patience,
    });
    assert.deepEqual([existsSync(file), existsSync(path.join(folder, 'started'))], [false, false]);
  });
});
