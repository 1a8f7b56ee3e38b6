import type { ServerResponse } from 'node:http';
import type { FailureMode } from '../failures.ts';
import { generatedContent, pieces, type Content } from '../store/content.ts';
import type { S3Answer } from './s3-answer.ts';
import type { RequestIds } from './s3-request.ts';

/** How an answer is spoilt on its way out. */
export type Spoiling = Extract<FailureMode, 'reset-mid-body' | 'truncate' | 'garbage'>;

export interface SendOptions {
  readonly ids: RequestIds;
  /** Epoch milliseconds, for the Date header: clients set their clocks by it. */
  readonly now: number;
  readonly isHead: boolean;
  readonly spoiling?: Spoiling | undefined;
}

/** What a hotel's network answers to everything until one has agreed to its terms. */
const CAPTIVE_PORTAL =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body><form action="/accept">Please accept the terms of use.</form></body></html>';

/** Sends an answer with what every S3 answer carries, keeping to the pace of the reader. */
export async function sendAnswer(
  response: ServerResponse,
  answer: S3Answer,
  options: SendOptions,
): Promise<void> {
  const { ids, now, isHead, spoiling } = options;
  const body = spoiling === 'garbage' ? garbled(answer.body) : answer.body;
  const whole = typeof body === 'string' ? asContent(body) : body;
  const length = whole === undefined ? 0 : whole.end - whole.start;
  const sent = spoiling === undefined || spoiling === 'garbage' ? length : Math.floor(length / 2);
  response.sendDate = false;
  response.statusCode = answer.status;
  const headers: Record<string, string> = {
    'x-amz-id-2': ids.hostId,
    'x-amz-request-id': ids.requestId,
    date: new Date(now).toUTCString(),
    server: 'AmazonS3',
    ...answer.headers,
  };
  // A HEAD answer about an object tells its length; one that is an error has none to tell.
  if (!isHead || typeof body !== 'string')
    headers['content-length'] = String(spoiling === 'truncate' ? sent : length);
  if (answer.status === 204 || answer.status === 304) delete headers['content-length'];
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isHead || whole === undefined) {
    response.end();
    return;
  }
  for (const piece of pieces(whole.content, whole.start, whole.start + sent)) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  if (spoiling === 'reset-mid-body') await resetAfterFlush(response);
  else response.end();
}

/** Waits for room to write more, or for there being no reader any longer. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}

/** Lets what was written reach the other side before the connection is reset. */
async function resetAfterFlush(response: ServerResponse): Promise<void> {
  response.flushHeaders();
  await new Promise<void>((resolve) => response.write('', () => resolve()));
  await new Promise<void>((resolve) => setImmediate(resolve));
  response.socket?.resetAndDestroy();
}

function asContent(text: string): { content: Content; start: number; end: number } {
  const bytes = Buffer.from(text);
  return {
    content: { size: bytes.length, read: (start, end) => bytes.subarray(start, end) },
    start: 0,
    end: bytes.length,
  };
}

function garbled(body: S3Answer['body']): S3Answer['body'] {
  if (typeof body !== 'object') return CAPTIVE_PORTAL;
  const size = body.end - body.start;
  return { content: generatedContent(size, 'garbage'), start: 0, end: size };
}
