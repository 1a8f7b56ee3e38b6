import { randomUUID } from 'node:crypto';
import type { ServiceError } from './service-error.ts';

/** A whole HTTP answer. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** The exception's name if this is a service error. */
  error?: string;
}

/** An operation's result; `undefined` is an empty body. */
export function resultReply(result: object | undefined): Reply {
  return { status: 200, headers: jsonHeaders(), body: result === undefined ? '' : JSON.stringify(result) };
}

export function errorReply(error: ServiceError): Reply {
  return {
    status: error.status,
    headers: {
      ...jsonHeaders(),
      'x-amzn-errortype': error.exception,
      ...(error.retryAfterSeconds !== undefined && { 'retry-after': String(error.retryAfterSeconds) }),
    },
    body: JSON.stringify(error.body),
    error: error.exception,
  };
}

export function redirectReply(location: string): Reply {
  return { status: 303, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

/** What a captive portal or a wrong proxy would answer in the service's place. */
export function garbageReply(): Reply {
  const body = '<!doctype html><title>Welcome</title><p>Please accept the terms to use this network.</p>';
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}

function jsonHeaders(): Record<string, string> {
  return {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-amzn-requestid': randomUUID(),
  };
}
