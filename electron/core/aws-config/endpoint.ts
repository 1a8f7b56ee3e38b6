import type { AwsProfile, AwsProfiles } from './aws-profiles.ts';

export type EndpointService = 'sso' | 'sso_oidc' | 's3';

/**
 * The endpoint override for a service, by the AWS SDKs' common order: `AWS_ENDPOINT_URL_<SERVICE>`,
 * `AWS_ENDPOINT_URL`, the profile's `services` section, the profile's `endpoint_url`.
 * `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` turns all of it off.
 * (AWS SDKs and Tools Reference Guide, "Service-specific endpoints".)
 */
export function endpointOverride(
  service: EndpointService,
  env: Readonly<Record<string, string | undefined>>,
  profile?: AwsProfile,
  services?: AwsProfiles['services'],
): string | undefined {
  const ignore =
    env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? profile?.keys.get('ignore_configured_endpoint_urls');
  if (ignore?.toLowerCase() === 'true') return undefined;
  const section = profile?.keys.get('services');
  return (
    env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ||
    env['AWS_ENDPOINT_URL'] ||
    (section === undefined ? undefined : services?.get(section)?.get(`${service}.endpoint_url`)) ||
    profile?.keys.get('endpoint_url') ||
    undefined
  );
}
