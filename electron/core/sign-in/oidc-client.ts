import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { needsDualStack } from '../../../shared/portal-host.ts';
import { failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { Clock } from '../ports.ts';
import type { ClientRegistration, SsoToken } from '../sessions/stored-session.ts';
import { type EndpointSwitches, withoutConfiguredEndpoint } from '../support/client-settings.ts';
import type { CountingHttpHandler } from '../support/http-handler.ts';

const DEVICE_CODE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** RFC 8628 §3.2: to be assumed where the answer names no interval. */
const DEFAULT_INTERVAL_SECONDS = 5;

export interface DeviceAuthorization {
  /** Secret. */
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
  /** Milliseconds between two questions for the token. */
  readonly intervalMs: number;
}

/**
 * Where a start URL leads that is an organisation's own address; the service knows only AWS's. Any other is answered
 * as it is.
 * @throws {AppFailure} `start-url.*`, `network.*`
 */
export type FindIssuer = (startUrl: string, signal: AbortSignal) => Promise<string>;

/**
 * The three unsigned calls of the OIDC service that device authorization needs, for one session's region.
 * Errors are the SDK's own; the sign-in flow knows what they mean.
 */
export class OidcClient {
  readonly #session: AwsSession;
  readonly #endpoint: string | undefined;
  readonly #handler: CountingHttpHandler;
  readonly #clock: Clock;
  readonly #switches: EndpointSwitches;
  readonly #issuer: FindIssuer;
  #made: Promise<SSOOIDCClient> | undefined;

  /** @param issuer see {@link FindIssuer} */
  constructor(
    session: AwsSession,
    endpoint: string | undefined,
    handler: CountingHttpHandler,
    clock: Clock,
    switches: EndpointSwitches,
    issuer: FindIssuer = async (startUrl) => startUrl,
  ) {
    this.#session = session;
    this.#endpoint = endpoint;
    this.#handler = handler;
    this.#clock = clock;
    this.#switches = switches;
    this.#issuer = issuer;
  }

  /** Host name of the service, for error messages. */
  async host(): Promise<string> {
    const { endpoint, endpointProvider, useDualstackEndpoint, useFipsEndpoint } = (
      await this.#client(new AbortController().signal)
    ).config;
    if (endpoint !== undefined) return (await endpoint()).hostname;
    return endpointProvider({
      Region: this.#session.region,
      UseFIPS: await useFipsEndpoint(),
      UseDualStack: await useDualstackEndpoint(),
    }).url.hostname;
  }

  async register(signal: AbortSignal): Promise<ClientRegistration> {
    const { RegisterClientCommand } = await import('@aws-sdk/client-sso-oidc');
    const { registrationScopes: scopes, name, region } = this.#session;
    const client = await this.#client(signal);
    const answer = await client.send(
      new RegisterClientCommand({
        clientName: `Bucket Porter (${name})`.slice(0, 100),
        clientType: 'public',
        ...(scopes.length === 0 ? {} : { scopes: [...scopes] }),
      }),
      { abortSignal: signal },
    );
    const { clientId, clientSecret, clientSecretExpiresAt } = answer;
    if (!clientId || !clientSecret) throw await this.#garbled();
    return {
      clientId,
      clientSecret,
      expiresAt: (clientSecretExpiresAt ?? 0) * 1000,
      scopes: [...scopes],
      region,
    };
  }

  async authorize(registration: ClientRegistration, signal: AbortSignal): Promise<DeviceAuthorization> {
    const { StartDeviceAuthorizationCommand } = await import('@aws-sdk/client-sso-oidc');
    const { clientId, clientSecret } = registration;
    const startUrl = await this.#issuer(this.#session.startUrl, signal);
    const client = await this.#client(signal);
    const answer = await client.send(
      new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }),
      {
        abortSignal: signal,
      },
    );
    const { deviceCode, userCode, verificationUri, verificationUriComplete, expiresIn, interval } = answer;
    if (!deviceCode || !userCode || !verificationUri || !expiresIn) throw await this.#garbled();
    return {
      deviceCode,
      userCode,
      verificationUri,
      verificationUriComplete: verificationUriComplete ?? verificationUri,
      expiresAt: this.#clock.now() + expiresIn * 1000,
      // Never more than once a second, whatever the answer says.
      intervalMs: Math.max(1, interval ?? DEFAULT_INTERVAL_SECONDS) * 1000,
    };
  }

  /** Asks once whether the person has approved; the SDK's exceptions say why not. */
  async createToken(
    registration: ClientRegistration,
    deviceCode: string,
    signal: AbortSignal,
  ): Promise<SsoToken> {
    const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
    const { clientId, clientSecret } = registration;
    const client = await this.#client(signal);
    const answer = await client.send(
      new CreateTokenCommand({ clientId, clientSecret, deviceCode, grantType: DEVICE_CODE_GRANT }),
      {
        abortSignal: signal,
      },
    );
    const { accessToken, refreshToken, expiresIn } = answer;
    if (!accessToken || !expiresIn) throw await this.#garbled();
    const now = this.#clock.now();
    return {
      accessToken,
      expiresAt: now + expiresIn * 1000,
      signedInAt: now,
      ...(refreshToken ? { refreshToken } : {}),
    };
  }

  /** Made once it is known which of the region's endpoints the portal belongs to. */
  async #client(signal: AbortSignal): Promise<SSOOIDCClient> {
    this.#made ??= this.#make(signal);
    try {
      return await this.#made;
    } catch (thrown) {
      this.#made = undefined; // an organisation's own address that can't be reached now may be later
      throw thrown;
    }
  }

  async #make(signal: AbortSignal): Promise<SSOOIDCClient> {
    const { region, startUrl } = this.#session;
    const endpoint = this.#endpoint;
    // An override is an address already; the SDK refuses it together with the switch.
    const isDualStack = endpoint === undefined && needsDualStack(await this.#issuer(startUrl, signal));
    const { SSOOIDCClient } = await import('@aws-sdk/client-sso-oidc');
    return withoutConfiguredEndpoint(
      new SSOOIDCClient({
        region,
        ...this.#switches,
        ...(isDualStack ? { useDualstackEndpoint: true } : {}),
        requestHandler: this.#handler,
        maxAttempts: 1, // the flow itself decides what is tried again, and when
        ...(endpoint === undefined ? {} : { endpoint }),
      }),
    );
  }

  async #garbled() {
    return failure('network.garbled', { host: await this.host() });
  }
}
