import assert from 'node:assert/strict';
import { childOf, childrenOf, element, ownText, textsIn, withNodes } from '../../../server/src/xml/element';
import { readXml, XmlError } from '../../../server/src/xml/read-xml';
import { writeXml } from '../../../server/src/xml/write-xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

describe('XML of a Word package', () => {
  it('is written again as it was read: prefixes, white space, the order of text and elements', () => {
    const source = `${HEAD}<w:p w:rsid="1" xml:space="preserve"> 甲<w:br/>乙 <w:t>  </w:t>丙</w:p>`;
    assert.equal(writeXml(readXml(source)), source);
  });

  it('says in text and attributes what its references stand for, and writes them safely', () => {
    const root = readXml('<a b="&quot;甲&amp;乙&quot;">&lt;&#x4E2D;&#20013;&amp;lt;</a>');
    assert.equal(root.attributes['b'], '"甲&乙"');
    assert.equal(ownText(root), '<中中&lt;');
    assert.equal(writeXml(root), `${HEAD}<a b="&quot;甲&amp;乙&quot;">&lt;中中&amp;lt;</a>`);
  });

  it('finds children by name, and text of one of two ways to draw the same thing', () => {
    const root = readXml(
      '<a><b>1</b><c/><b>2</b><mc:AlternateContent><b>3</b><mc:Fallback><b>4</b></mc:Fallback></mc:AlternateContent></a>',
    );
    assert.equal(childOf(root, 'b')?.nodes[0], '1');
    assert.equal(childrenOf(root, 'b').length, 2);
    assert.equal(textsIn(root, 'b'), '123');
    assert.equal(childOf(undefined, 'b'), undefined);
  });

  it('keeps name and attributes when it is given other content', () => {
    const changed = withNodes(readXml('<a b="1"><c/></a>'), ['甲', element('d')]);
    assert.equal(writeXml(changed), `${HEAD}<a b="1">甲<d/></a>`);
    assert.deepEqual(changed.children, [element('d')]);
  });

  it('refuses what fetches things from outside, what is broken and what is endlessly deep', () => {
    const reasonOf = (source: string): string => {
      try {
        readXml(source);
      } catch (error) {
        if (error instanceof XmlError) return error.reason;
      }
      return 'read';
    };
    assert.equal(reasonOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), 'external');
    assert.equal(reasonOf('<a><b></a>'), 'broken');
    assert.equal(reasonOf(''), 'broken');
    assert.equal(reasonOf('<a>'.repeat(300) + '</a>'.repeat(300)), 'broken');
    assert.equal(reasonOf('<a>'.repeat(200) + '</a>'.repeat(200)), 'read');
  });
});
