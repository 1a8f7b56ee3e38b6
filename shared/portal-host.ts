import { partitionOf } from './partition.ts';
import { looksLikeRegion } from './regions.ts';

/**
 * Hosts below which only AWS serves access portals: the AWS CLI's own list (`customizations/sso/resolve.py`), which
 * covers every public partition. Each stands for what is below it, never for a longer word.
 */
const PORTAL_SUFFIXES = [
  'awsapps.com',
  'awsapps.cn',
  'app.aws',
  'app.amazonwebservices.com.cn',
  'api.amazonwebservices.eu',
  'portal.amazonaws.com',
  'portal.amazonaws.com.cn',
  'portal.amazonaws.eu',
];

/** Hosts of issuer URLs (`https://identitycenter.amazonaws.com/ssoins-…`). They answer nobody: some have no DNS record. */
const ISSUER_PARTITIONS: Readonly<Record<string, string>> = {
  'identitycenter.amazonaws.com': 'aws',
  'identitycenter.amazonaws.com.cn': 'aws-cn',
  'identitycenter.amazonaws.eu': 'aws-eusc',
  'identitycenter.us-gov.amazonaws.com': 'aws-us-gov',
};

/** `{instance}.portal.{region}.…`: the portal's dual-stack form, IPv4 and IPv6. */
const DUAL_STACK =
  /^[^.]+\.portal\.(?<region>[a-z0-9-]+)\.(app\.aws|app\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)$/;
/** `{instance}.{region}.portal.…`: its IPv4 form. */
const IPV4_ONLY = /^[^.]+\.(?<region>[a-z0-9-]+)\.portal\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu)$/;
/** GovCloud's and China's older forms, where the host may name a region: `start.{region}.us-gov-home.awsapps.com`. */
const DIRECTORY = /^start(\.(?<region>[a-z0-9-]+))?\.(us-gov-home\.awsapps\.com|home\.awsapps\.cn)$/;

/** Which of its forms a portal's address has. `classic` is `https://NAME.awsapps.com/start`. */
export type PortalForm = 'classic' | 'directory' | 'ipv4' | 'dual-stack' | 'issuer' | 'other';

export interface PortalHost {
  readonly form: PortalForm;
  /** Absent where the host doesn't say it. */
  readonly region?: string;
  readonly partition: string;
}

/**
 * What a host name says about the access portal it serves.
 * @param hostname in lower case, without a port
 * @returns undefined for a host that isn't one of AWS's portals
 */
export function portalHost(hostname: string): PortalHost | undefined {
  const issuer = Object.hasOwn(ISSUER_PARTITIONS, hostname) ? ISSUER_PARTITIONS[hostname] : undefined;
  if (issuer !== undefined) return { form: 'issuer', partition: issuer };
  if (!PORTAL_SUFFIXES.some((suffix) => hostname.endsWith(`.${suffix}`))) return undefined;
  const form = formOf(hostname);
  const region = regionIn(hostname);
  if (region !== undefined) return { form, region, partition: partitionOf(region) };
  return { form, partition: partitionBySuffix(hostname) };
}

function formOf(hostname: string): PortalForm {
  if (DIRECTORY.test(hostname)) return 'directory';
  if (DUAL_STACK.test(hostname)) return 'dual-stack';
  if (IPV4_ONLY.test(hostname)) return 'ipv4';
  return /^[^.]+\.awsapps\.(com|cn)$/.test(hostname) ? 'classic' : 'other';
}

function regionIn(hostname: string): string | undefined {
  const match = DUAL_STACK.exec(hostname) ?? IPV4_ONLY.exec(hostname) ?? DIRECTORY.exec(hostname);
  const region = match?.groups?.['region'];
  return region !== undefined && looksLikeRegion(region) ? region : undefined;
}

function partitionBySuffix(hostname: string): string {
  if (hostname.endsWith('.cn')) return 'aws-cn';
  if (hostname.endsWith('.eu')) return 'aws-eusc';
  return hostname.endsWith('.us-gov-home.awsapps.com') ? 'aws-us-gov' : 'aws';
}

/**
 * Whether a session of this start URL has to be signed in to by the dual-stack endpoint. Asked over IPv4 for a
 * dual-stack portal, the service answers with a page on the portal's other host, where the sign-in then fails
 * (aws-cli#10507).
 */
export function needsDualStack(startUrl: string): boolean {
  const url = URL.parse(startUrl);
  return url !== null && portalHost(url.hostname)?.form === 'dual-stack';
}
