import { portalHost } from '../../../shared/portal-host.ts';
import { isLoopback } from '../support/loopback.ts';

/** The console's sign-in, in all partitions. Each stands for itself and what is below it. */
const SIGN_IN_PAGES = [
  'signin.aws',
  'signin.aws.amazon.com',
  'signin.amazonaws.cn',
  'signin.amazonaws-us-gov.com',
  'signin.amazonaws-eusc.eu',
];

/** The OIDC service's own device page, `device.sso.REGION.…`. Not all of amazonaws.com: anybody can have a host there. */
const DEVICE_PAGE =
  /^device\.sso(-fips)?\.[a-z0-9-]+\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws|api\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)$/;

/**
 * Whether a page may be opened in the person's browser for a session. https only, on the start URL's own
 * host or one of AWS's portals; plain http only to a loopback address that an endpoint override names.
 * @param endpoint the override in force for the OIDC service
 */
export function isAllowedPage(page: string, startUrl: string, endpoint: string | undefined): boolean {
  if (!URL.canParse(page)) return false;
  const { protocol, host, hostname, port, username, password } = new URL(page);
  if (username !== '' || password !== '') return false;
  const override = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint).host : undefined;
  if (protocol === 'http:') return override === host && isLoopback(hostname);
  if (protocol !== 'https:') return false;
  if (URL.canParse(startUrl) && new URL(startUrl).host === host) return true;
  if (override === host) return true;
  if (port !== '') return false;
  return (
    DEVICE_PAGE.test(hostname) ||
    portalHost(hostname) !== undefined ||
    SIGN_IN_PAGES.some((one) => hostname === one || hostname.endsWith(`.${one}`))
  );
}
