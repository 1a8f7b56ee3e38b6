import { partitionOf } from '../../../../shared/partition.ts';
import type { AwsProfile, AwsProfiles } from '../../aws-config/aws-profiles.ts';
import { profileValue } from './profile-value.ts';

/** Where AWS began in each partition. */
const FIRST_REGIONS: Readonly<Record<string, string>> = {
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
};

/**
 * The region for calls that belong to none: the profile's own, else that of the profiles and the session it builds
 * on, else the environment's, else the first one of its role's partition.
 */
export function profileRegion(
  profile: AwsProfile,
  { profiles, sessions }: Pick<AwsProfiles, 'profiles' | 'sessions'>,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const seen = new Set<AwsProfile>();
  let roleArn: string | undefined;
  for (let link: AwsProfile | undefined = profile; link !== undefined && !seen.has(link);) {
    seen.add(link);
    roleArn ??= profileValue(link, 'role_arn');
    const { region, sessionId } = link;
    const found = region ?? sessions.find(({ id }) => id === sessionId)?.region;
    if (found !== undefined) return found;
    const source = profileValue(link, 'source_profile');
    link = profiles.find(({ name }) => name === source);
  }
  const partition = arnPart(roleArn, 1);
  const named = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  if (named !== undefined && (partition === undefined || partitionOf(named) === partition)) return named;
  return FIRST_REGIONS[partition ?? ''] ?? 'us-east-1';
}

/** The account that a role's ARN names. */
export function roleAccount(roleArn: string): string | undefined {
  const account = arnPart(roleArn, 4);
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

function arnPart(arn: string | undefined, index: number): string | undefined {
  return arn?.startsWith('arn:') ? arn.split(':')[index] : undefined;
}
