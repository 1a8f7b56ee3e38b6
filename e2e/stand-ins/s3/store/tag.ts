import { invalidArgument, malformedXml } from '../errors.ts';
import { childText, type XmlElement } from '../http/xml-reader.ts';
import { branch, leaf } from '../http/xml-writer.ts';
import { S3Error } from '../s3-error.ts';

/** A tag of an object or a bucket. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Most tags of one object. */
export const MOST_OBJECT_TAGS = 10;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/** Reads a `<Tagging>` document. @throws S3Error MalformedXML, InvalidTag, BadRequest */
export function readTags(tagging: XmlElement, most: number): Tag[] {
  const set = tagging.children.find(({ name }) => name === 'TagSet');
  if (tagging.name !== 'Tagging' || set === undefined) throw malformedXml();
  const tags = set.children.map((element) => {
    const key = childText(element, 'Key');
    if (element.name !== 'Tag' || key === undefined) throw malformedXml();
    return { key, value: childText(element, 'Value') ?? '' };
  });
  return checkTags(tags, most);
}

/** Reads `x-amz-tagging`: tags as a query string. @throws S3Error InvalidArgument, InvalidTag, BadRequest */
export function readTaggingHeader(header: string): Tag[] {
  const tags = [...new URLSearchParams(header)].map(([key, value]) => ({ key, value }));
  const isEncoded = /^(%[0-9a-f]{2}|[^%])*$/i.test(header);
  if (isEncoded && new Set(tags.map(({ key }) => key)).size === tags.length) {
    return checkTags(tags, MOST_OBJECT_TAGS);
  }
  throw invalidArgument(
    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
    'x-amz-tagging',
    header,
  );
}

/** `<TagSet>` with the tags. */
export function tagSetXml(tags: readonly Tag[]): string {
  return branch(
    'TagSet',
    ...tags.map(({ key, value }) => branch('Tag', leaf('Key', key), leaf('Value', value))),
  );
}

/** (S3 user guide, "Categorizing your objects using tags".) */
function checkTags(tags: Tag[], most: number): Tag[] {
  if (tags.length > most) {
    const message = `${most === MOST_OBJECT_TAGS ? 'Object' : 'Bucket'} tags cannot be greater than ${most}`;
    throw new S3Error('BadRequest', 400, message);
  }
  const keys = new Set<string>();
  for (const { key, value } of tags) {
    if (key === '' || key.length > LONGEST_KEY || key.startsWith('aws:')) {
      throw invalidTag('The TagKey you have provided is invalid', key);
    }
    if (value.length > LONGEST_VALUE) throw invalidTag('The TagValue you have provided is invalid', key);
    if (keys.has(key)) throw invalidTag('Cannot provide multiple Tags with the same key', key);
    keys.add(key);
  }
  return tags;
}

function invalidTag(message: string, key: string): S3Error {
  return new S3Error('InvalidTag', 400, message, { TagKey: key });
}
