import type { ListingSpec, ListingState, ListingView } from '../../shared/listing.ts';
import type { Clock } from '../../electron/core/ports.ts';
import { BucketCalls } from '../../electron/core/s3/bucket-calls.ts';
import { Listings } from '../../electron/core/s3/listing/listings.ts';
import { S3Clients } from '../../electron/core/s3/s3-clients.ts';
import type { RoleAccess } from '../../electron/core/sessions/role-access.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { CountingHttpHandler } from '../../electron/core/support/http-handler.ts';
import { type S3Options, type S3StandIn, startS3 } from '../stand-ins/s3/index.ts';
import { InlineRows } from './inline-rows.ts';
import { type Spoil, startSpoilingProxy } from './spoiling-proxy.ts';

export const BUCKET = 'acme-archive';
const ACCOUNT = '111122223333';

/** The order of the bucket itself. */
export const BY_NAME: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };

export interface ListingWorld {
  readonly s3: S3StandIn;
  readonly listings: Listings;
  readonly clock: FakeClock;
  /** How often credentials were fetched. */
  readonly renewals: () => number;
  /** Begins a listing; it is closed with the world. */
  list(spec?: Partial<ListingSpec>): OpenListing;
  put(keys: Iterable<string>): void;
  close(): Promise<void>;
}

export interface OpenListing {
  readonly id: string;
  readonly state: ListingState | undefined;
  /** Resolves with the first state, the present one included, that fits. */
  until(fits: (state: ListingState) => boolean): Promise<ListingState>;
  /** Names of all rows, folders first. */
  names(): Promise<string[]>;
  /** Lets go of it; resolves when everything of it has ended. */
  leave(): Promise<unknown>;
}

/** An S3 stand-in with one bucket, and listings that reach it over real sockets. */
export async function startListingWorld(
  options: Partial<Pick<S3Options, 'knobs'>> & { region?: string; waits?: Clock; spoil?: Spoil } = {},
): Promise<ListingWorld> {
  const secret = {
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    accountId: ACCOUNT,
    roleName: 'R',
  };
  const s3 = await startS3({
    credentials: { lookup: (id) => (id.startsWith('AKIAIOSFODNN7EXAMPLE') ? secret : undefined) },
    ...(options.knobs === undefined ? {} : { knobs: options.knobs }),
  });
  s3.store.createBucket({ name: BUCKET, region: options.region ?? 'eu-west-1', accountId: ACCOUNT });
  const clock = new FakeClock();
  let renewals = 0;
  let current: object | undefined;
  const roles = {
    role: () => ({ region: 'eu-west-1', accountId: ACCOUNT, roleName: 'R', key: 'r', profile: undefined }),
    credentials: async () => {
      if (current === undefined) renewals += 1;
      current ??= { accessKeyId: `AKIAIOSFODNN7EXAMPLE${renewals}`, secretAccessKey: secret.secretAccessKey };
      return current;
    },
    dropCredentials: () => {
      current = undefined;
    },
  } as unknown as RoleAccess;
  const log = () => {};
  const handler = new CountingHttpHandler({}, { info: log, warn: log, error: log });
  const proxy = options.spoil && (await startSpoilingProxy(s3.url, options.spoil));
  const env = { AWS_ENDPOINT_URL_S3: proxy?.url ?? s3.url };
  const clients = new S3Clients(roles, handler, env, () => new Map());
  const waits = options.waits ?? clock;
  const rows = new InlineRows();
  const listings = new Listings(new BucketCalls(clients, roles, waits), rows, waits);
  const leaving: (() => Promise<unknown>)[] = [];

  const list: ListingWorld['list'] = (spec = {}) => {
    const id = crypto.randomUUID();
    const end = new AbortController();
    const at = { target: { kind: 'profile', profile: 'prod' }, bucket: BUCKET } as const;
    const kept = listings.keep(id, { at, prefix: '', kind: 'search', ...spec }, end.signal);
    const leave = () => {
      end.abort();
      return kept;
    };
    leaving.push(leave);
    const until: OpenListing['until'] = (fits) =>
      new Promise((resolve) => {
        const stop = listings.snapshots.subscribe((states) => {
          const state = states[id];
          if (state === undefined || !fits(state)) return;
          resolve(state);
          queueMicrotask(() => stop());
        });
      });
    const names = async () => {
      const found: string[] = [];
      for (;;) {
        const { rows, total } = await listings.rows(id, BY_NAME, found.length, 1000);
        found.push(...rows.map(({ name }) => name));
        if (rows.length === 0 || found.length >= total) return found;
      }
    };
    return {
      id,
      until,
      names,
      leave,
      get state() {
        return listings.snapshots.value[id];
      },
    };
  };

  return {
    s3,
    listings,
    clock,
    renewals: () => renewals,
    list,
    put: (keys) => {
      for (const key of keys) s3.store.put(BUCKET, key, { size: key.length });
    },
    async close() {
      await Promise.all(leaving.map((leave) => leave()));
      await rows.close();
      handler.destroy();
      await proxy?.close();
      await s3.close();
    },
  };
}
