import { ReportWriter, type ImportedDraft } from '../report';
import { importText } from '../text/import-text';
import { writeTable } from '../text/write-table';
import { openDocx } from './open-package';
import { readDocument, type DocxBlock } from './read-document';
import { t } from '../../localise';

/** Makes a draft of a Word document. Throws `ImportError` for what is none. */
export function importDocx(bytes: Uint8Array): ImportedDraft {
  const report = new ReportWriter();
  const { blocks, comments } = readDocument(openDocx(bytes), report);
  const text = blocks.map((block) => writeBlock(block, report)).join('\n\n');
  const imported = importText(`\n${text}\n`, report);
  // Lines of the text in between are no places in the document.
  const entries = imported.report.entries.map(({ line: _, ...entry }) => entry);
  return { text: imported.text, report: { entries }, comments };
}

function writeBlock(block: DocxBlock, report: ReportWriter): string {
  if (block.kind === 'table') return writeTable(block.rows[0] ?? [], block.rows.slice(1));
  return block.text
    .split('\n')
    .map((line) => writeLine(line, report))
    .join('\n');
}

/** Word's text knows no Markdown: what would hide the lines below it is escaped. */
function writeLine(line: string, report: ReportWriter): string {
  // A tab between marker and title is how Word sets them apart.
  const text = line.trim().replace(/^((?:附件：)?[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、])\t+/, '$1');
  if (!/^(?:```|~~~|<[A-Za-z!/?])/.test(text)) return text;
  report.add('changed', t('行首加了反斜杠，以免被当作代码或注释'), { text });
  return `\\${text}`;
}
