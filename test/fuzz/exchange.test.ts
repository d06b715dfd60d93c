import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/dialect/draft';
import { planDocument } from '../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../server/src/exporters/document/profile';
import { writeDocx } from '../../server/src/exporters/docx/write-docx';
import { writeHtml } from '../../server/src/exporters/html/write-html';
import { importDocx } from '../../server/src/importers/docx/import-docx';
import { isImportError } from '../../server/src/importers/import-error';
import { importFile } from '../../server/src/importers/import-file';
import { readRegistryBytes } from '../../server/src/importers/registry/read-registry-bytes';
import { FUZZ_ROUNDS, mutatedDraft } from '../support/mutated-draft';
import { assertNothingLost } from '../support/nothing-lost';

const MINUTE = 60_000;
const rounds = (usual: number): { numRuns: number } => ({ numRuns: usual * FUZZ_ROUNDS });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Overwrites some bytes of a file. */
const damage = fc.array(fc.tuple(share, fc.nat(255)), { minLength: 1, maxLength: 30 });

function damaged(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, value] of changes) copy[Math.floor(at * copy.length)] = value;
  return copy;
}

/** An import ends with a draft or with a reason in Chinese, never with anything else. */
async function assertImports(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const { text, report } = await importFile({ name, bytes });
    assert.equal(readDraft(text).text, text);
    assert.ok(report.entries.every(({ what }) => what !== ''));
  } catch (error) {
    assert.ok(isImportError(error), String(error));
    assert.match(error.message, /[\u4e00-\u9fa5]/u);
  }
}

describe('Files from elsewhere', () => {
  it('are imported as text with every line in the draft or in the report', () => {
    fc.assert(
      fc.property(mutatedDraft, (source) => assertNothingLost(source)),
      rounds(25),
    );
  }).timeout(2 * MINUTE * FUZZ_ROUNDS);

  it('are imported or refused with a reason, whatever their bytes', async () => {
    const name = fc.constantFrom('a.docx', 'a.txt', 'a.html', 'a.doc', 'a');
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array({ maxLength: 400 }), (file, bytes) => assertImports(file, bytes)),
      rounds(150),
    );
  }).timeout(MINUTE * FUZZ_ROUNDS);

  it('are imported or refused with a reason where a Word package is damaged', async () => {
    const whole = await writeDocx(
      planDocument(readDraft('# 甲县2026年工作要点\n\n一、任务\n\n（一）修路。\n'), DEFAULT_PROFILE),
    );
    await fc.assert(
      fc.asyncProperty(damage, (changes) => assertImports('a.docx', damaged(whole, changes))),
      rounds(60),
    );
  }).timeout(MINUTE * FUZZ_ROUNDS);

  it('are a registry, or problems that say what is wrong, whatever their bytes', async () => {
    const file = fc.constantFrom('file:///单位名录.yaml', 'file:///单位名录.csv', 'file:///单位名录.xlsx');
    await fc.assert(
      fc.asyncProperty(file, fc.uint8Array({ maxLength: 300 }), async (uri, bytes) => {
        const read = await readRegistryBytes(uri, bytes);
        assert.ok(Object.keys(read).length > 0);
      }),
      rounds(150),
    );
  }).timeout(MINUTE * FUZZ_ROUNDS);
});

describe('Drafts with accidents on paper', () => {
  it('come out as pages, and as a Word file that can be read again', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedDraft, async (source) => {
        const plan = planDocument(readDraft(source), DEFAULT_PROFILE);
        assert.match(writeHtml(plan), /<\/html>\s*$/u);
        const { text } = importDocx(await writeDocx(plan));
        assert.equal(readDraft(text).text, text);
      }),
      rounds(15),
    );
  }).timeout(2 * MINUTE * FUZZ_ROUNDS);
});
