import { invalidArgument } from '../errors.ts';
import { formEncodeKey } from '../http/percent-encoding.ts';
import type { Query } from '../http/query.ts';
import { hasFault } from '../listing-faults.ts';
import type { OperationContext } from '../operation.ts';

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

/** How keys are written in a listing. */
export interface KeyEncoding {
  readonly encode: (key: string) => string;
  /** What `<EncodingType>` says; absent where keys are written as they are. */
  readonly encodingType?: 'url';
}

const AS_THEY_ARE: KeyEncoding = { encode: (key) => key };

/**
 * How keys are to be written: as they are, or URL-encoded where `encoding-type=url` asks for it.
 * @throws S3Error InvalidArgument
 */
export function readKeyEncoding(context: OperationContext): KeyEncoding {
  const type = context.request.query.get('encoding-type');
  if (type === undefined || type === '' || hasFault(context, 'ignores-encoding-type')) return AS_THEY_ARE;
  if (type === 'url') return { encode: formEncodeKey, encodingType: 'url' };
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
}
