/** The app's own engine, joined as in the app and listing a whole bucket as its search without criteria does. */
import type { ListingState, ListingView } from '../../../../shared/listing.ts';
import { systemClock } from '../../../../electron/core/support/system-clock.ts';
import { Listings } from '../../../../electron/core/s3/listing/listings.ts';
import { RowThread } from '../../../../electron/core/s3/listing/rows/row-threads.ts';
import { KeyDigest } from '../key-digest.ts';
import { benchAddress, benchCalls } from './bench-core.ts';
import { cpuSince, entryTarget, peakUntilNow, report } from './entry.ts';

const ID = 'b7c1a2d4-1111-4222-8333-444455556666';
const VIEW: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };
const SCREENFUL = 40;
const MOST_ROWS = 1000;

const { endpoint, bucket } = entryTarget();
const calls = benchCalls(endpoint);
const at = benchAddress(bucket);
const thread = new RowThread();
const listings = new Listings(calls, thread, systemClock);
const put = new AbortController();
// Imported here only, as the app does it: a bundle with it in this very file would wait for itself.
const { HeadBucketCommand } = await import('@aws-sdk/client-s3');
// As in the app, where a list of buckets was shown before: a connection stands, everything is loaded.
await calls.send(
  calls.resolve(at),
  { action: 's3:ListBucket', bare: true },
  (client, params) => client.send(new HeadBucketCommand(params)),
  put.signal,
);
await warmRowThread();

const started = performance.now();
const cpu = process.cpuUsage();
const kept = listings.keep(ID, { at, prefix: '', kind: 'search', criteria: {} }, put.signal);
await until(({ rows }) => rows > 0);
await listings.rows(ID, VIEW, 0, SCREENFUL);
const firstRowsMs = performance.now() - started;
const { phase, error } = await until(({ phase }) => phase !== 'running' && phase !== 'waiting');
const ms = performance.now() - started;
const cpuMs = cpuSince(cpu);
// Before the rows are read for the digest, which the app never does.
const peakBytes = peakUntilNow();
if (phase !== 'done') throw new Error(`The listing ended as ${phase}: ${JSON.stringify(error)}`);
const digest = await digestRows();
report({ ms, cpuMs, keys: digest.count, sum: digest.sum, peakBytes, firstRowsMs });
put.abort();
await kept;
await thread.close();

/** The thread is started with the app, so its start is no part of a listing. */
async function warmRowThread(): Promise<void> {
  const spec = {
    bucket,
    partition: 'aws',
    baseUrl: endpoint,
    prefix: '',
    keep: 'rows',
    ordered: true,
  } as const;
  const store = thread.open(spec);
  await store.selection();
  store.close();
}

function until(fits: (state: ListingState) => boolean): Promise<ListingState> {
  return new Promise((resolve) => {
    const unsubscribe = listings.snapshots.subscribe(({ [ID]: state }) => {
      if (state === undefined || !fits(state)) return;
      queueMicrotask(() => unsubscribe());
      resolve(state);
    });
  });
}

async function digestRows(): Promise<KeyDigest> {
  const digest = new KeyDigest();
  for (let from = 0; ; from += MOST_ROWS) {
    const { rows } = await listings.rows(ID, VIEW, from, MOST_ROWS);
    for (const { name } of rows) digest.addText(name);
    if (rows.length < MOST_ROWS) return digest;
  }
}
