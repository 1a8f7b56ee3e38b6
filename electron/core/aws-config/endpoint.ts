import type { AwsProfile, AwsProfiles } from './aws-profiles.ts';

export type EndpointService = 'sso' | 'sso_oidc' | 's3' | 'sts';

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

/**
 * Fills in the region where an override for `sso` or `sso_oidc` names it by the placeholder `{region}`, as in
 * `http://127.0.0.1:4000/regions/{region}`. An extension of ours: one address can then stand for all regions, which
 * stand-ins need. No valid address has braces, so nobody else's override is changed by it.
 */
export function endpointInRegion(endpoint: string | undefined, region: string): string | undefined {
  return endpoint?.replaceAll('{region}', encodeURIComponent(region));
}
