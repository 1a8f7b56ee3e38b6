import type { AwsSession } from '../aws-config/aws-profiles.ts';
import { endpointInRegion, endpointOverride } from '../aws-config/endpoint.ts';
import type { Clock } from '../ports.ts';
import type { EndpointSwitches } from '../support/client-settings.ts';
import type { CountingHttpHandler } from '../support/http-handler.ts';
import { PortalClient } from './portal-client.ts';

export interface PortalClientsOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly handler: CountingHttpHandler;
  readonly clock: Clock;
  readonly switches: EndpointSwitches;
}

/** One client of the access portal for each session and region; made when first needed. */
export class PortalClients {
  readonly #options: PortalClientsOptions;
  readonly #clients = new Map<string, PortalClient>();

  constructor(options: PortalClientsOptions) {
    this.#options = options;
  }

  for(session: AwsSession): PortalClient {
    const { env, handler, clock, switches } = this.#options;
    const key = JSON.stringify([session.region, session.name]);
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const endpoint = endpointInRegion(endpointOverride('sso', env), session.region);
    const client = new PortalClient(session, endpoint, handler, clock, switches);
    this.#clients.set(key, client);
    return client;
  }
}
