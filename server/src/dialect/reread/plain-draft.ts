import { readAttachmentLabel } from '../attachments';
import { opensFlattenedTable } from '../flattened-table';
import { readMarkerShape } from '../marker-shape';
import type { Draft } from '../model';
import { contains } from '../range';
import { toSimplified } from '../simplified';
import { readSourceLines } from '../source-line';

/**
 * Whether the head of the document ends before its first item, and no line of its body may be the first of a list or
 * table that the lines below it belong to.
 */
export function isPlain(draft: Draft): boolean {
  const [first] = draft.outline;
  if (draft.title === undefined || first === undefined || toSimplified(draft.text) !== draft.text)
    return false;
  const { start, end } = first.lineRange;
  if (readMarkerShape(draft.text.slice(start, end))?.weak !== false) return false;
  const lines = readSourceLines(draft.text, draft.blocks).filter(({ range }) => contains(draft.body, range));
  return !lines.some(
    (line, index) =>
      readAttachmentLabel(line) !== undefined || opensFlattenedTable(line.text, lines[index + 1]?.text),
  );
}
