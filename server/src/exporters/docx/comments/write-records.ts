import { strToU8 } from 'fflate';
import { digestText } from '../../../dialect/digest';
import { element, type XmlElement } from '../../../xml/element';
import { writeXml } from '../../../xml/write-xml';
import type { CommentPlan, RemarkPlan } from '../../document/plan';
import { addPart, declareType, type PartKind, type Parts } from '../package-parts';
import { wallClock } from './wall-clock';

/** What the root of the records is called; docs/official-format.md says what stands in them. */
export const RECORDS_NAMESPACE = 'urn:yaodian:review-notes:1';

const RECORDS: PartKind = {
  path: 'customXml/item1.xml',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml',
};
const PROPERTIES = 'customXml/itemProps1.xml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/**
 * Adds data of our own, which Word and LibreOffice keep as it is: by which note each comment is known again, and what a
 * Word comment has no place for. Comments are told by author, date and words: numbers change when a file is saved.
 */
export function addRecords(parts: Parts, comments: readonly CommentPlan[]): Parts {
  const records = element(
    'notes',
    comments.flatMap((comment) => [
      record(comment, {
        state: comment.state,
        ...(comment.changed === undefined ? {} : { changed: comment.changed }),
      }),
      ...comment.replies.map((reply) => record(reply, { answers: comment.id })),
    ]),
    { xmlns: RECORDS_NAMESPACE },
  );
  const added = declareType(addPart(parts, RECORDS, records), PROPERTIES, PROPERTIES_TYPE);
  return {
    ...added,
    [PROPERTIES]: strToU8(writeXml(PROPERTIES_ROOT)),
    'customXml/_rels/item1.xml.rels': strToU8(writeXml(PROPERTIES_RELATION)),
  };
}

function record({ id, author, date, text }: RemarkPlan, more: Readonly<Record<string, string>>): XmlElement {
  return element('note', [], {
    id,
    author,
    wall: wallClock(date) ?? '',
    date,
    digest: digestText(text),
    ...more,
  });
}

const PROPERTIES_ROOT = element(
  'ds:datastoreItem',
  [element('ds:schemaRefs', [element('ds:schemaRef', [], { 'ds:uri': RECORDS_NAMESPACE })])],
  {
    'ds:itemID': '{6B0A3C2E-5D41-4E7B-9C55-2F1D7A8E9B10}',
    'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
  },
);

const PROPERTIES_RELATION = element(
  'Relationships',
  [
    element('Relationship', [], {
      Id: 'rId1',
      Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps',
      Target: 'itemProps1.xml',
    }),
  ],
  { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
);
