/** Reads every page over many connections at once, unsigned, and drops it: what server and loopback can give. */
import { Agent, get } from 'node:http';
import { cpuSince, entryTarget, peakUntilNow, report } from './entry.ts';

const AT_ONCE = 32;
/** The elements before the first row. */
const HEAD_BYTES = 2048;

const { endpoint, bucket, keys: total, boundaries } = entryTarget();
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

const started = performance.now();
const cpu = process.cpuUsage();
let keys = 0;
const waiting = ['', ...boundaries].map((after, part) => ({ after, size: sizeOf(part) }));
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let range = waiting.shift(); range !== undefined; range = waiting.shift()) {
      await readRange(range.after, range.size);
    }
  }),
);
report({ ms: performance.now() - started, cpuMs: cpuSince(cpu), keys, peakBytes: peakUntilNow() });
agent.destroy();

/** All parts are of one size; the key that two of them share belongs to the one that ends with it. */
function sizeOf(part: number): number {
  const parts = boundaries.length + 1;
  const from = part === 0 ? -1 : Math.floor((part * total) / parts);
  const to = part === parts - 1 ? total - 1 : Math.floor(((part + 1) * total) / parts);
  return to - from;
}

async function readRange(after: string, size: number): Promise<void> {
  let token: string | undefined;
  for (let left = size; left > 0;) {
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': String(Math.min(1000, left)) });
    if (token !== undefined) query.set('continuation-token', token);
    else if (after !== '') query.set('start-after', after);
    const head = await readHead(`${endpoint}/${bucket}?${query}`);
    const count = Number(/<KeyCount>(\d+)</.exec(head)?.[1]);
    token = /<NextContinuationToken>([^<]+)</.exec(head)?.[1];
    keys += count;
    left -= count;
    if (token === undefined) return;
  }
}

function readHead(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let head: string | undefined;
      response.on('data', (chunk: Buffer) => (head ??= chunk.subarray(0, HEAD_BYTES).toString('latin1')));
      response.once('end', () => resolve(head ?? ''));
      response.once('error', reject);
    }).once('error', reject);
  });
}
