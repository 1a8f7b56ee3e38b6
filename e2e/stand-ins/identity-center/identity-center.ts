import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CredentialLedger } from '../credential-ledger.ts';
import { type Call, CallLog, type CallWait } from './call-log.ts';
import { createState } from './center-state.ts';
import type { DeviceAuthorization } from './device-authorizations.ts';
import { FailureScript, type ScriptedFailure } from './failure-script.ts';
import { type Knobs, defaultKnobs } from './knobs.ts';
import type { OperationName } from './operations.ts';
import type { Organisation } from './organisation.ts';
import { createListener } from './request-listener.ts';

export interface IdentityCenterOptions extends Partial<Knobs> {
  organisation: Organisation | Organisation[];
  /** 0 or left out: the system chooses. */
  port?: number;
  /** Where role credentials are recorded; hand the same one to the S3 stand-in. */
  ledger?: CredentialLedger;
}

export interface IdentityCenter {
  /** `http://127.0.0.1:PORT`, for both services and the pages. */
  readonly url: string;
  readonly port: number;
  /** The variables that point an AWS SDK or the AWS CLI at this server. */
  readonly environment: Readonly<Record<'AWS_ENDPOINT_URL_SSO' | 'AWS_ENDPOINT_URL_SSO_OIDC', string>>;
  /**
   * The same with the placeholder `{region}` in the address, which Bucket Porter fills in (no AWS SDK does): each
   * region then answers for itself, and knows only its own organisations.
   */
  readonly regionalEnvironment: IdentityCenter['environment'];
  /** May be changed at any time. */
  readonly knobs: Knobs;
  /** May be changed at any time, for instance to take a role away. */
  readonly organisations: Organisation[];
  readonly ledger: CredentialLedger;
  /** Every request, oldest first. */
  readonly calls: readonly Call[];
  /** The most calls that waited for their answers at the same time. */
  readonly mostUnderWay: number;
  /** How many polls were answered `slow_down`. */
  readonly slowDownCount: number;
  /** User codes that wait for a decision, oldest first. */
  pendingAuthorizations(): string[];
  /** @throws Error if no sign-in waits for this code. The same holds for `deny` and `expire`. */
  approve(userCode: string): void;
  deny(userCode: string): void;
  expire(userCode: string): void;
  /** Ends every session: access and refresh tokens stop working, role credentials don't. */
  revokeSessions(): void;
  failNext(failure: ScriptedFailure): void;
  clearFailures(): void;
  /** Resolves once the call has been made, at once if it has been already. Rejects when the server closes first. */
  waitForCall(operation: OperationName, wait?: CallWait): Promise<Call>;
  /**
   * Every secret value ever handed out: client secrets, device and authorization codes, access and refresh tokens,
   * secret keys, session tokens.
   */
  secrets(): string[];
  close(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1. */
export async function startIdentityCenter(options: IdentityCenterOptions): Promise<IdentityCenter> {
  const { organisation, port: wantedPort = 0, ledger = new CredentialLedger(), ...turned } = options;
  const knobs: Knobs = { ...defaultKnobs(), ...turned };
  const state = createState(knobs, [organisation].flat(), ledger);
  const log = new CallLog();
  const failures = new FailureScript();
  const server = createServer(createListener(state, log, failures));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wantedPort, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  state.url = `http://127.0.0.1:${port}`;

  const waiting = (userCode: string): DeviceAuthorization => {
    const found = state.devices.find(userCode);
    if (found === undefined || !state.devices.isWaiting(found))
      throw new Error(`No sign-in waits for the code ${userCode}.`);
    return found;
  };
  return {
    url: state.url,
    port,
    environment: { AWS_ENDPOINT_URL_SSO: state.url, AWS_ENDPOINT_URL_SSO_OIDC: state.url },
    regionalEnvironment: {
      AWS_ENDPOINT_URL_SSO: `${state.url}/regions/{region}`,
      AWS_ENDPOINT_URL_SSO_OIDC: `${state.url}/regions/{region}`,
    },
    knobs,
    organisations: state.organisations,
    ledger,
    calls: log.calls,
    get mostUnderWay() {
      return log.mostUnderWay;
    },
    get slowDownCount() {
      return state.devices.slowDowns;
    },
    pendingAuthorizations: () => state.devices.waiting().map((one) => one.userCode),
    approve: (userCode) => {
      waiting(userCode).decision = 'approved';
    },
    deny: (userCode) => {
      waiting(userCode).decision = 'denied';
    },
    expire: (userCode) => {
      waiting(userCode).expiresAt = knobs.clock();
    },
    revokeSessions: () => state.sessions.endAll(),
    failNext: (failure) => failures.add(failure),
    clearFailures: () => failures.clear(),
    waitForCall: (operation, wait) => log.wait(operation, wait),
    secrets: () => [...state.secrets.values(), ...ledger.secrets()],
    close: async () => {
      log.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
