import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { copyWorkspace, type Editor } from '../../scripts/lib/editor.mjs';
import { paragraphTexts } from '../support/docx-text';
import { exportDraft } from '../ui/export-draft';
import { openWindow, patience, sample, useOwnEditor, type Opened } from '../ui/support';
import { packaged } from './packaged';

/** A clean editor, with the package installed and nothing else, that reaches no network. */
async function openInstalled(): Promise<Opened> {
  const { packagePath } = await packaged();
  return openWindow(await copyWorkspace(), { open: sample, vsix: packagePath, network: false });
}

describe('The package, installed in a clean editor without a network', function () {
  this.timeout(4 * patience);
  let editor: Editor;
  let folder: string;

  useOwnEditor(async (opened) => {
    ({ editor, folder } = opened);
    await editor.waitForText(/任务 25/, { within: '.statusbar', timeout: patience });
  }, openInstalled);

  it('runs from where it was installed, and the server has no network', () => {
    console.log(`  the editor's server runs ${editor.server.noNetwork}`);
    assert.ok(editor.server.noNetwork);
    if (editor.server.noNetwork.includes('namespace')) {
      const network = (process: number | 'self'): string => readlinkSync(`/proc/${process}/ns/net`);
      assert.notEqual(network(editor.server.child.pid ?? 0), network('self'));
    }
    const [installed] = readdirSync(path.join(editor.server.dataDir, 'extensions')).filter((name) =>
      name.startsWith('yaodian.'),
    );
    assert.match(installed ?? '', /^yaodian\.yaodian-\d/);
  });

  it('finds in the sample what is wrong there', async () => {
    await editor.waitForProblems();
    await editor.waitForText(/完整 22 · 缺 3/, { within: '.statusbar' });
  });

  it('exports the sample as a Word file that has the document’s parts and text', async () => {
    const target = path.join(folder, '离线导出.docx');
    await exportDraft(editor, 'Word', target);
    await editor.waitForText('已导出 离线导出.docx', { timeout: patience });

    const docx = readFileSync(target);
    const parts = unzipSync(docx);
    assert.ok(parts['[Content_Types].xml'] && parts['word/styles.xml']);
    const texts = paragraphTexts(docx);
    assert.ok(texts.includes('云溪府发〔2026〕3号'), texts.slice(0, 8).join('|'));
    assert.ok(texts.some((text) => text.startsWith('一、总体要求')));
    assert.ok(texts.some((text) => text.startsWith('8．强化重点车辆管控。')));
    // 仿宋, three of 号 (16 points), as GB/T 9704 asks of the body.
    assert.match(strFromU8(parts['word/styles.xml']), /仿宋[^]*w:sz w:val="32"/);
  });
});
