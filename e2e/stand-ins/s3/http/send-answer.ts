import type { ServerResponse } from 'node:http';
import { pieces } from '../store/content.ts';
import { drained } from './drained.ts';
import { bodyContent, isContentRange, type S3Answer } from './s3-answer.ts';
import type { RequestIds } from './s3-request.ts';
import { endSpoilt, type Spoiling, spoiltBody, spoiltLength } from './spoil-answer.ts';

export interface SendOptions {
  readonly ids: RequestIds;
  /** Epoch milliseconds, for the Date header: clients set their clocks by it. */
  readonly now: number;
  readonly isHead: boolean;
  readonly spoiling?: Spoiling | undefined;
}

/** Sends an answer with what every S3 answer carries, keeping to the pace of the reader. */
export async function sendAnswer(
  response: ServerResponse,
  answer: S3Answer,
  options: SendOptions,
): Promise<void> {
  const { ids, now, isHead, spoiling } = options;
  const body = spoiltBody(answer.body, spoiling);
  const whole = bodyContent(body);
  const length = whole === undefined ? 0 : whole.end - whole.start;
  const sent = spoiltLength(length, spoiling);
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
  if (!isHead || isContentRange(body) || body === undefined) {
    headers['content-length'] = String(spoiling === 'truncate' ? sent : length);
  }
  if (answer.status === 204 || answer.status === 304 || spoiling === 'endless-body') {
    delete headers['content-length'];
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isHead || whole === undefined) {
    response.end();
    return;
  }
  for (const piece of pieces(whole.content, whole.start, whole.start + sent)) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  await endSpoilt(response, spoiling);
}
