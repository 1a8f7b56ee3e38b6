import type { SessionId, SessionStatus, SignedOutReason, TokenStorage } from '../../../shared/session.ts';
import { failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { Clock } from '../ports.ts';
import type { ClientRegistration, SsoToken, StoredSession } from './stored-session.ts';
import type { TokenVault } from './token-vault.ts';

interface Kept {
  readonly session: AwsSession;
  readonly stored: StoredSession;
  readonly storage: TokenStorage;
}

const NEVER: SessionStatus = { state: 'signed-out', reason: 'never' };
/** A token is not used in its last seconds: it would end on the way. */
const LAST_MOMENT_MS = 5_000;
/** How long closing waits for files that are still being sealed. */
const CLOSING_MS = 2_000;

/**
 * Who is signed in, and for how long. What is known here counts at once; the vault follows, at the pace of
 * its keychain, and what was overtaken in the meantime is not written.
 */
export class SessionStore {
  readonly #vault: TokenVault;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #kept = new Map<SessionId, Kept>();
  readonly #ended = new Map<SessionId, SignedOutReason>();
  /** Counts what was decided about a session, so that slow work can tell whether it still matters. */
  readonly #turns = new Map<SessionId, number>();
  readonly #saving = new Set<Promise<void>>();
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

  /** Whether a sealed file waits for a key that the keychain doesn't give at the moment. */
  isLocked({ id }: AwsSession): boolean {
    return !this.#kept.has(id) && this.#ended.get(id) === 'locked';
  }

  /** Whether somebody is signed in whose session was locked before. */
  isOpen(session: AwsSession): boolean {
    return this.status(session).state === 'signed-in';
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

  /** A token that is there, even one that has ended: signing out should still clear it away. */
  token(session: Pick<AwsSession, 'id'>): string | undefined {
    return this.#kept.get(session.id)?.stored.token?.accessToken;
  }

  /** A session as it was when its token was kept: its name may have come to mean another portal since. */
  holder({ id }: Pick<AwsSession, 'id'>): AwsSession | undefined {
    return this.#kept.get(id)?.session;
  }

  /** Every session that holds a token, those that have left the config included. */
  holders(): readonly AwsSession[] {
    return [...this.#kept.values()].flatMap(({ session, stored }) => (stored.token ? [session] : []));
  }

  keepRegistration(session: AwsSession, registration: ClientRegistration): void {
    this.#keep(session, { ...this.#matching(session, this.#kept.get(session.id)), registration });
  }

  /** Signs in at once; sealing the token into the vault follows. */
  keepToken(session: AwsSession, token: SsoToken): void {
    this.#ended.delete(session.id);
    this.#keep(session, { ...this.#matching(session, this.#kept.get(session.id)), token });
  }

  /**
   * Forgets a token, here at once and then on disk; the client registration stays, as with `aws sso logout`.
   * @throws {AppFailure} `disk.refused` where the sealed file can't be removed
   */
  async forgetToken(session: AwsSession, reason: SignedOutReason): Promise<void> {
    const kept = this.#kept.get(session.id);
    this.#ended.set(session.id, reason);
    this.#kept.delete(session.id);
    this.#begin(session.id);
    this.#setAlarm();
    this.#changed();
    // Removed first and written anew: a file that stays behind must never still hold the token.
    await this.#vault.remove(session.id);
    const registration = kept?.stored.registration;
    if (registration !== undefined) this.#keep(session, { registration });
  }

  /**
   * A session got another name in the config: who is signed in stays so.
   * @throws {AppFailure} `disk.refused` where the file sealed under the old name can't be removed
   */
  async rename(from: SessionId, to: Pick<AwsSession, 'id' | 'name' | 'cacheKey'>): Promise<void> {
    const kept = this.#kept.get(from);
    if (kept === undefined) return;
    this.#keep({ ...kept.session, ...to }, kept.stored);
    this.#kept.delete(from);
    this.#begin(from);
    await this.#vault.remove(from);
  }

  /** Waits a moment for what is still being sealed. */
  async close(): Promise<void> {
    this.#alarm.abort();
    const limit = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref());
    await Promise.race([Promise.all(this.#saving), limit]);
  }

  async #load(session: AwsSession): Promise<void> {
    const { id } = session;
    if (this.#kept.has(id)) return;
    const turn = this.#turns.get(id);
    const stored = await this.#vault.load(id);
    if (this.#turns.get(id) !== turn || this.#kept.has(id)) return;
    if (stored === 'damaged') this.#ended.set(id, 'unreadable');
    else if (stored === 'locked') this.#ended.set(id, 'locked');
    else if (this.#ended.get(id) === 'locked') this.#ended.delete(id);
    if (stored === undefined || typeof stored === 'string') return;
    // A session that now leads to another portal is another session, whatever its name.
    if (stored.startUrl !== session.startUrl || stored.region !== session.region) return;
    this.#kept.set(id, { session, stored, storage: 'keychain' });
  }

  #matching(session: AwsSession, kept: Kept | undefined): StoredSession | undefined {
    const stored = kept?.stored;
    return stored?.startUrl === session.startUrl && stored.region === session.region ? stored : undefined;
  }

  #keep(session: AwsSession, change: Partial<StoredSession>): void {
    const { id, startUrl, region } = session;
    const stored: StoredSession = { ...change, startUrl, region };
    // In memory until it is sealed, whatever was sealed before.
    this.#kept.set(id, { session, stored, storage: 'memory' });
    this.#setAlarm();
    const turn = this.#begin(id);
    const wanted = () => this.#turns.get(id) === turn;
    const saving = this.#vault.save(id, stored, wanted).then((storage) => {
      if (wanted()) this.#kept.set(id, { session, stored, storage });
      this.#changed();
    });
    this.#saving.add(saving);
    void saving.finally(() => this.#saving.delete(saving));
    this.#changed();
  }

  #begin(id: SessionId): number {
    const turn = (this.#turns.get(id) ?? 0) + 1;
    this.#turns.set(id, turn);
    return turn;
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
