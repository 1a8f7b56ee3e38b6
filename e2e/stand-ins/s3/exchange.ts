import type { IncomingMessage, ServerResponse } from 'node:http';
import type { S3Call } from './call-log.ts';
import type { CredentialLookup } from './credential-lookup.ts';
import type { Denials } from './denials.ts';
import type { FailureScript } from './failures.ts';
import type { S3Knobs } from './knobs.ts';
import type { S3Store } from './store/s3-store.ts';
import type { Throttle } from './throttle.ts';

/** The parts of a running stand-in that a request needs. */
export interface S3Service {
  readonly credentials: CredentialLookup;
  readonly store: S3Store;
  readonly knobs: S3Knobs;
  readonly denials: Denials;
  readonly failures: FailureScript;
  readonly throttle: Throttle;
  readonly calls: S3Call[];
  readonly now: () => number;
  /** Waits, or rejects when the stand-in is closed meanwhile. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** One request and its answer being made. */
export interface Exchange {
  readonly service: S3Service;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether the client waits for `100 Continue` before it sends the body. */
  readonly expectsContinue: boolean;
}

/** Thrown to cut the connection instead of answering. */
export class ConnectionReset extends Error {}
