import type { AppError } from '../../../shared/app-error.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { Clock } from '../ports.ts';
import type { ClientRegistration, SsoToken } from '../sessions/stored-session.ts';
import { httpStatus, isPassing, networkFailure, technicalFacts } from '../support/network-failure.ts';
import type { DeviceAuthorization, OidcClient } from './oidc-client.ts';

/** RFC 8628 §3.5: each `slow_down` makes the interval five seconds longer, for good. */
const SLOW_DOWN_MS = 5_000;
/** While the network is down, attempts grow apart up to this. */
const LONGEST_WAIT_MS = 30_000;
/** A registration about to end would end in the middle of a sign-in (the AWS CLI's margin). */
const REGISTRATION_MARGIN_MS = 15 * 60_000;
/** How often a call before the code is shown is tried in all. */
const ATTEMPTS = 3;

/** What is shown beside the code. */
interface Shown {
  pageOpened: boolean;
  pageTrouble: AppError | undefined;
  trouble?: AppError | undefined;
}

export interface SignInFlowOptions {
  readonly session: AwsSession;
  readonly oidc: OidcClient;
  readonly clock: Clock;
  /** A client registered earlier, if any. */
  readonly registration: ClientRegistration | undefined;
  /** Told of each new registration, so that it is kept. */
  readonly registered: (registration: ClientRegistration) => void;
  /** Why a page may not be opened; undefined where it may. */
  readonly refusePage: (url: string) => AppError | undefined;
  /** Opens the verification page; resolves false where only the page itself can. */
  readonly openPage: (url: string) => Promise<boolean>;
  readonly emit: (state: SignInState) => void;
}

/**
 * One sign-in by device authorization (RFC 8628), from nothing to a token. States are told through `emit`;
 * the end is the promise: a token, or an {@link AppFailure}, or the signal's reason.
 */
export class SignInFlow {
  readonly #options: SignInFlowOptions;
  #registration: ClientRegistration | undefined;
  #registeredAgain = false;

  constructor(options: SignInFlowOptions) {
    this.#options = options;
    const kept = options.registration;
    if (kept !== undefined && this.#fits(kept)) this.#registration = kept;
  }

  async run(signal: AbortSignal): Promise<SsoToken> {
    for (;;) {
      const authorization = await this.#authorize(signal);
      const token = await this.#poll(authorization, signal);
      if (token !== 'start-again') return token;
    }
  }

  #fits(registration: ClientRegistration): boolean {
    const { session, clock } = this.#options;
    return (
      registration.expiresAt > clock.now() + REGISTRATION_MARGIN_MS &&
      registration.region === session.region &&
      registration.scopes.join(' ') === session.registrationScopes.join(' ')
    );
  }

  async #client(signal: AbortSignal): Promise<ClientRegistration> {
    if (this.#registration !== undefined) return this.#registration;
    const { oidc, emit, registered } = this.#options;
    emit({ step: 'registering' });
    const registration = await this.#persist(() => oidc.register(signal), signal).catch((thrown: unknown) => {
      // No start URL has been named yet: a bad request here can only be about the client itself.
      const refused = thrown instanceof AppFailure && thrown.error.code === 'sign-in.start-url-refused';
      if (!refused) throw thrown;
      const { session } = this.#options;
      throw failure('sign-in.client-refused', { session: session.name }, thrown.error.technical, thrown);
    });
    this.#registration = registration;
    registered(registration);
    return registration;
  }

  async #authorize(signal: AbortSignal): Promise<DeviceAuthorization> {
    const { oidc, emit } = this.#options;
    for (;;) {
      const client = await this.#client(signal);
      emit({ step: 'authorizing' });
      try {
        return await this.#persist(() => oidc.authorize(client, signal), signal);
      } catch (thrown) {
        if (!this.#forgetRefusedClient(thrown)) throw thrown;
      }
    }
  }

  /** After `invalid_client` the client is registered once more, and only once. */
  #forgetRefusedClient(thrown: unknown): boolean {
    const refused = thrown instanceof AppFailure && thrown.error.code === 'sign-in.client-refused';
    if (!refused || this.#registeredAgain) return false;
    this.#registeredAgain = true;
    this.#registration = undefined;
    return true;
  }

  async #poll(authorization: DeviceAuthorization, signal: AbortSignal): Promise<SsoToken | 'start-again'> {
    const { oidc, clock, session } = this.#options;
    const client = await this.#client(signal);
    const view = this.#show(authorization, signal);
    let intervalMs = authorization.intervalMs;
    let waitMs = intervalMs;

    for (;;) {
      const left = authorization.expiresAt - clock.now();
      if (left <= 0) throw failure('sign-in.code-expired', { session: session.name });
      await clock.sleep(Math.min(waitMs, left), signal);
      if (clock.now() >= authorization.expiresAt) {
        throw failure('sign-in.code-expired', { session: session.name });
      }
      try {
        return await oidc.createToken(client, authorization.deviceCode, signal);
      } catch (thrown) {
        signal.throwIfAborted();
        const name = (thrown as Error).name;
        if (name === 'SlowDownException') intervalMs += SLOW_DOWN_MS;
        if (name === 'SlowDownException' || name === 'AuthorizationPendingException') {
          waitMs = intervalMs;
          view.trouble(undefined);
        } else if (isPassing(thrown)) {
          // The code is still good: it isn't given up because a request got lost.
          waitMs = Math.min(Math.max(waitMs, intervalMs) * 2, LONGEST_WAIT_MS);
          view.trouble((await this.#explain(thrown)).error);
        } else {
          const explained = await this.#explain(thrown, 'token');
          if (this.#forgetRefusedClient(explained)) return 'start-again';
          throw explained;
        }
      }
    }
  }

  /** Shows the code and opens the page; further calls change what is shown beside it. */
  #show(authorization: DeviceAuthorization, signal: AbortSignal) {
    const { emit, clock, refusePage, openPage } = this.#options;
    const { userCode, verificationUri, verificationUriComplete, expiresAt } = authorization;
    const startedAt = clock.now();
    const refused = refusePage(verificationUriComplete);
    const shown: Shown = { pageOpened: false, pageTrouble: refused };
    const show = () => {
      if (signal.aborted) return;
      const { pageOpened, pageTrouble, trouble } = shown;
      const code = { userCode, verificationUri, verificationUriComplete, startedAt, expiresAt };
      emit({
        step: 'waiting',
        ...code,
        pageOpened,
        ...(pageTrouble === undefined ? {} : { pageTrouble }),
        ...(trouble === undefined ? {} : { trouble }),
      });
    };
    show();
    const opening = refused === undefined ? openPage(verificationUriComplete) : Promise.resolve(false);
    opening.then(
      (opened) => {
        shown.pageOpened = opened;
        show();
      },
      (thrown: unknown) => {
        if (thrown instanceof AppFailure) shown.pageTrouble = thrown.error;
        show();
      },
    );
    return {
      trouble: (error: AppError | undefined) => {
        if (shown.trouble === error) return;
        shown.trouble = error;
        show();
      },
    };
  }

  /** Tries a call a few times while only the network or the service is at fault. */
  async #persist<Result>(call: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (thrown) {
        signal.throwIfAborted();
        if (attempt >= ATTEMPTS || !isPassing(thrown)) throw await this.#explain(thrown);
        await this.#options.clock.sleep(1000 * attempt, signal);
      }
    }
  }

  /** @param asked by then the start URL has been accepted, so a bad request can't be about it */
  async #explain(thrown: unknown, asked: 'code' | 'token' = 'code'): Promise<AppFailure> {
    if (thrown instanceof AppFailure) return thrown;
    const { session, oidc } = this.#options;
    const network = networkFailure(thrown, await oidc.host());
    if (network !== undefined) return network;
    const { name: sessionName, startUrl, region } = session;
    const facts = technicalFacts(thrown);
    switch ((thrown as Error).name) {
      case 'AccessDeniedException':
        return failure('sign-in.denied', { session: sessionName }, facts, thrown);
      case 'ExpiredTokenException':
      case 'InvalidGrantException':
        return failure('sign-in.code-expired', { session: sessionName }, facts, thrown);
      case 'InvalidRequestException':
      case 'InvalidRequestRegionException':
        if (asked === 'token') break;
        return failure('sign-in.start-url-refused', { startUrl, region }, facts, thrown);
      case 'InvalidClientException':
      case 'UnauthorizedClientException':
      case 'InvalidClientMetadataException':
      case 'InvalidScopeException':
        return failure('sign-in.client-refused', { session: sessionName }, facts, thrown);
    }
    const status = String(httpStatus(thrown) ?? (thrown as Error).name);
    return failure('sign-in.service-failed', { session: sessionName, status }, facts, thrown);
  }
}
