import type { SessionId, SessionStatus, SignedOutReason, TokenStorage } from '../../../shared/session.ts';
import { failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { Clock } from '../ports.ts';
import type { ClientRegistration, SsoToken, StoredSession } from './stored-session.ts';
import type { TokenVault } from './token-vault.ts';

interface Kept {
  readonly stored: StoredSession;
  readonly storage: TokenStorage;
}

const NEVER: SessionStatus = { state: 'signed-out', reason: 'never' };
/** A token is not used in its last seconds: it would end on the way. */
const LAST_MOMENT_MS = 5_000;

/**
 * Who is signed in, and for how long. Loads each session from the vault once, keeps the vault up to date,
 * and notices by itself when a token ends.
 */
export class SessionStore {
  readonly #vault: TokenVault;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #kept = new Map<SessionId, Kept>();
  readonly #ended = new Map<SessionId, SignedOutReason>();
  #alarm = new AbortController();

  constructor(vault: TokenVault, clock: Clock, changed: () => void) {
    this.#vault = vault;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Reads what the vault keeps for these sessions. Sessions already known are left as they are. */
  async open(sessions: readonly AwsSession[]): Promise<void> {
    // All at once: they wait for one answer of the keychain, not each for its own.
    await Promise.all(sessions.map((session) => this.#load(session)));
    this.#setAlarm();
  }

  status(session: AwsSession): SessionStatus {
    const kept = this.#kept.get(session.id);
    const token = this.#matching(session, kept)?.token;
    if (kept === undefined || token === undefined) {
      const reason = this.#ended.get(session.id);
      return reason === undefined ? NEVER : { state: 'signed-out', reason };
    }
    if (token.expiresAt <= this.#clock.now()) return { state: 'signed-out', reason: 'expired' };
    const { signedInAt, expiresAt } = token;
    return { state: 'signed-in', signedInAt, expiresAt, storage: kept.storage };
  }

  registration(session: AwsSession): ClientRegistration | undefined {
    return this.#matching(session, this.#kept.get(session.id))?.registration;
  }

  /** The access token. @throws {AppFailure} `session.signed-out` where there is none, or its time is over. */
  accessToken(session: AwsSession): string {
    const token = this.#matching(session, this.#kept.get(session.id))?.token;
    if (token === undefined || token.expiresAt - LAST_MOMENT_MS <= this.#clock.now()) {
      throw failure('session.signed-out', { session: session.name });
    }
    return token.accessToken;
  }

  /** Whether a token is there, even one that has ended: signing out should still clear it away. */
  holdsToken(session: AwsSession): string | undefined {
    return this.#kept.get(session.id)?.stored.token?.accessToken;
  }

  async keepRegistration(session: AwsSession, registration: ClientRegistration): Promise<void> {
    await this.#keep(session, { ...this.#matching(session, this.#kept.get(session.id)), registration });
  }

  async keepToken(session: AwsSession, token: SsoToken): Promise<void> {
    this.#ended.delete(session.id);
    await this.#keep(session, { ...this.#matching(session, this.#kept.get(session.id)), token });
  }

  /**
   * Forgets a token; the client registration stays, as with `aws sso logout`.
   * @throws {AppFailure} where the sealed file can't be removed
   */
  async forgetToken(session: AwsSession, reason: SignedOutReason): Promise<void> {
    const kept = this.#kept.get(session.id);
    this.#ended.set(session.id, reason);
    this.#kept.delete(session.id);
    // Removed first and written anew: a file that stays behind must never still hold the token.
    await this.#vault.remove(session.id);
    const registration = kept?.stored.registration;
    if (registration !== undefined) await this.#keep(session, { registration });
    this.#setAlarm();
    this.#changed();
  }

  close(): void {
    this.#alarm.abort();
  }

  async #load({ id, startUrl, region }: AwsSession): Promise<void> {
    if (this.#kept.has(id)) return;
    const stored = await this.#vault.load(id);
    if (stored === undefined || this.#kept.has(id)) return;
    if (stored === 'damaged') {
      this.#ended.set(id, 'unreadable');
      return;
    }
    // A session that now leads to another portal is another session, whatever its name.
    if (stored.startUrl !== startUrl || stored.region !== region) return;
    this.#kept.set(id, { stored, storage: 'keychain' });
  }

  #matching(session: AwsSession, kept: Kept | undefined): StoredSession | undefined {
    const stored = kept?.stored;
    return stored?.startUrl === session.startUrl && stored.region === session.region ? stored : undefined;
  }

  async #keep(session: AwsSession, change: Partial<StoredSession>): Promise<void> {
    const stored: StoredSession = { ...change, startUrl: session.startUrl, region: session.region };
    const storage = await this.#vault.save(session.id, stored);
    this.#kept.set(session.id, { stored, storage });
    this.#setAlarm();
    this.#changed();
  }

  /** Wakes when the next token ends. */
  #setAlarm(): void {
    this.#alarm.abort();
    this.#alarm = new AbortController();
    const now = this.#clock.now();
    const ends = [...this.#kept.values()].flatMap(({ stored }) => stored.token?.expiresAt ?? []);
    const next = Math.min(...ends.filter((end) => end > now));
    if (!Number.isFinite(next)) return;
    // Long timers overflow (2^31 ms) and sleep through a suspended computer: look at least once an hour.
    this.#clock.sleep(Math.min(next - now, 3_600_000), this.#alarm.signal).then(
      () => {
        this.#setAlarm();
        this.#changed();
      },
      () => undefined,
    );
  }
}
