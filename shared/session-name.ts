import type { PortalForm } from './portal-host.ts';

/** Words that say what a host is for, not whose it is. */
const PURPOSES = new Set(
  'aws sso login signin sign-in portal access start www my auth id idp identity iam apps cloud console accounts'.split(
    ' ',
  ),
);

/**
 * A short name for a session, from its portal's address: `acme` of acme.awsapps.com, the directory's id or alias of
 * GovCloud's and China's older form, the instance's id of the newer ones, `example` of sso.example.com.
 * @param form undefined for an organisation's own address
 */
export function suggestedSessionName(url: URL, form: PortalForm | undefined): string {
  const path = url.pathname.split('/').filter((part) => part !== '');
  const first = url.hostname.split('.')[0] ?? '';
  if (form === 'directory') return nameOf(path[1]) || 'aws';
  if (form === 'issuer') return nameOf(path[0]) || 'aws';
  return nameOf(form === undefined ? ownerOf(url.hostname) : first) || 'aws';
}

/** The word of a host name that names its owner: the one registered, as far as that can be told without a list. */
function ownerOf(hostname: string): string {
  if (/^[\d.]+$|^\[/.test(hostname)) return hostname;
  const labels = hostname.split('.').filter((label) => label !== '');
  if (labels.length <= 2) return labels[0] ?? '';
  // `co.jp`, `com.au`, `or.jp`: two labels together are what others call a top-level domain.
  const last = labels.at(-1) ?? '';
  const ending = last.length === 2 && (labels.at(-2)?.length ?? 9) <= 3 ? 2 : 1;
  const own = labels.slice(0, -ending);
  return own.findLast((label) => !PURPOSES.has(label)) ?? own.at(-1) ?? '';
}

/** What may stand in a section's header without quotes. */
function nameOf(text: string | undefined): string {
  return (text ?? '').replaceAll(/[^A-Za-z0-9_-]+/g, '-').replaceAll(/^-+|-+$/g, '');
}
