import type { Readable } from 'node:stream';
import { isMarkedAsUntransferable } from 'node:worker_threads';
import { failure } from '../../app-failure.ts';
import type { PageBuffers } from './page-buffers.ts';
import { release } from './rows/release.ts';

/** A page of a thousand keys of 1,024 bytes, all of them percent-encoded, is some 4 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
const IDLE_MS = 30_000;

export interface BodyOptions {
  /** Bytes the service announced, where it did. */
  readonly length?: number | undefined;
  /** Whom to name in an error. */
  readonly host: string;
  readonly idleMs?: number;
  /** Where buffers come from; made anew where absent. The body may then be the beginning of a larger one. */
  readonly buffers?: PageBuffers | undefined;
}

/**
 * Reads a body into one buffer of its own, which can be handed to another thread. The stream's chunks are used up.
 * @throws {AppFailure} `network.timeout` where nothing comes for half a minute, `network.garbled` where it is far too
 *   long for a page; the signal's reason as soon as it is aborted; what the stream throws
 */
export function readBody(
  stream: Readable,
  options: BodyOptions,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { host, length, idleMs = IDLE_MS, buffers } = options;
  const take = (bytes: number) => new Uint8Array(buffers?.take(bytes) ?? new ArrayBuffer(bytes));
  return new Promise((resolve, reject) => {
    let body = take(length !== undefined && length <= MOST_BYTES ? length : 256 * 1024);
    let filled = 0;
    const end = (settle: () => void) => {
      clearTimeout(alarm);
      signal.removeEventListener('abort', onAbort);
      stream.off('data', onData);
      settle();
    };
    const fail = (error: unknown) =>
      end(() => {
        stream.destroy();
        reject(error);
      });
    const onAbort = () => fail(signal.reason);
    const onData = (chunk: Uint8Array) => {
      alarm.refresh();
      if (filled + chunk.length > MOST_BYTES) return fail(failure('network.garbled', { host }));
      if (filled + chunk.length > body.length) body = grown(body, filled, filled + chunk.length);
      body.set(chunk, filled);
      filled += chunk.length;
      releaseWhole(chunk);
    };
    const alarm = setTimeout(() => fail(failure('network.timeout', { host })), idleMs);
    // Stays until the stream is gone: an error after an abort must not be left without a listener.
    stream.on('error', fail);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    stream.on('data', onData);
    // Handed over whole or copied: whoever has no buffers to give back would keep the rest of it.
    const whole = () =>
      filled === body.length ? body : buffers ? body.subarray(0, filled) : body.slice(0, filled);
    stream.once('end', () => end(() => resolve(whole())));
    stream.once('close', () => {
      if (!stream.readableEnded) fail(failure('network.unreachable', { host }));
    });
  });
}

/**
 * Frees a chunk that was copied: a listing reads hundreds of megabytes, of which tens would wait for the collector. A
 * chunk that is part of something larger, as those of Node's pool are, stays.
 */
function releaseWhole(chunk: Uint8Array): void {
  const { buffer } = chunk;
  if (chunk.byteLength === buffer.byteLength && !isMarkedAsUntransferable(buffer)) release(chunk);
}

function grown(body: Uint8Array<ArrayBuffer>, filled: number, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, body.length * 2));
  larger.set(body.subarray(0, filled));
  return larger;
}
