/** `npm run bench [-- NAME]`: measurements against peers on the same local server, printed as medians and ratios. */
import { benchClickToBuckets } from './bench/click-to-buckets.ts';
import { benchStartUp } from './bench/start-up.ts';
import { ensureBuilt } from './support/build.ts';
import { demandNode24 } from './support/project.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  buckets: benchClickToBuckets,
  start: benchStartUp,
};

demandNode24();
const [name] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(BENCHES) : [BENCHES[name]];
ensureBuilt();
for (const bench of chosen) {
  if (bench === undefined)
    throw new Error(`No such bench: ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  await bench();
}
