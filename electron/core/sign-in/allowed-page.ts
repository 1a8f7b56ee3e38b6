/**
 * Hosts under which AWS serves access portals and the pages of IAM Identity Center, all partitions
 * (the AWS CLI keeps a like list in `customizations/sso/resolve.py`).
 */
const AWS_HOSTS = [
  'awsapps.com',
  'awsapps.cn',
  'app.aws',
  'signin.aws',
  'signin.aws.amazon.com',
  'signin.amazonaws.cn',
  'signin.amazonaws-us-gov.com',
  'signin.amazonaws-eusc.eu',
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'amazonwebservices.com.cn',
  'amazonwebservices.eu',
];

/**
 * Whether a page may be opened in the person's browser for a session. https only, on the start URL's own
 * host or one of AWS's; plain http only to a loopback address that an endpoint override names.
 * @param endpoint the override in force for the OIDC service
 */
export function isAllowedPage(page: string, startUrl: string, endpoint: string | undefined): boolean {
  if (!URL.canParse(page)) return false;
  const url = new URL(page);
  if (url.username !== '' || url.password !== '') return false;
  const override = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url.protocol === 'http:') return override?.host === url.host && isLoopback(url.hostname);
  if (url.protocol !== 'https:') return false;
  if (URL.canParse(startUrl) && new URL(startUrl).host === url.host) return true;
  if (override?.host === url.host) return true;
  return (
    url.port === '' && AWS_HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
}

function isLoopback(hostname: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]' || hostname === 'localhost';
}
