import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CredentialLedger } from '../credential-ledger.ts';
import { type StsCall, newCall } from './sts-call.ts';
import { StsError } from './sts-error.ts';
import { type StsFailure, StsFailures } from './sts-failures.ts';
import { type StsState, assumeRole, assumeRoleWithWebIdentity, getCallerIdentity } from './sts-operations.ts';
import type { StsRole } from './sts-role.ts';
import { errorXml, resultXml } from './sts-xml.ts';
import { verifyCaller } from './verify-caller.ts';

export interface StsOptions {
  /** Who is known already, and where what is issued is recorded. */
  readonly credentials: CredentialLedger;
  /** When sessions begin and end, in epoch milliseconds. */
  readonly clock?: () => number;
  readonly port?: number;
}

/** A running stand-in. */
export interface StsStandIn {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly environment: Readonly<Record<'AWS_ENDPOINT_URL_STS', string>>;
  /** May be changed at any time. */
  readonly roles: StsRole[];
  /** One-time codes by a device's serial number; each is good once. */
  readonly mfaCodes: Map<string, string[]>;
  /** Every request so far, oldest first; may be emptied by `calls.length = 0`. */
  readonly calls: StsCall[];
  /** Makes coming calls fail, one where no number is given. */
  failNext(how: StsFailure, times?: number): void;
  clearFailures(): void;
  close(): Promise<void>;
}

const GARBAGE = '<!doctype html><title>Welcome</title><p>Please accept the terms to use this network.</p>';

/** Starts the stand-in on 127.0.0.1. @throws Error when the port is taken */
export async function startSts(options: StsOptions): Promise<StsStandIn> {
  const clock = options.clock ?? Date.now;
  const state: StsState = { credentials: options.credentials, clock, roles: [], mfaCodes: new Map() };
  const failures = new StsFailures();
  const calls: StsCall[] = [];

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return; // the client has gone away in the middle of its request
    const form = new URLSearchParams(body);
    const call = newCall(form, clock());
    calls.push(call);
    const requestId = randomUUID();
    const send = (status: number, type: string, content: string) => {
      call.status = status;
      response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': requestId }).end(content);
    };
    const refuse = ({ code, status, message }: StsError) => {
      call.code = code;
      send(status, 'text/xml', errorXml(code, message, requestId));
    };
    const failure = failures.take();
    if (failure === 'hang') return;
    if (failure === 'reset') return void request.socket.resetAndDestroy();
    if (failure === 'garbage') return send(200, 'text/html', GARBAGE);
    if (failure !== undefined) {
      return refuse(new StsError(failure.code, failure.status, failure.message ?? 'Scripted failure.'));
    }
    try {
      send(200, 'text/xml', resultXml(call.operation, requestId, ...answer(request, body, form, call)));
    } catch (thrown) {
      refuse(thrown instanceof StsError ? thrown : new StsError('InternalFailure', 500, String(thrown)));
    }
  }

  function answer(request: IncomingMessage, body: string, form: URLSearchParams, call: StsCall): string[] {
    if (call.operation === 'AssumeRoleWithWebIdentity') return assumeRoleWithWebIdentity(state, form);
    const signed = verifyCaller(request.headers, body, state.credentials, Date.now(), clock());
    call.region = signed.region;
    call.accessKeyId = signed.caller.accessKeyId;
    if (call.operation === 'AssumeRole') return assumeRole(state, signed.caller, form);
    if (call.operation === 'GetCallerIdentity') return getCallerIdentity(signed.caller);
    throw new StsError('InvalidAction', 400, `Could not find operation ${call.operation}`);
  }

  const server = createServer((request, response) => void respond(request, response));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: { AWS_ENDPOINT_URL_STS: url },
    roles: state.roles,
    mfaCodes: state.mfaCodes,
    calls,
    failNext: (how, times = 1) => failures.add(how, times),
    clearFailures: () => failures.clear(),
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}
