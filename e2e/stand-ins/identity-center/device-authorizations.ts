import type { Client } from './client-registry.ts';
import type { IssuedSecrets } from './issued-secrets.ts';
import type { Knobs } from './knobs.ts';
import type { Organisation } from './organisation.ts';
import { oidcError } from './service-error.ts';
import { makeUserCode, normaliseUserCode } from './user-code.ts';

/** One device authorization (RFC 8628). Times are epoch milliseconds. */
export interface DeviceAuthorization {
  deviceCode: string;
  userCode: string;
  client: Client;
  organisation: Organisation;
  decision: 'pending' | 'approved' | 'denied' | 'used';
  expiresAt: number;
  /** Grows by five with every `slow_down`. */
  intervalSeconds: number;
  polls: number;
  lastPollAt: number | undefined;
}

/** RFC 8628 §3.5: what one `slow_down` adds to the interval, for that poll and all later ones. */
const SLOW_DOWN_SECONDS = 5;
/** Timers and clocks are a little off; a client that waits the interval must never be called too fast. */
const JITTER_MS = 20;

export class DeviceAuthorizations {
  readonly #byUserCode = new Map<string, DeviceAuthorization>();
  readonly #byDeviceCode = new Map<string, DeviceAuthorization>();
  readonly #knobs: Knobs;
  readonly #secrets: IssuedSecrets;
  #slowDowns = 0;

  constructor(knobs: Knobs, secrets: IssuedSecrets) {
    this.#knobs = knobs;
    this.#secrets = secrets;
  }

  /** How many polls were answered `slow_down` so far. */
  get slowDowns(): number {
    return this.#slowDowns;
  }

  start(client: Client, organisation: Organisation): DeviceAuthorization {
    let userCode = makeUserCode();
    while (this.#byUserCode.has(userCode)) userCode = makeUserCode();
    const authorization: DeviceAuthorization = {
      deviceCode: this.#secrets.make('', 64),
      userCode,
      client,
      organisation,
      decision: this.#knobs.autoApprove ? 'approved' : 'pending',
      expiresAt: this.#knobs.clock() + this.#knobs.deviceCodeLifetimeSeconds * 1000,
      intervalSeconds: this.#knobs.intervalSeconds,
      polls: 0,
      lastPollAt: undefined,
    };
    this.#byUserCode.set(userCode, authorization);
    this.#byDeviceCode.set(authorization.deviceCode, authorization);
    return authorization;
  }

  /** Finds by user code, however it was typed. */
  find(userCode: string): DeviceAuthorization | undefined {
    return this.#byUserCode.get(normaliseUserCode(userCode));
  }

  isExpired(authorization: DeviceAuthorization): boolean {
    return this.#knobs.clock() >= authorization.expiresAt;
  }

  /** Whether it can still be approved or denied. */
  isWaiting(authorization: DeviceAuthorization): boolean {
    return authorization.decision === 'pending' && !this.isExpired(authorization);
  }

  /** Those still waiting, oldest first. */
  waiting(): DeviceAuthorization[] {
    return [...this.#byUserCode.values()].filter((one) => this.isWaiting(one));
  }

  /**
   * One poll. Returns the authorization when it is approved, and uses it up.
   *
   * @throws ServiceError InvalidGrantException (unknown, used, or another client's code), ExpiredTokenException,
   * AccessDeniedException, AuthorizationPendingException, SlowDownException.
   */
  redeem(client: Client, deviceCode: string): DeviceAuthorization {
    const found = this.#byDeviceCode.get(deviceCode);
    if (found === undefined || found.client !== client) {
      throw oidcError('InvalidGrantException', 'The device code is invalid.');
    }
    const tooFast = this.#countPoll(found);
    if (found.decision === 'used') throw oidcError('InvalidGrantException', 'The device code has been used.');
    if (this.isExpired(found)) throw oidcError('ExpiredTokenException', 'The device code has expired.');
    if (found.decision === 'denied') throw oidcError('AccessDeniedException', 'The person denied access.');
    // A slow_down says "still pending" (RFC 8628 §3.5), so an approved code is handed out at any pace.
    const scripted = found.polls <= this.#knobs.slowDowns;
    if (scripted || (tooFast && found.decision === 'pending')) throw this.#slowDown(found);
    if (found.decision === 'pending') {
      throw oidcError('AuthorizationPendingException', 'The authorization is still pending.');
    }
    found.decision = 'used';
    return found;
  }

  #countPoll(authorization: DeviceAuthorization): boolean {
    const now = this.#knobs.clock();
    const { lastPollAt, intervalSeconds } = authorization;
    authorization.polls += 1;
    authorization.lastPollAt = now;
    return lastPollAt !== undefined && now - lastPollAt < intervalSeconds * 1000 - JITTER_MS;
  }

  #slowDown(authorization: DeviceAuthorization): Error {
    this.#slowDowns += 1;
    authorization.intervalSeconds += SLOW_DOWN_SECONDS;
    return oidcError('SlowDownException', 'The client polls too fast.');
  }
}
