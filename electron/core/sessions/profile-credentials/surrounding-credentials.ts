import { failure } from '../../app-failure.ts';
import type { RoleCredentials } from '../portal-client.ts';
import { asRoleCredentials } from './as-role-credentials.ts';
import type { SurroundingsPlan } from './credential-plan.ts';
import { providerFailure } from './sts-failure.ts';

type Env = Readonly<Record<string, string | undefined>>;

const nothing = () => undefined;
/** The container's provider would write to the console. */
const QUIET = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

/**
 * Credentials of what the app runs in (`credential_source`).
 * @param env the variables the app was started with; the SDK's own look at the process is kept out of it, but for the
 *   address of an instance's metadata, which it takes from nowhere else
 * @throws {AppFailure} `profile.no-credentials`
 */
export async function surroundingCredentials(
  { profile, source }: SurroundingsPlan,
  env: Env,
): Promise<RoleCredentials> {
  if (source === 'Environment') return environmentCredentials(profile, env);
  const { fromHttp, fromInstanceMetadata } = await import('@aws-sdk/credential-providers');
  try {
    if (source === 'EcsContainer') {
      // An empty text is "not set"; with nothing at all, the SDK would look for itself.
      const provider = fromHttp({
        awsContainerCredentialsRelativeUri: env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] ?? '',
        awsContainerCredentialsFullUri: env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] ?? '',
        awsContainerAuthorizationToken: env['AWS_CONTAINER_AUTHORIZATION_TOKEN'] ?? '',
        awsContainerAuthorizationTokenFile: env['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'] ?? '',
        logger: QUIET,
      });
      return asRoleCredentials(await provider());
    }
    if (env['AWS_EC2_METADATA_DISABLED']?.toLowerCase() === 'true') {
      throw failure('profile.no-credentials', { profile, reason: 'AWS_EC2_METADATA_DISABLED is set.' });
    }
    return asRoleCredentials(await fromInstanceMetadata({ profile, logger: QUIET })());
  } catch (thrown) {
    throw providerFailure(thrown, profile);
  }
}

/** The three variables that the AWS CLI knows, and when they end. */
function environmentCredentials(profile: string, env: Env): RoleCredentials {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) {
    const missing = accessKeyId ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID';
    throw failure('profile.no-credentials', { profile, reason: `${missing} is not set.` });
  }
  const end = Date.parse(env['AWS_CREDENTIAL_EXPIRATION'] ?? '');
  return asRoleCredentials({
    accessKeyId,
    secretAccessKey,
    sessionToken: env['AWS_SESSION_TOKEN'],
    ...(Number.isNaN(end) ? {} : { expiration: new Date(end) }),
  });
}
