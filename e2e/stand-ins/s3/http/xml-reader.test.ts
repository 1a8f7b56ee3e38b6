import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { childText, parseXml } from './xml-reader.ts';
import { branch, leaf, xmlDocument } from './xml-writer.ts';

test('reads back whatever text the writer writes', () => {
  fc.assert(
    fc.property(fc.array(anyText({ maxLength: 20 }), { maxLength: 4 }), (texts) => {
      const written = xmlDocument('Delete', ...texts.map((each) => branch('Object', leaf('Key', each))));
      const read = parseXml(written).children.map((object) => childText(object, 'Key'));
      expect(read).toEqual(texts);
    }),
    { numRuns: 1000 },
  );
});

test('reads prefixes, attributes, comments, CDATA, entities and empty elements', () => {
  const root = parseXml(
    `<?xml version="1.0"?>\n<!-- a > b --><s3:Delete xmlns:s3='urn:x' note="a > b"><s3:Quiet/><Key>a&amp;b&#x2F;&#128640;<![CDATA[<&>]]></Key></s3:Delete>\n`,
  );
  expect(root.name).toBe('Delete');
  expect(childText(root, 'Quiet')).toBe('');
  expect(childText(root, 'Key')).toBe('a&b/🚀<&>');
  expect(childText(root, 'Nothing')).toBeUndefined();
});

test.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a></a><b></b>',
  '</a>',
  '<a>&nothing;</a>',
  '<a>&amp</a>',
  '<a>&#x110000;</a>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a><b</a>',
])('refuses %j', (source) => {
  expect(() => parseXml(source)).toThrow('not well-formed');
});
