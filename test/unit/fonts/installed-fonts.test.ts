import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontFolders, installedFonts } from '../../../server/src/fonts/installed-fonts';
import { readFamilyNames } from '../../../server/src/fonts/read-family-names';

const LATIN = 0x409;
const CHINESE = 0x804;

/** A font file with nothing but a name table. */
function fontFile(names: readonly (readonly [language: number, id: number, name: string])[], at = 0): Buffer {
  const strings = names.map(([, , name]) => Buffer.from(name, 'utf16le').swap16());
  const table = Buffer.alloc(6 + 12 * names.length);
  table.writeUInt16BE(names.length, 2);
  table.writeUInt16BE(table.length, 4);
  let offset = 0;
  names.forEach(([language, id], i) => {
    const length = strings[i]?.length ?? 0;
    [3, 1, language, id, length, offset].forEach((value, field) =>
      table.writeUInt16BE(value, 6 + 12 * i + 2 * field),
    );
    offset += length;
  });
  const head = Buffer.alloc(12 + 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(1, 4);
  head.write('name', 12, 'latin1');
  head.writeUInt32BE(at + head.length, 20);
  head.writeUInt32BE(table.length + offset, 24);
  return Buffer.concat([head, table, ...strings]);
}

describe('Fonts on this machine', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'yaodian-test-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are read from font files under their names in all languages', async () => {
    const file = join(folder, 'simfang.ttf');
    writeFileSync(
      file,
      fontFile([
        [LATIN, 1, 'FangSong'],
        [CHINESE, 1, '仿宋'],
        [LATIN, 2, 'Regular'],
      ]),
    );
    assert.deepEqual(await readFamilyNames(file), ['FangSong', '仿宋']);
  });

  it('are read from collections, each font of them', async () => {
    const head = Buffer.alloc(20);
    head.write('ttcf', 'latin1');
    head.writeUInt32BE(2, 8);
    const first = fontFile([[CHINESE, 1, '宋体']], head.length);
    const second = fontFile([[CHINESE, 1, '新宋体']], head.length + first.length);
    head.writeUInt32BE(head.length, 12);
    head.writeUInt32BE(head.length + first.length, 16);
    const file = join(folder, 'simsun.ttc');
    writeFileSync(file, Buffer.concat([head, first, second]));
    assert.deepEqual(await readFamilyNames(file), ['宋体', '新宋体']);
  });

  it('do not stop at damaged files', async () => {
    for (const content of ['', 'not a font', 'ttcf\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff']) {
      const file = join(folder, 'damaged.ttf');
      writeFileSync(file, content, 'latin1');
      assert.deepEqual(await readFamilyNames(file), []);
    }
  });

  it('are looked for in the system’s folder and in the person’s own', async () => {
    const system = join(folder, 'windows', 'Fonts');
    const own = join(folder, 'local', 'Microsoft', 'Windows', 'Fonts');
    for (const path of [system, own]) mkdirSync(path, { recursive: true });
    writeFileSync(join(system, 'a.ttf'), fontFile([[CHINESE, 1, '黑体']]));
    writeFileSync(join(own, 'b.otf'), fontFile([[CHINESE, 16, '方正小标宋简体']]));
    const env = { WINDIR: join(folder, 'windows'), LOCALAPPDATA: join(folder, 'local') };
    const found = await installedFonts({ env, platform: 'win32', home: folder });
    assert.deepEqual(found, ['黑体', '方正小标宋简体']);
  });

  it('are not claimed to be known where no font is found', async () => {
    const env = { WINDIR: join(folder, 'none'), LOCALAPPDATA: join(folder, 'none') };
    assert.equal(await installedFonts({ env, platform: 'win32', home: folder }), undefined);
    const folders = fontFolders({ env, platform: 'darwin', home: '/Users/li' });
    assert.ok(folders.includes(join('/Users/li', 'Library', 'Fonts')));
  });
});
