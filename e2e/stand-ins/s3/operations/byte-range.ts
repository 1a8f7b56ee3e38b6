import { S3Error } from '../s3-error.ts';

/** A stretch of an object; `end` is exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header. Several ranges, and what isn't a range at all, are ignored, as RFC 9110 allows and S3 does.
 * @returns `undefined` for the whole object.
 * @throws S3Error InvalidRange (416)
 */
export function parseRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  if (start < end) return { start, end };
  throw new S3Error(
    'InvalidRange',
    416,
    'The requested range is not satisfiable',
    { RangeRequested: header ?? '', ActualObjectSize: size },
    { 'content-range': `bytes */${size}` },
  );
}
