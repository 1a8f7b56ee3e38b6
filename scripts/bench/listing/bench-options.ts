import { parseArgs } from 'node:util';
import { SHAPES, type Shape } from './key-shapes.ts';

export interface ListingBenchOptions {
  readonly keys: number;
  /** Keys for slow clients. */
  readonly slowKeys: number;
  readonly rounds: number;
  readonly shapes: readonly Shape[];
  readonly latenciesMs: readonly number[];
  /** Slow clients at every latency and with every key. */
  readonly full: boolean;
  /** Clients whose name contains one of these; all where empty. */
  readonly only: readonly string[];
}

export const LISTING_USAGE = `npm run bench -- listing [--full] [--rounds 3] [--keys 1000000] [--slow-keys 100000]
    [--shapes ${SHAPES.join(',')}] [--latencies 0,50] [--only "Bucket Porter,rclone"]`;

/** @throws Error that says how it is used */
export function listingBenchOptions(args: readonly string[]): ListingBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      keys: { type: 'string', default: '1000000' },
      'slow-keys': { type: 'string', default: '100000' },
      shapes: { type: 'string', default: 'flat,deep,skewed' },
      latencies: { type: 'string', default: '0,50' },
      only: { type: 'string', default: '' },
    },
  });
  const keys = positive(values.keys);
  const shapes = values.shapes.split(',').map((name) => {
    const shape = SHAPES.find((known) => known === name);
    if (shape === undefined) throw new Error(`No such shape: ${name}\n${LISTING_USAGE}`);
    return shape;
  });
  return {
    keys,
    slowKeys: values.full ? keys : Math.min(keys, positive(values['slow-keys'])),
    rounds: positive(values.rounds),
    shapes,
    latenciesMs: values.latencies.split(',').map((text) => (text === '0' ? 0 : positive(text))),
    full: values.full,
    only: values.only.split(',').filter((name) => name !== ''),
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`Not a number of anything: ${text}\n${LISTING_USAGE}`);
}
