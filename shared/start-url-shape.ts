import { type PortalHost, portalHost } from './portal-host.ts';
import { suggestedSessionName } from './session-name.ts';

/** An access portal's address, as far as the text alone says. */
export interface StartUrlShape {
  /** Tidied up, but still the person's own spelling: the AWS CLI keys the tokens of older profiles by it. */
  readonly startUrl: string;
  readonly url: URL;
  /** Undefined for an organisation's own address, which leads to a portal if it is one. */
  readonly portal: PortalHost | undefined;
  readonly suggestedName: string;
}

/** Why a text is no start URL; `not-a-portal` is one of AWS's own pages that isn't a portal. */
export type StartUrlFault = 'not-understood' | 'not-https' | 'not-a-portal';

/** Sign-in pages and consoles of AWS, which people copy from the browser in a portal's place. Nobody else is below them. */
const OTHER_AWS_PAGES = [
  'signin.aws',
  'aws.amazon.com',
  'amazonaws.cn',
  'amazonaws-us-gov.com',
  'amazonaws-eusc.eu',
];
/** The page on which a device's code is typed, and the services' own endpoints. */
const AWS_SERVICE_HOST =
  /^((device|portal)\.sso|oidc)(-fips)?\.[a-z0-9-]+\.(amazonaws\.(com|com\.cn|eu)|api\.aws)$/;
const DIRECTORY_ID = /^d-[a-z0-9]{10,}$/i;
/** What no address goes on with in a text, and what ends a sentence or closes a bracket behind one. */
const FOREIGN = /[\s"'“”‘’<>\\^`{|}]/;
const TRAILING = /["'”’>),.;:!?]+$/;
/** A host as one types it: at least two labels, the last of them letters, perhaps a port. */
const BARE_HOST = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.[\p{L}][\p{L}\p{N}-]+(:\d+)?$/u;

/**
 * Makes out what somebody pasted as a start URL: with or without `https://`, in quotes or angle brackets, within a
 * sentence or a line of a config file, with what the browser puts behind it (`#/?tab=accounts`, `#/console?…`), or
 * a directory's id alone. Only what isn't the portal's address is taken off; the rest stays as it was written.
 */
export function readStartUrl(text: string): StartUrlShape | StartUrlFault {
  const address = findAddress(text);
  if (address === undefined) return 'not-understood';
  const { scheme, rest } = address;
  if (scheme !== 'https' && scheme !== 'http') return 'not-https';
  const [beforeFragment, fragment] = split(rest, '#');
  const parsed = URL.parse(`https://${beforeFragment}`);
  if (parsed === null || parsed.username !== '' || parsed.password !== '' || parsed.hostname === '') {
    return 'not-understood';
  }
  const portal = parsed.port === '' ? portalHost(parsed.hostname.replace(/\.$/, '')) : undefined;
  if (portal === undefined) {
    if (isOtherAwsPage(parsed.hostname)) return 'not-a-portal';
    if (scheme === 'http') return 'not-https';
    return shape(spelling(beforeFragment), undefined);
  }
  // The portal's own query is the page's state, never a part of its address.
  const [beforeQuery, query] = split(beforeFragment, '?');
  const fromBrowser = fragment !== undefined || query !== undefined;
  const tidy = tidyPath(spelling(beforeQuery), portal, fromBrowser);
  return tidy === undefined ? 'not-a-portal' : shape(tidy, portal);
}

/** Whether two start URLs lead to the same portal, however they are spelt. */
export function samePortal(one: string, other: string): boolean {
  const key = comparable(one);
  return key !== undefined && key === comparable(other);
}

function comparable(startUrl: string): string | undefined {
  const read = readStartUrl(startUrl);
  if (typeof read === 'string') return undefined;
  const { origin, pathname, search } = read.url;
  return `${origin}${pathname.replace(/\/+$/, '')}${search}`;
}

function shape(startUrl: string, portal: PortalHost | undefined): StartUrlShape {
  const url = new URL(startUrl);
  return { startUrl, url, portal, suggestedName: suggestedSessionName(url, portal?.form) };
}

/** The address within a text, without the junk around it, taken apart at its scheme. */
function findAddress(text: string): { scheme: string; rest: string } | undefined {
  // In a sentence or a config line, the address ends where no address goes on.
  const inText = /(?:^|[\s"'“‘<(=:])(https?):\/\/([^\s"'“”‘’<>\\^`{|}]+)/i.exec(text);
  if (inText?.[1] !== undefined && inText[2] !== undefined) {
    return { scheme: inText[1].toLowerCase(), rest: inText[2].replace(TRAILING, '') };
  }
  const bare = text
    .trim()
    .replace(/^["'“‘<(]+/, '')
    .replace(TRAILING, '');
  const other = /^([a-z][a-z0-9+.-]*):\/\//i.exec(bare);
  if (other?.[1] !== undefined) return { scheme: other[1].toLowerCase(), rest: '' };
  if (FOREIGN.test(bare)) return undefined;
  if (DIRECTORY_ID.test(bare)) return { scheme: 'https', rest: `${bare}.awsapps.com/start` };
  const host = /^[^/?#]+/.exec(bare)?.[0] ?? '';
  return BARE_HOST.test(host) ? { scheme: 'https', rest: bare } : undefined;
}

/** As written where that is plain ASCII (a config file's readers differ on anything else), else as a browser writes it. */
function spelling(rest: string): string {
  const written = `https://${rest}`;
  return (/^[\x21-\x7e]+$/.test(written) ? written : new URL(written).href).replace(TRAILING, '');
}

/**
 * The part of a portal's address that is its start URL.
 * @returns undefined where the part that names the portal is missing
 */
function tidyPath(written: string, { form }: PortalHost, fromBrowser: boolean): string | undefined {
  const slash = written.indexOf('/', 'https://'.length);
  const origin = slash < 0 ? written : written.slice(0, slash);
  const path = slash < 0 ? '' : written.slice(slash);
  const parts = path.split('/').filter((part) => part !== '');
  if (form === 'directory') {
    if (parts[0] !== 'directory' || parts[1] === undefined) return undefined;
    if (parts.length > 2) return `${origin}/directory/${parts[1]}`;
  } else if (form === 'issuer') {
    if (parts[0] === undefined) return undefined;
    if (parts.length > 1) return `${origin}/${parts[0]}`;
  } else if (form === 'classic') {
    if (parts.length === 0 || (parts[0] === 'start' && parts.length > 1)) return `${origin}/start`;
  }
  // A slash before what the browser added is the browser's; one at the end of what was written is the person's own.
  return fromBrowser ? written.replace(/\/+$/, '') : written;
}

function split(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function isOtherAwsPage(hostname: string): boolean {
  return (
    AWS_SERVICE_HOST.test(hostname) ||
    OTHER_AWS_PAGES.some((page) => hostname === page || hostname.endsWith(`.${page}`))
  );
}
