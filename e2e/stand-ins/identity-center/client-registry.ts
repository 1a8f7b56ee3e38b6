import { randomBytes } from 'node:crypto';
import type { IssuedSecrets } from './issued-secrets.ts';
import type { Knobs } from './knobs.ts';
import type { Organisation } from './organisation.ts';
import { oidcError } from './service-error.ts';

export type GrantType =
  'authorization_code' | 'urn:ietf:params:oauth:grant-type:device_code' | 'refresh_token';

/** What a client says about itself when it registers, already checked. */
export interface ClientMetadata {
  clientName: string;
  scopes: readonly string[];
  redirectUris: readonly string[];
  grantTypes: readonly GrantType[];
  /** The organisation of its `issuerUrl`: the one people sign in to at `/authorize`. */
  organisation: Organisation | undefined;
}

/** A registered application. Times are epoch milliseconds. */
export interface Client extends ClientMetadata {
  clientId: string;
  clientSecret: string;
  /** Where it was registered, and alone is known; `undefined` where one address stands for all regions. */
  region: string | undefined;
  issuedAt: number;
  expiresAt: number;
}

export class ClientRegistry {
  readonly #clients = new Map<string, Client>();
  readonly #knobs: Knobs;
  readonly #secrets: IssuedSecrets;

  constructor(knobs: Knobs, secrets: IssuedSecrets) {
    this.#knobs = knobs;
    this.#secrets = secrets;
  }

  register(metadata: ClientMetadata, region?: string): Client {
    const issuedAt = this.#knobs.clock();
    const client = {
      ...metadata,
      region,
      clientId: randomBytes(16).toString('base64url'),
      // As long as real ones, which are signed documents: what stores them must cope with the size.
      clientSecret: this.#secrets.make('eyJ', 1200),
      issuedAt,
      expiresAt: issuedAt + this.#knobs.registrationLifetimeSeconds * 1000,
    };
    this.#clients.set(client.clientId, client);
    return client;
  }

  /** The client of this id, or `undefined` if there is none or its registration has run out. */
  find(clientId: string): Client | undefined {
    const client = this.#clients.get(clientId);
    return client !== undefined && this.#knobs.clock() < client.expiresAt ? client : undefined;
  }

  /**
   * @throws ServiceError InvalidClientException for an unknown client, a wrong secret, an expired registration, or a
   * client of another region.
   */
  authenticate(clientId: string, clientSecret: string, region?: string): Client {
    const client = this.find(clientId);
    if (client === undefined || client.clientSecret !== clientSecret || !isOf(client, region)) {
      throw oidcError('InvalidClientException', 'The client ID or client secret is invalid or has expired.');
    }
    return client;
  }
}

function isOf(client: Client, region: string | undefined): boolean {
  return region === undefined || client.region === region;
}
