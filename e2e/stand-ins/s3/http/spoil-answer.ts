import type { ServerResponse } from 'node:http';
import type { FailureMode } from '../failures.ts';
import { generatedContent } from '../store/content.ts';
import { drained } from './drained.ts';
import { isContentRange, type S3Answer } from './s3-answer.ts';

/** How an answer is spoilt on its way out. */
export type Spoiling = Extract<
  FailureMode,
  'reset-mid-body' | 'truncate' | 'garbage' | 'stall-mid-body' | 'endless-body' | 'broken-xml'
>;

const SPOILINGS: readonly unknown[] = [
  'reset-mid-body',
  'truncate',
  'garbage',
  'stall-mid-body',
  'endless-body',
  'broken-xml',
] satisfies Spoiling[];

/** A failure that lets the operation happen and spoils the answer; `undefined` for the others. */
export function spoilingOf(failure: FailureMode | undefined): Spoiling | undefined {
  return SPOILINGS.includes(failure) ? (failure as Spoiling) : undefined;
}

/** What a hotel's network answers to everything until one has agreed to its terms. */
const CAPTIVE_PORTAL =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body><form action="/accept">Please accept the terms of use.</form></body></html>';

/** The body that is sent instead, where a spoiling changes it. */
export function spoiltBody(body: S3Answer['body'], spoiling: Spoiling | undefined): S3Answer['body'] {
  if (spoiling === undefined) return body;
  if (spoiling === 'garbage') {
    if (!isContentRange(body)) return CAPTIVE_PORTAL;
    const size = body.end - body.start;
    return { content: generatedContent(size, 'garbage'), start: 0, end: size };
  }
  if (body === undefined || isContentRange(body)) return body;
  const xml = typeof body === 'string' ? body : body.join('');
  if (spoiling === 'broken-xml') return broken(xml);
  if (spoiling === 'endless-body') return xml.slice(0, xml.lastIndexOf('</'));
  return body;
}

/** Makes a closing tag in the middle into an opening one. */
function broken(xml: string): string {
  const middle = Math.floor(xml.length / 2);
  const at = xml.indexOf('</', middle);
  return at < 0 ? `${xml}<` : `${xml.slice(0, at)}< ${xml.slice(at + 2)}`;
}

/** How much of a body is sent, in bytes. */
export function spoiltLength(length: number, spoiling: Spoiling | undefined): number {
  const isHalf = spoiling === 'reset-mid-body' || spoiling === 'truncate' || spoiling === 'stall-mid-body';
  return isHalf ? Math.floor(length / 2) : length;
}

/** Ends an answer, or keeps it from ending. */
export async function endSpoilt(response: ServerResponse, spoiling: Spoiling | undefined): Promise<void> {
  if (spoiling === 'reset-mid-body') await resetAfterFlush(response);
  else if (spoiling === 'stall-mid-body') await closed(response);
  else if (spoiling === 'endless-body') await writeForever(response);
  else response.end();
}

/** Lets what was written reach the other side before the connection is reset. */
async function resetAfterFlush(response: ServerResponse): Promise<void> {
  response.flushHeaders();
  await new Promise<void>((resolve) => response.write('', () => resolve()));
  await new Promise<void>((resolve) => setImmediate(resolve));
  response.socket?.resetAndDestroy();
}

/** Until the client has had enough. */
async function closed(response: ServerResponse): Promise<void> {
  if (!response.destroyed) await new Promise<void>((resolve) => response.once('close', () => resolve()));
}

async function writeForever(response: ServerResponse): Promise<void> {
  const blank = Buffer.alloc(64 * 1024, '\n');
  while (!response.destroyed) {
    if (!response.write(blank)) await drained(response);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
