import type { ConfigPaths } from '../../aws-config/config-paths.ts';
import type { CountingHttpHandler } from '../../support/http-handler.ts';
import type { RoleCredentials } from '../portal-client.ts';
import { asRoleCredentials } from './as-role-credentials.ts';
import type { LoginPlan } from './credential-plan.ts';
import { cancelledBy } from './sts-client-config.ts';
import { providerFailure } from './sts-failure.ts';

/**
 * Credentials that `aws login` left in its cache. Where they end soon, the SDK renews them and writes the cache, as
 * the AWS CLI does: a refresh token is good for one use, and the next program has to find the new one.
 * @throws {AppFailure} `profile.no-credentials`
 */
export async function loginCredentials(
  { profile }: LoginPlan,
  paths: ConfigPaths,
  handler: CountingHttpHandler,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const { fromLoginCredentials } = await import('@aws-sdk/credential-providers');
  const provider = fromLoginCredentials({
    profile,
    configFilepath: paths.config,
    filepath: paths.credentials,
    ignoreCache: true,
    clientConfig: {
      requestHandler: cancelledBy(handler, signal),
      maxAttempts: 1,
      ignoreConfiguredEndpointUrls: true,
    },
  });
  try {
    return asRoleCredentials(await provider());
  } catch (thrown) {
    signal.throwIfAborted();
    throw providerFailure(thrown, profile);
  }
}
