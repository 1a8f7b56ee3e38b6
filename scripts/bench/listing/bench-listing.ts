import { cpus, loadavg } from 'node:os';
import { type ListingBenchOptions, listingBenchOptions } from './bench-options.ts';
import { buildClients } from './build-clients.ts';
import { demandAllKeys } from './demand-all-keys.ts';
import type { Shape } from './key-shapes.ts';
import type { ClientRun, ListingClient } from './listing-client.ts';
import { OURS, RAW_READER, SDK_PAGINATOR } from './node-clients.ts';
import { programClients } from './program-clients.ts';
import { type Series, printGoals, printTable } from './report.ts';
import { type SyntheticS3, startSyntheticS3 } from './start-synthetic-s3.ts';

const WARM_UP_KEYS = 5_000;

/**
 * Lists synthetic buckets with our engine and with what people use instead, in turn on the same server, and compares
 * the keys that each found. @throws Error where a client found other keys than the bucket has
 */
export async function benchListing(args: readonly string[]): Promise<void> {
  const options = listingBenchOptions(args);
  const all: readonly ListingClient[] = [OURS, RAW_READER, SDK_PAGINATOR, ...programClients()];
  const wanted = all.filter(
    ({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)),
  );
  const clients = wanted.filter(({ missing }) => missing === undefined);
  console.log(`\nListing ${options.keys.toLocaleString('en')} keys, ${options.rounds} rounds in turn`);
  console.log(
    `  One server on this machine (${cpus().length} processors, shared with the client), unencrypted; it checks no`,
  );
  console.log(
    '  signatures. A latency is put before each answer; connecting and opening windows costs none.',
  );
  console.log(`  Other work on the machine: a load of ${(loadavg()[0] ?? 0).toFixed(1)} before the start.`);
  for (const { name, version, missing } of wanted) {
    if (version !== undefined) console.log(`  ${name}: ${version}`);
    if (missing !== undefined) console.log(`  Left out: ${name} (${missing}).`);
  }
  await buildClients();
  const server = await startSyntheticS3();
  try {
    for (const shape of options.shapes) {
      for (const latencyMs of options.latenciesMs)
        await benchShape(server, clients, shape, latencyMs, options);
    }
  } finally {
    await server.close();
  }
}

async function benchShape(
  server: SyntheticS3,
  clients: readonly ListingClient[],
  shape: Shape,
  latencyMs: number,
  options: ListingBenchOptions,
): Promise<void> {
  const left = options.full || latencyMs === 0 ? [] : clients.filter(({ slow }) => slow);
  const series = clients
    .filter((client) => !left.includes(client))
    .map((client): Series => {
      const keys = client.slow ? options.slowKeys : options.keys;
      return { client, keys, runs: [], tallies: [] };
    });
  for (const { client } of series) await runOnce(server, client, shape, WARM_UP_KEYS, 0);
  for (let round = 0; round < options.rounds; round += 1) {
    // Whoever is first in one round is last in another, so that none always has the warmer machine.
    const turn = series.map((_, index) => series[(index + round) % series.length]);
    for (const one of turn) {
      if (one === undefined) continue;
      const run = await runOnce(server, one.client, shape, one.keys, latencyMs);
      // Some take minutes; this tells that it goes on, and stays out of what is printed at the end.
      console.error(`  … ${shape}, +${latencyMs} ms, ${one.client.name}: ${(run.ms / 1000).toFixed(1)} s`);
      one.runs.push(run);
      one.tallies.push(await server.tally());
    }
  }
  printTable(`${shape}, +${latencyMs} ms`, series);
  if (left.length > 0) {
    console.log(`  Only with --full at this latency: ${left.map(({ name }) => name).join(', ')}`);
  }
  printGoals(series, latencyMs);
}

async function runOnce(
  server: SyntheticS3,
  client: ListingClient,
  shape: Shape,
  count: number,
  latencyMs: number,
): Promise<ClientRun> {
  const bucket = await server.open(shape, count);
  await server.begin(latencyMs);
  const run = await client.run({ server, bucket });
  demandAllKeys(client.name, run, bucket);
  return run;
}
