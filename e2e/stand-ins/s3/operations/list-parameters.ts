import { invalidArgument } from '../errors.ts';
import { formEncodeKey } from '../http/percent-encoding.ts';
import type { Query } from '../http/query.ts';

/** S3's largest page of keys, uploads or parts. */
const LARGEST_PAGE = 1000;

/**
 * Reads `max-keys`, `max-uploads` or `max-parts`; more than 1000 counts as 1000.
 * @throws S3Error InvalidArgument
 */
export function readPageSize(query: Query, name: string): number {
  const text = query.get(name);
  if (text === undefined || text === '') return LARGEST_PAGE;
  const size = Number(text);
  if (!/^\d+$/.test(text) || size > 2 ** 31 - 1) {
    const message = text.startsWith('-')
      ? `Argument ${name} must be an integer between 0 and 2147483647`
      : `Provided ${name} not an integer or within integer range`;
    throw invalidArgument(message, name, text);
  }
  return Math.min(size, LARGEST_PAGE);
}

/**
 * How keys are to be written: as they are, or URL-encoded where `encoding-type=url` asks for it.
 * @throws S3Error InvalidArgument
 */
export function readKeyEncoding(query: Query): (key: string) => string {
  const type = query.get('encoding-type');
  if (type === undefined || type === '') return (key) => key;
  if (type !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
  return formEncodeKey;
}
