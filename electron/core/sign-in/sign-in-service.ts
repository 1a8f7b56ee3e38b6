import { type AppError, appError } from '../../../shared/app-error.ts';
import { loginCommand } from '../../../shared/command-line.ts';
import type { SessionId } from '../../../shared/session.ts';
import type { SignInState, SignIns } from '../../../shared/sign-in.ts';
import type { ActivityLog } from '../activity/activity-log.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import type { Clock, Host, Logger } from '../ports.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { isAllowedPage } from './allowed-page.ts';
import type { OidcClient } from './oidc-client.ts';
import { SignInFlow } from './sign-in-flow.ts';

export interface SignInServiceOptions {
  readonly sessions: SessionStore;
  readonly activity: ActivityLog;
  readonly oidc: (session: AwsSession) => OidcClient;
  /** The endpoint override for the OIDC service, for judging which page may be opened. */
  readonly endpoint: (region: string) => string | undefined;
  readonly profileNames: (session: AwsSession) => readonly string[];
  /**
   * Called when a sign-in begins. Resolves true where the session turns out to be signed in already: its
   * token was sealed, and the keychain gives the key only now.
   */
  readonly starting: (session: AwsSession) => Promise<boolean>;
  readonly host: Host;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Sign-ins under way, one for each session; who asks twice joins the first. */
export class SignInService {
  readonly snapshots = new Snapshots<SignIns>({});
  readonly #options: SignInServiceOptions;
  readonly #running = new Map<
    SessionId,
    { readonly session: AwsSession; readonly controller: AbortController }
  >();

  constructor(options: SignInServiceOptions) {
    this.#options = options;
  }

  /** Begins; how it goes is in {@link snapshots}. */
  start(session: AwsSession): void {
    if (this.#running.has(session.id)) return;
    const controller = new AbortController();
    this.#running.set(session.id, { session, controller });
    void this.#run(session, controller);
  }

  /** Stops a sign-in at once, or puts away one that failed. */
  cancel(id: SessionId): void {
    this.#running.get(id)?.controller.abort();
    this.#running.delete(id);
    this.#show(id, undefined);
  }

  /** Opens the verification page once more. @returns false where the host can't */
  async openPage(session: AwsSession): Promise<boolean> {
    const state = this.snapshots.value[session.id];
    if (state?.step !== 'waiting') return false;
    return this.#openPage(session, state.verificationUriComplete);
  }

  /** Stops every sign-in whose session has gone from the config, or leads to another portal now. */
  keepOnly(sessions: readonly AwsSession[]): void {
    for (const [id, { session }] of this.#running) {
      const now = sessions.find((candidate) => candidate.id === id);
      if (now?.startUrl !== session.startUrl || now.region !== session.region) this.cancel(id);
    }
  }

  /** Stops them all. */
  cancelAll(): void {
    for (const id of [...this.#running.keys(), ...Object.keys(this.snapshots.value)]) this.cancel(id);
  }

  close(): void {
    for (const { controller } of this.#running.values()) controller.abort();
    this.#running.clear();
  }

  async #run(session: AwsSession, controller: AbortController): Promise<void> {
    const { sessions, activity, oidc, profileNames, starting, clock, logger } = this.#options;
    const { signal } = controller;
    const emit = (state: SignInState | undefined) => {
      if (this.#running.get(session.id)?.controller === controller) this.#show(session.id, state);
    };
    const profiles = profileNames(session).map((name) => ({ name, kind: 'sso' as const }));
    const command = loginCommand({ ...session, profiles });
    try {
      await activity.record('sign-in', command, signal, async () => {
        if (await starting(session)) return;
        signal.throwIfAborted();
        // Made only now: a vault that was just opened may hold a registration.
        const flow = new SignInFlow({
          session,
          oidc: oidc(session),
          clock,
          registration: sessions.registration(session),
          registered: (registration) => sessions.keepRegistration(session, registration),
          refusePage: (url) => this.#refusePage(session, url),
          openPage: (url) => this.#openPage(session, url),
          emit,
        });
        const token = await flow.run(signal);
        // Between the answer and this line a cancel may have come; then the token is not wanted.
        signal.throwIfAborted();
        sessions.keepToken(session, token);
      });
      emit(undefined);
    } catch (thrown) {
      if (signal.aborted) return;
      const known = thrown instanceof AppFailure;
      if (!known) logger.error('sign-in failed unexpectedly', { kind: (thrown as Error).name });
      emit({ step: 'failed', error: known ? thrown.error : appError('internal', {}) });
    } finally {
      if (this.#running.get(session.id)?.controller === controller) this.#running.delete(session.id);
    }
  }

  async #openPage(session: AwsSession, url: string): Promise<boolean> {
    const refused = this.#refusePage(session, url);
    if (refused !== undefined) throw new AppFailure(refused);
    try {
      return await this.#options.host.openPage(url);
    } catch (thrown) {
      if (thrown instanceof AppFailure) throw thrown;
      throw failure('page.not-opened', { url }, (thrown as Error).name, thrown);
    }
  }

  #refusePage(session: AwsSession, url: string): AppError | undefined {
    if (isAllowedPage(url, session.startUrl, this.#options.endpoint(session.region))) return undefined;
    return appError('page.refused', { host: URL.canParse(url) ? new URL(url).host : '?' });
  }

  #show(id: SessionId, state: SignInState | undefined): void {
    this.snapshots.update((signIns) => {
      const { [id]: _gone, ...others } = signIns;
      return state === undefined ? others : { ...others, [id]: state };
    });
  }
}
