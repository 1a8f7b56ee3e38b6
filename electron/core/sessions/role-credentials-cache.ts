import type { Clock } from '../ports.ts';
import type { RoleCredentials } from './portal-client.ts';

/** Credentials are renewed this long before they end (the AWS CLI's mandatory window is 10 to 15 minutes)… */
const MARGIN_MS = 15 * 60_000;
/** …but short-lived ones only in the last quarter of their life, or they would be renewed on every use. */
const MARGIN_SHARE = 0.25;

interface Entry {
  readonly owner: string;
  readonly credentials: RoleCredentials;
  readonly renewAt: number;
}

/** A request under way, and how many wait for it. */
interface Flight {
  readonly owner: string;
  readonly end: AbortController;
  readonly credentials: Promise<RoleCredentials>;
  waiting: number;
}

/** Role credentials in memory, never on disk; one request at a time for each role. */
export class RoleCredentialsCache {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #underWay = new Map<string, Flight>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param owner the session they come through, to be dropped with it
   * @param key the role
   * @param fetch gets new ones; called once however many wait. Its signal is aborted when nobody waits any more
   * @param signal lets one who waits leave; one without a signal stays
   */
  async get(
    owner: string,
    key: string,
    fetch: (signal: AbortSignal) => Promise<RoleCredentials>,
    signal?: AbortSignal,
  ): Promise<RoleCredentials> {
    signal?.throwIfAborted();
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.renewAt > this.#clock.now()) return entry.credentials;
    const flight = this.#underWay.get(key) ?? this.#begin(owner, key, fetch);
    flight.waiting += 1;
    return signal === undefined ? flight.credentials : this.#wait(key, flight, signal);
  }

  /**
   * Drops one role's credentials, after a service said that they have expired.
   * @param used those that it said it of: of many requests under way some hear of it late, when new ones are there
   */
  drop(key: string, used: RoleCredentials): void {
    if (this.#entries.get(key)?.credentials === used) this.#entries.delete(key);
  }

  /**
   * Drops everything that came through a session.
   * @param because ends what is under way, too, with this for those who wait
   * @returns Unix ms until which the longest-lived of them stay valid elsewhere; undefined for none.
   */
  dropOwner(owner: string, because?: Error): number | undefined {
    // What is under way was asked for by a session that has ended: it is not kept.
    for (const [key, flight] of this.#underWay) {
      if (flight.owner !== owner) continue;
      this.#underWay.delete(key);
      if (because !== undefined) flight.end.abort(because);
    }
    let until: number | undefined;
    for (const [key, entry] of this.#entries) {
      if (entry.owner !== owner) continue;
      this.#entries.delete(key);
      if (entry.credentials.expiresAt > this.#clock.now()) {
        until = Math.max(until ?? 0, entry.credentials.expiresAt);
      }
    }
    return until;
  }

  /** Ends what is under way. */
  close(): void {
    for (const { end } of this.#underWay.values()) end.abort(new Error('closing'));
    this.#underWay.clear();
  }

  #begin(owner: string, key: string, fetch: (signal: AbortSignal) => Promise<RoleCredentials>): Flight {
    const end = new AbortController();
    // Begun a moment later, so that it is among those under way whatever it does.
    const credentials = Promise.resolve().then(() => fetch(end.signal));
    const flight: Flight = { owner, end, credentials, waiting: 0 };
    this.#underWay.set(key, flight);
    const land = (fetched: RoleCredentials | undefined) => {
      if (this.#underWay.get(key) !== flight) return;
      this.#underWay.delete(key);
      if (fetched !== undefined) this.#keep(owner, key, fetched);
    };
    credentials.then(land, () => land(undefined));
    return flight;
  }

  #wait(key: string, flight: Flight, signal: AbortSignal): Promise<RoleCredentials> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        flight.waiting -= 1;
        if (flight.waiting > 0) return;
        if (this.#underWay.get(key) === flight) this.#underWay.delete(key);
        flight.end.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      flight.credentials.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #keep(owner: string, key: string, credentials: RoleCredentials): void {
    const left = credentials.expiresAt - this.#clock.now();
    const renewAt = credentials.expiresAt - Math.min(MARGIN_MS, left * MARGIN_SHARE);
    this.#entries.set(key, { owner, credentials, renewAt });
  }
}
