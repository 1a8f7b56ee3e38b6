/** `npm run bench [-- NAME]`: measurements against peers on the same local server, printed as medians and ratios. */
import { benchClickToBuckets } from './bench/click-to-buckets.ts';
import { benchConfig } from './bench/config/bench-config.ts';
import { benchGrid } from './bench/grid/bench-grid.ts';
import { benchListing } from './bench/listing/bench-listing.ts';
import { benchStartUp } from './bench/start-up.ts';
import { demandNode24 } from './support/project.ts';

/** Each takes the arguments behind its name. */
const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  buckets: benchClickToBuckets,
  start: benchStartUp,
  listing: benchListing,
  grid: benchGrid,
  config: benchConfig,
};

demandNode24();
const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(BENCHES) : [BENCHES[name]];
for (const bench of chosen) {
  if (bench === undefined)
    throw new Error(`No such bench: ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  await bench(args);
}
