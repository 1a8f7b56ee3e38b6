import type { S3Client } from '@aws-sdk/client-s3';
import { endpointOverride } from '../aws-config/endpoint.ts';
import type { AwsProfiles } from '../aws-config/aws-profiles.ts';
import type { Role, RoleAccess } from '../sessions/role-access.ts';
import { endpointSwitches, withoutConfiguredEndpoint } from '../support/client-settings.ts';
import type { CountingHttpHandler } from '../support/http-handler.ts';

/** Enough for hundreds of roles; a client is small, but not free. */
const MOST_CLIENTS = 64;

/** S3 clients, one for each role, region and endpoint; made when needed, kept while used. */
export class S3Clients {
  readonly #roles: RoleAccess;
  readonly #handler: CountingHttpHandler;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #services: () => AwsProfiles['services'];
  readonly #clients = new Map<string, Promise<S3Client>>();

  constructor(
    roles: RoleAccess,
    handler: CountingHttpHandler,
    env: Readonly<Record<string, string | undefined>>,
    services: () => AwsProfiles['services'],
  ) {
    this.#roles = roles;
    this.#handler = handler;
    this.#env = env;
    this.#services = services;
  }

  /** @param bucket where one is meant: access point ARNs need another way of addressing */
  client(role: Role, region = role.region, bucket = ''): Promise<S3Client> {
    const endpoint = this.endpoint(role);
    const byPath = !bucket.startsWith('arn:');
    const switches = endpointSwitches(this.#env, role.profile);
    const key = JSON.stringify([role.key, region, endpoint, byPath, switches]);
    let client = this.#clients.get(key);
    if (client === undefined) {
      client = this.#make(role, region, endpoint, byPath);
      this.#evict();
    } else {
      this.#clients.delete(key);
    }
    this.#clients.set(key, client); // used last, evicted last
    return client;
  }

  endpoint(role: Role): string | undefined {
    return endpointOverride('s3', this.#env, role.profile, this.#services());
  }

  async #make(role: Role, region: string, endpoint: string | undefined, byPath: boolean): Promise<S3Client> {
    const { S3Client } = await import('@aws-sdk/client-s3');
    const client = new S3Client({
      region,
      ...endpointSwitches(this.#env, role.profile),
      requestHandler: this.#handler,
      credentials: async () => {
        const { accessKeyId, secretAccessKey, sessionToken } = await this.#roles.credentials(role);
        // Our own cache renews, so it must be asked for each request. The SDK keeps credentials without
        // an expiration for ever, and asks again for those that it takes for expired.
        const keys = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
        return { ...keys, expiration: new Date(0) };
      },
      // An access point's ARN says where it is; the profile's region doesn't matter then.
      useArnRegion: true,
      maxAttempts: 1, // so that waiting is on our clock and can be cancelled
      // S3-compatible servers and stand-ins have no name for each bucket.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: byPath }),
    });
    return withoutConfiguredEndpoint(client);
  }

  #evict(): void {
    const oldest = this.#clients.keys().next().value;
    if (this.#clients.size >= MOST_CLIENTS && oldest !== undefined) this.#clients.delete(oldest);
  }
}
