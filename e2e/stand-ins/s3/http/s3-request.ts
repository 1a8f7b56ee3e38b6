import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Query } from './query.ts';
import { readAddress } from './request-address.ts';

/** A request's line and headers, read but not yet believed. */
export interface S3Request {
  readonly method: string;
  readonly host: string;
  readonly bucket: string;
  readonly key: string;
  readonly canonicalPath: string;
  readonly query: Query;
  /** A header's value by its lower-case name; repeated headers joined by a comma. */
  header(name: string): string | undefined;
  /** Lower-case names of all headers sent. */
  readonly headerNames: readonly string[];
}

/** @throws S3Error InvalidURI */
export function readRequest(message: IncomingMessage): S3Request {
  const target = message.url ?? '/';
  const question = target.indexOf('?');
  const rawPath = question < 0 ? target : target.slice(0, question);
  const host = message.headers.host ?? '';
  return {
    method: message.method ?? 'GET',
    host,
    ...readAddress(rawPath, host),
    query: new Query(question < 0 ? '' : target.slice(question + 1)),
    header: (name) => message.headersDistinct[name]?.join(','),
    headerNames: Object.keys(message.headersDistinct),
  };
}

/** The pair of ids that S3 puts on every answer. */
export interface RequestIds {
  readonly requestId: string;
  readonly hostId: string;
}

export function newRequestIds(): RequestIds {
  return {
    requestId: randomBytes(8).toString('hex').toUpperCase(),
    hostId: randomBytes(56).toString('base64'),
  };
}
