import type { AwsProfile } from '../../aws-config/aws-profiles.ts';

/** A key's value; an empty one counts as absent. */
export function profileValue(profile: AwsProfile, key: string): string | undefined {
  return profile.keys.get(key) || undefined;
}
