import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { S3Call } from './call-log.ts';
import type { CredentialLookup } from './credential-lookup.ts';
import { type Denial, Denials } from './denials.ts';
import { type Failure, FailureScript } from './failures.ts';
import type { S3Service } from './exchange.ts';
import { handleRequest } from './handle-request.ts';
import { defaultKnobs, type S3Knobs } from './knobs.ts';
import { S3Store } from './store/s3-store.ts';
import { Throttle } from './throttle.ts';

export interface S3Options {
  readonly credentials: CredentialLookup;
  /** Any free port where absent. */
  readonly port?: number;
  /** The clock, in epoch milliseconds: signatures, expiry and dates all go by it. */
  readonly now?: () => number;
  readonly knobs?: Partial<S3Knobs>;
  /** The person in the ARNs of AccessDenied texts. */
  readonly userName?: string;
}

/** A running stand-in. */
export interface S3StandIn {
  /** `http://127.0.0.1:PORT`, for clients' endpoint settings. */
  readonly url: string;
  readonly port: number;
  readonly store: S3Store;
  readonly knobs: S3Knobs;
  /** Every request so far, oldest first; may be emptied by `calls.length = 0`. */
  readonly calls: S3Call[];
  /** Takes a permission away. @returns a function that gives it back. */
  deny(denial: Denial): () => void;
  /** Makes coming requests fail. */
  failNext(failure: Failure): void;
  /** Forgets failures that haven't happened. */
  clearFailures(): void;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1. @throws Error when the port is taken */
export async function startS3(options: S3Options): Promise<S3StandIn> {
  const now = options.now ?? Date.now;
  const closing = new AbortController();
  const failures = new FailureScript();
  const denials = new Denials(options.userName ?? 'demo.user');
  const service: S3Service = {
    credentials: options.credentials,
    store: new S3Store(now),
    knobs: { ...defaultKnobs(), ...options.knobs },
    denials,
    failures,
    throttle: new Throttle(),
    calls: [],
    now,
    wait: (milliseconds) => delay(milliseconds, undefined, { signal: closing.signal }),
  };
  const server = createServer({ keepAliveTimeout: 30_000 });
  server.on(
    'request',
    (message, response) => void handleRequest({ service, message, response, expectsContinue: false }),
  );
  server.on(
    'checkContinue',
    (message, response) => void handleRequest({ service, message, response, expectsContinue: true }),
  );
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    store: service.store,
    knobs: service.knobs,
    calls: service.calls,
    deny: (denial) => denials.add(denial),
    failNext: (failure) => failures.add(failure),
    clearFailures: () => failures.clear(),
    async close() {
      closing.abort();
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}
