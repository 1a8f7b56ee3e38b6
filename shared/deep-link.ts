import { type AppError, appError } from './app-error.ts';
import type { Overview } from './contract.ts';
import type { Place } from './places.ts';
import type { RoleTarget } from './role-target.ts';
import { folderOf, formatLocation, parseLocation, type S3Location } from './s3-location.ts';
import { queryParameter } from './split-url.ts';

/**
 * What a `bucket-porter://open?uri=…` link says. It names who could look there by what everybody in an
 * organisation has in common (account, role, start URL); nothing in it is secret and it gives no access.
 */
export interface DeepLink {
  readonly location: S3Location;
  /** Twelve digits. */
  readonly account?: string;
  readonly role?: string;
  readonly startUrl?: string;
  /** The name that its maker's profile had. */
  readonly profile?: string;
}

/** A link that someone followed, from wherever. */
export interface DeepLinkNews {
  /** Counts links, so that a page can tell a new one from one it has followed. */
  readonly number: number;
  readonly outcome:
    /** Where it leads, and the whole key where an object is meant. */
    | { readonly kind: 'place'; readonly place: Place; readonly key?: string }
    /** `link.not-understood`, or `link.no-such-role`: nobody here signs in to what it means. */
    | { readonly kind: 'failed'; readonly error: AppError };
}

/** Who looks there, for a link that others can follow. */
export interface LinkFacts {
  readonly accountId?: string | undefined;
  readonly roleName?: string | undefined;
  readonly startUrl?: string | undefined;
}

// Longer than any key and name can be; a link comes from outside.
const LONGEST = 16_384;

/** A link to a place, or to an object in it. @param key of the object, whole */
export function formatDeepLink(place: Place, facts: LinkFacts, key = place.prefix): string {
  const parameters = {
    uri: formatLocation({ bucket: place.bucket, key }),
    account: facts.accountId,
    role: facts.roleName,
    'start-url': facts.startUrl,
    profile: place.target.kind === 'profile' ? place.target.profile : undefined,
  };
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encoded(value)}`],
  );
  return `bucket-porter://open?${pairs.join('&')}`;
}

/** Whether a text claims to be a link into the app. */
export function isDeepLink(text: string): boolean {
  return /^\s*bucket-porter:\/\//i.test(text);
}

/** @returns undefined for anything that isn't such a link; what it doesn't know in one is left out */
export function parseDeepLink(url: string): DeepLink | undefined {
  const query = /^bucket-porter:\/\/open\/?\?([^#]*)/i.exec(url)?.[1];
  if (query === undefined || url.length > LONGEST) return undefined;
  const location = parseLocation(queryParameter(query, 'uri') ?? '');
  if (location === undefined) return undefined;
  const said = (name: string, form: RegExp) => {
    const value = queryParameter(query, name);
    return value !== undefined && form.test(value) ? value : undefined;
  };
  const account = said('account', /^\d{12}$/);
  const role = said('role', /^[\w+=,.@-]{1,64}$/);
  const startUrl = said('start-url', /^https:\/\/\S{1,2000}$/);
  const profile = said('profile', /^.{1,1024}$/);
  return {
    location,
    ...(account === undefined ? {} : { account }),
    ...(role === undefined ? {} : { role }),
    ...(startUrl === undefined ? {} : { startUrl }),
    ...(profile === undefined ? {} : { profile }),
  };
}

/** Where a link leads for this person, or undefined where nobody here is meant. */
export function resolveDeepLink(link: DeepLink, overview: Overview): Place | undefined {
  const target = linkTarget(link, overview);
  if (target === undefined) return undefined;
  return { target, bucket: link.location.bucket, prefix: folderOf(link.location.key) };
}

/** What came of following a link. */
export function followDeepLink(url: string, overview: Overview): DeepLinkNews['outcome'] {
  const link = parseDeepLink(url);
  if (link === undefined) return { kind: 'failed', error: appError('link.not-understood', {}) };
  const place = resolveDeepLink(link, overview);
  if (place === undefined) {
    const { account = '?', role = '?' } = link;
    return { kind: 'failed', error: appError('link.no-such-role', { accountId: account, roleName: role }) };
  }
  const { key } = link.location;
  return key === place.prefix ? { kind: 'place', place } : { kind: 'place', place, key };
}

/**
 * The profile of that name where it stands for that account and role, else any that does, else the role in
 * the portal of that start URL.
 */
function linkTarget(link: DeepLink, overview: Overview): RoleTarget | undefined {
  const { account, role, startUrl, profile } = link;
  const profiles = overview.sessions.flatMap((session) =>
    session.profiles.map((one) => ({ ...one, startUrl: session.startUrl })),
  );
  const meant = profiles.filter(
    (one) =>
      (account === undefined || one.accountId === account) && (role === undefined || one.roleName === role),
  );
  const named = meant.find(({ name }) => name === profile);
  if (named !== undefined) return { kind: 'profile', profile: named.name };
  if (account === undefined || role === undefined) return undefined;
  const sameHome = (one: { startUrl: string }) =>
    startUrl !== undefined && tidy(one.startUrl) === tidy(startUrl);
  const any = meant.find(sameHome) ?? meant[0];
  if (any !== undefined) return { kind: 'profile', profile: any.name };
  const session = overview.sessions.find(sameHome);
  if (session === undefined) return undefined;
  return { kind: 'role', sessionId: session.id, accountId: account, roleName: role };
}

/** Start URLs are written with and without `/` and `/#/` at their end. */
function tidy(startUrl: string): string {
  return startUrl.replace(/[/#]+$/, '').toLowerCase();
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%3A', ':').replaceAll('%2F', '/');
}
