/** The thread that holds the rows of all listings, so that reading and sorting a million keys stops nothing else. */
import { parentPort } from 'node:worker_threads';
import { appError } from '../../../../../shared/app-error.ts';
import type { RowAnswer, RowRequest } from './row-messages.ts';
import { StoredListing } from './stored-listing.ts';
import { warmUp } from './warm-up.ts';

/** Some errors repeat what they were given. */
const MOST_WORDS = 300;

const listings = new Map<number, StoredListing>();

type AnyMethod = (...args: unknown[]) => unknown;

function answer({ id, store, method, args }: RowRequest & { kind: 'call' }): RowAnswer {
  const listing = listings.get(store);
  if (listing === undefined) return { id, error: appError('work.gone', {}) };
  try {
    return { id, value: (listing[method] as AnyMethod).apply(listing, [...args]) };
  } catch (thrown) {
    const said = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, MOST_WORDS);
    // Memory outside the heap: the thread goes on, this call could not.
    const isMemory = thrown instanceof RangeError;
    return {
      id,
      error: isMemory ? appError('work.out-of-memory', {}, said) : appError('internal', {}, said),
    };
  }
}

/** The buffer of a page, which goes back to where the next one is read into. */
function bufferOf({ method, args }: RowRequest & { kind: 'call' }): ArrayBuffer | undefined {
  const [, body] = args;
  return method === 'add' && body instanceof Uint8Array && body.buffer instanceof ArrayBuffer
    ? body.buffer
    : undefined;
}

function reply(request: RowRequest & { kind: 'call' }): void {
  const answered = answer(request);
  const spare = bufferOf(request);
  if (spare === undefined) parentPort?.postMessage(answered);
  else parentPort?.postMessage({ ...answered, spare }, [spare]);
}

parentPort?.on('message', (request: RowRequest) => {
  if (request.kind === 'open') listings.set(request.store, new StoredListing(request.spec));
  else if (request.kind === 'close') {
    listings.get(request.store)?.release();
    listings.delete(request.store);
  } else reply(request);
});

warmUp();
