import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { importDocx } from '../../../../server/src/importers/docx/import-docx';
import { isImportError } from '../../../../server/src/importers/import-error';
import { cell, docxPackage, paragraph, table } from '../../../support/docx-package';

function packageOf(document: string, level: 0 | 6 = 6): Uint8Array {
  return zipSync({ 'word/document.xml': strToU8(document) }, { level });
}

/** Files that are no documents, or were made to do harm, and what is said about them. */
const HOSTILE: readonly (readonly [name: string, bytes: () => Uint8Array, message: RegExp])[] = [
  [
    'an old .doc under a new name',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    /旧版 Word/,
  ],
  ['a text under a wrong name', () => strToU8('一、任务'), /不是 Word 文件/],
  ['an empty file', () => new Uint8Array(), /不是 Word 文件/],
  ['another archive', () => zipSync({ 'a.txt': strToU8('a') }), /不是 Word 文档/],
  ['half an archive', () => docxPackage({ body: paragraph('甲'.repeat(500)) }).subarray(0, 300), /已损坏/],
  ['half a document', () => packageOf('<w:document><w:body><w:p>'), /已损坏/],
  [
    'a document with entities of its own',
    () => packageOf('<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'),
    /外部定义/,
  ],
  ['a zip bomb', () => packageOf(' '.repeat(40 * 1024 * 1024)), /大得不正常/],
  [
    'elements nested without end',
    () => packageOf(`${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`),
    /已损坏/,
  ],
  [
    'a table of more cells than anybody reads',
    () => packageOf(`<w:document><w:body><w:tbl><w:tr>${'<w:tc></w:tc>'.repeat(100_001)}`, 0),
    /表格太大/,
  ],
];

describe('importDocx of hostile files', () => {
  for (const [name, bytes, message] of HOSTILE) {
    it(`says what is wrong with ${name}`, () => {
      const file = bytes();
      assert.throws(
        () => importDocx(file),
        (error) => isImportError(error) && message.test(error.message) && error.advice.length > 4,
      );
    }).timeout(10_000);
  }

  it('keeps tables within bounds whatever spans they claim', () => {
    const body = table([
      [cell('甲', '<w:gridSpan w:val="4000000"/>'), cell('乙')],
      [cell('丙', '<w:gridSpan w:val="-7"/>'), cell('丁', '<w:gridSpan w:val="x"/>')],
    ]);
    assert.ok(importDocx(docxPackage({ body: paragraph('一、甲') + body })).text.length < 5000);
  });

  it('is not held by styles based on one another, lists of no definition and fields that never end', () => {
    const styles = '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>';
    const body =
      paragraph('甲。', '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="9"/></w:numPr>') +
      '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>乙。</w:t></w:r></w:p>';
    assert.match(importDocx(docxPackage({ body, styles })).text, /甲。\n\n乙。\n/);
  });

  it('reads or refuses whatever a damaged file holds, and never fails otherwise', () => {
    const whole = docxPackage({ body: paragraph('一、重点任务') + table([[cell('甲'), cell('乙')]]) });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = byte;
        try {
          importDocx(damaged);
        } catch (error) {
          assert.ok(isImportError(error), String(error));
        }
      }),
      { numRuns: 150 },
    );
  });
});
