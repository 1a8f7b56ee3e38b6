import type { RegionSearch } from '../../../../shared/start-url.ts';
import { failure } from '../../app-failure.ts';
import type { AwsSession } from '../../aws-config/aws-profiles.ts';
import type { Clock } from '../../ports.ts';
import { isPassing, networkFailure } from '../../support/network-failure.ts';
import { withTimeLimit } from '../../support/time-limit.ts';
import type { OidcClient } from '../oidc-client.ts';
import { candidateRegions } from './candidate-regions.ts';

/** Regions asked at the same time. */
const AT_ONCE = 6;
/** For one region's answer, whether it comes or not. */
const PATIENCE_MS = 10_000;
/** How often a region is asked that is busy or stumbles, the first time included. */
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;

export interface RegionSearchOptions {
  /** As the service knows the portal. */
  readonly issuerUrl: string;
  readonly partition: string;
  readonly sessionName: string;
  readonly oidc: (session: AwsSession) => OidcClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

type Answer = 'here' | 'elsewhere' | 'unreachable';

/**
 * Asks a partition's regions for a portal, by beginning a device authorization in each: only the region that has
 * the portal answers with a code, every other one with `InvalidRequestException`. The codes are never shown to
 * anybody and end by themselves; the clients registered for asking are thrown away.
 */
export async function searchRegions(options: RegionSearchOptions): Promise<RegionSearch> {
  const { partition, signal } = options;
  const queue = candidateRegions(partition).values();
  const found = new AbortController();
  const stop = AbortSignal.any([signal, found.signal]);
  let region: string | undefined;
  let asked = 0;
  let unreachable = 0;

  const askOn = async () => {
    for (const candidate of queue) {
      const answer = await askRegion(candidate, { ...options, signal: stop });
      if (answer === 'unreachable') unreachable += 1;
      else asked += 1;
      if (answer !== 'here') continue;
      region ??= candidate;
      found.abort();
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, askOn));
  signal.throwIfAborted();
  if (region !== undefined) return { region, asked, unreachable };
  // Those that the find stopped have thrown its signal's reason; anything else is a fault of ours.
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  return { asked, unreachable };
}

async function askRegion(region: string, options: RegionSearchOptions): Promise<Answer> {
  const { issuerUrl, sessionName, oidc, clock, signal } = options;
  const client = oidc({
    id: `legacy:${issuerUrl}`,
    kind: 'legacy',
    cacheKey: issuerUrl,
    name: sessionName,
    startUrl: issuerUrl,
    region,
    registrationScopes: [],
  });
  const late = () => failure('network.timeout', { host: region });
  const ask = async (limited: AbortSignal) => {
    const registration = await client.register(limited);
    await client.authorize(registration, limited);
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withTimeLimit(PATIENCE_MS, clock, signal, late, ask);
      return 'here';
    } catch (thrown) {
      signal.throwIfAborted();
      if (isClosedConnection(thrown) && attempt === 1) continue;
      if (isBusy(thrown) && attempt < ATTEMPTS) {
        // Half of it by chance: several regions are asked at once, through the same door of a company's network.
        const longest = FIRST_WAIT_MS * 2 ** (attempt - 1);
        await clock.sleep(longest / 2 + Math.random() * (longest / 2), signal);
        continue;
      }
      return isAnswer(thrown) ? 'elsewhere' : 'unreachable';
    }
  }
}

/** Asks to slow down, or has a fault that passes. A network that isn't there is not asked again: other regions are. */
function isBusy(thrown: unknown): boolean {
  const slowDown = thrown instanceof Error && thrown.name === 'SlowDownException';
  return slowDown || (networkFailure(thrown, '') === undefined && isPassing(thrown));
}

/** A connection kept from an earlier request, which the other side closed just as it was to be used again. */
function isClosedConnection(thrown: unknown): boolean {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

/** A refusal by the service itself: `InvalidRequestException`, and the other exceptions that aren't faults. */
function isAnswer(thrown: unknown): boolean {
  const name = thrown instanceof Error ? thrown.name : '';
  return /^(Invalid|Unauthorized|AccessDenied|Unsupported)\w*Exception$/.test(name);
}
