import { NodeHttpHandler } from '@smithy/node-http-handler';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { noteCall } from './call-counter.ts';

/** Milliseconds to wait for a connection, and for an answer to begin. */
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;

/**
 * What the AWS clients send their requests through. One per app, so connections are shared and kept alive.
 * `AWS_CA_BUNDLE` names certificates that are trusted besides the usual ones (company TLS inspection).
 */
export class CountingHttpHandler extends NodeHttpHandler {
  constructor(env: Readonly<Record<string, string | undefined>>) {
    super({
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
      httpsAgent: new Agent({ keepAlive: true, maxSockets: 50, ...extraCertificates(env['AWS_CA_BUNDLE']) }),
    });
  }

  override handle(...args: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    noteCall();
    return super.handle(...args);
  }
}

function extraCertificates(path: string | undefined): { ca?: string[] } {
  if (path === undefined || path === '') return {};
  try {
    return { ca: [...rootCertificates, readFileSync(path, 'utf8')] };
  } catch {
    // A bundle that can't be read would make every request fail; without it only those that need it do,
    // and their error names the certificate.
    return {};
  }
}
