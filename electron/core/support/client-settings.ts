import type { AwsProfile } from '../aws-config/aws-profiles.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface EndpointSwitches {
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
}

/** The part of an SDK client's configuration that we take in hand. */
interface ConfiguredClient {
  readonly config: { serviceConfiguredEndpoint?: unknown };
}

/**
 * FIPS and dual-stack switches, by the SDKs' common order: environment, then the profile itself. Given
 * always, since left alone the SDK asks `[default]` (or `AWS_PROFILE`), which may be somebody else's.
 */
export function endpointSwitches(env: Env, profile?: AwsProfile): EndpointSwitches {
  const on = (variable: string, key: string) =>
    (env[variable] ?? profile?.keys.get(key))?.toLowerCase() === 'true';
  return {
    useFipsEndpoint: on('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint'),
    useDualstackEndpoint: on('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint'),
  };
}

/**
 * Keeps a client from looking for an endpoint by itself. Without an `endpoint`, the SDK reads
 * `~/.aws/config` and takes the `endpoint_url` of `[default]` or `AWS_PROFILE`: tokens of one session would go
 * to the server of another profile. Which override holds is for {@link endpointOverride} alone to say.
 */
export function withoutConfiguredEndpoint<Client extends ConfiguredClient>(client: Client): Client {
  client.config.serviceConfiguredEndpoint = () => Promise.resolve(undefined);
  return client;
}
