import { NodeHttpHandler } from '@smithy/node-http-handler';
import { readFile } from 'node:fs/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import * as tls from 'node:tls';
import type { Logger } from '../ports.ts';
import { noteCall } from './call-counter.ts';

/** Milliseconds to wait for a connection, and for an answer to begin. */
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
/** To one host; a listing alone may use half of them. */
const SOCKETS = { keepAlive: true, maxSockets: 128 };

/**
 * What the AWS clients send their requests through. One per app, so connections are shared and kept alive.
 * Trusted are Node's own certificates, the system's (where companies put theirs), and those that
 * `AWS_CA_BUNDLE` names.
 */
export class CountingHttpHandler extends NodeHttpHandler {
  constructor(env: Readonly<Record<string, string | undefined>>, logger: Logger) {
    // Made at the first request: reading the system's certificates takes its time on some systems.
    super(async () => ({
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
      httpAgent: new http.Agent(SOCKETS),
      httpsAgent: new https.Agent({ ...SOCKETS, ca: await certificates(env, logger) }),
    }));
  }

  override handle(...args: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    noteCall();
    return super.handle(...args);
  }
}

async function certificates(
  env: Readonly<Record<string, string | undefined>>,
  logger: Logger,
): Promise<string[]> {
  const bundle = env['AWS_CA_BUNDLE'];
  const named = bundle ? await readBundle(bundle, logger) : [];
  return [...new Set([...knownCertificates(), ...named])];
}

function knownCertificates(): readonly string[] {
  // Absent from Node before 22.15.
  const { getCACertificates } = tls as Partial<typeof tls>;
  if (getCACertificates === undefined) return tls.rootCertificates;
  return [...getCACertificates('default'), ...getCACertificates('system')];
}

/** A bundle that can't be read is left out, and the log says so: only what needs it fails, naming the certificate. */
async function readBundle(path: string, logger: Logger): Promise<string[]> {
  try {
    return [await readFile(path, 'utf8')];
  } catch (thrown) {
    logger.warn('AWS_CA_BUNDLE could not be read', { path, code: (thrown as NodeJS.ErrnoException).code });
    return [];
  }
}
