import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_CLIENTS } from './build-clients.ts';
import type { ClientRun, ListingClient, Target } from './listing-client.ts';
import { runProcess } from './run-process.ts';

/** What a program in `clients/` gets, in the variable `BENCH_TARGET`; it prints a {@link ClientRun} as JSON. */
export interface EntryTarget {
  readonly endpoint: string;
  readonly bucket: string;
  readonly keys: number;
  /** See `OpenedBucket`. */
  readonly boundaries: readonly string[];
}

export const OURS = nodeClient('Bucket Porter', 'ours');
export const SDK_PAGINATOR = nodeClient('SDK paginator', 'sdk-paginator');
/** Takes in the bytes and looks at nothing but the token: no client can be faster here than about this. */
export const RAW_READER = nodeClient('raw reader', 'raw-reader');

/** A client that is a program of ours, built before and run by this Node in a fresh process. */
function nodeClient(name: string, entry: string): ListingClient {
  return {
    name,
    slow: false,
    async run({ server, bucket }: Target): Promise<ClientRun> {
      const home = await mkdtemp(join(tmpdir(), 'bucket-porter-bench-'));
      try {
        const target: EntryTarget = {
          endpoint: server.url,
          bucket: bucket.bucket,
          keys: bucket.keys,
          boundaries: bucket.boundaries,
        };
        const env = { PATH: process.env['PATH'] ?? '', HOME: home, BENCH_TARGET: JSON.stringify(target) };
        const output = join(home, 'output');
        await runProcess(process.execPath, [join(BUILT_CLIENTS, entry, `${entry}.mjs`)], env, output);
        return JSON.parse(await readFile(output, 'utf8')) as ClientRun;
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    },
  };
}
