/**
 * Everything that can go wrong, as a closed union. Each code has words in every language (what happened,
 * why probably, what to do: `messages/`), and the values below fill their gaps.
 */
export interface AppErrorParams {
  'bridge.bad-request': { request: string; reason: string };
  'bridge.untrusted-sender': Empty;
  'bridge.cancelled': Empty;
  /** The page lost the process behind it. */
  'bridge.disconnected': Empty;
  'profile.not-found': { profile: string };
  'profile.incomplete': { profile: string; key: string };
  /** `source_profile` leads round in a circle, or to nothing. */
  'profile.source-cycle': { profile: string };
  'profile.source-missing': { profile: string; source: string };
  /** A way of getting credentials that the app doesn't know. */
  'profile.kind-unknown': { profile: string };
  /** STS refused the role. */
  'profile.role-refused': { profile: string; roleArn: string };
  'profile.mfa-refused': { profile: string };
  /** The person said no, or closed the prompt. */
  'profile.prompt-declined': { profile: string };
  'profile.process-failed': { profile: string; reason: ProcessFault };
  /** The AWS SDK's provider had no credentials; its own words. */
  'profile.no-credentials': { profile: string; reason: string };
  'session.not-found': { session: string };
  'sign-in.denied': { session: string };
  'sign-in.code-expired': { session: string };
  'sign-in.start-url-refused': { startUrl: string; region: string };
  'sign-in.client-refused': { session: string };
  'sign-in.service-failed': { session: string; status: string };
  'start-url.not-understood': { text: string };
  'start-url.not-https': { text: string };
  /** It answers, and neither is nor leads to an access portal. */
  'start-url.not-a-portal': { host: string };
  /** It leads to a host that isn't AWS's. */
  'start-url.leads-elsewhere': { host: string; to: string };
  'session.signed-out': { session: string };
  /** 401 from the portal: the token was refused before its time. */
  'session.rejected': { session: string };
  /** The portal's lists are closed to this session; the account where its roles were asked for. */
  'portal.accounts-forbidden': { session: string };
  'portal.roles-forbidden': { accountId: string };
  'portal.forbidden': { accountId: string; roleName: string };
  'portal.not-found': { accountId: string; roleName: string };
  'portal.throttled': Empty;
  'portal.failed': { status: string };
  's3.access-denied': { action: string; resource: string };
  's3.credentials-expired': Empty;
  's3.throttled': Empty;
  's3.no-such-bucket': { bucket: string };
  's3.bad-bucket-name': { bucket: string };
  's3.no-such-object': { bucket: string; key: string };
  /** A 405 or 404 for a version that is a delete marker. */
  's3.delete-marker': { key: string };
  /** In an archive class and not restored. */
  's3.archived': { key: string; storageClass: string };
  /** The listing's answers contradict themselves: the same page again, keys out of order, pages without end. */
  's3.listing-broken': { bucket: string; reason: 'repeats' | 'disordered' | 'endless' | 'malformed' };
  's3.bucket-taken': { bucket: string };
  's3.bucket-yours': { bucket: string };
  's3.bucket-not-empty': { bucket: string };
  's3.name-not-typed': { bucket: string };
  's3.too-many-buckets': Empty;
  /** Made, but what was asked for with it could not all be set. */
  's3.bucket-half-made': { bucket: string; missing: string };
  's3.not-supported': { what: string };
  'link.not-understood': Empty;
  /** Nobody here signs in to what the link means; its own words for it. */
  'link.no-such-role': { accountId: string; roleName: string };
  /** A request about a listing, deletion or preview that is gone. */
  'work.gone': Empty;
  'work.out-of-memory': Empty;
  'preview.unreadable': { key: string; reason: string };
  's3.failed': { code: string; status: string };
  'clock.skewed': { host: string };
  'network.unreachable': { host: string };
  'network.name-not-found': { host: string };
  'network.timeout': { host: string };
  'network.certificate': { host: string; reason: string };
  'network.garbled': { host: string };
  'page.refused': { host: string };
  'page.not-opened': { url: string };
  /** A config file that can't be read, so that nothing may be written to it; the problems list says why. */
  'config.unreadable': { path: string; reason: string };
  /** Somebody else changed the same lines in the meantime. */
  'config.changed-elsewhere': { path: string };
  'config.not-writable': { path: string };
  /** Another program holds the file's lock. */
  'config.locked': { path: string };
  'config.name-taken': { name: string };
  /** A name or value that can't stand in the file. */
  'config.bad-value': { key: string; reason: 'line-break' | 'empty' | 'brackets' | 'not-allowed' };
  'config.no-such-section': { name: string };
  'config.nothing-to-undo': Empty;
  'vault.locked': Empty;
  'disk.full': { path: string };
  'disk.refused': { path: string };
  internal: Empty;
}

export type AppErrorCode = keyof AppErrorParams;

/** What a `credential_process` did in place of printing credentials. */
export type ProcessFault = 'not-started' | 'failed' | 'timeout' | 'garbled' | 'expired';

type Empty = Readonly<Record<string, never>>;

/** One error as it crosses the bridge: plain data, safe to show, free of secrets. */
export type AppError = {
  [Code in AppErrorCode]: {
    readonly code: Code;
    readonly params: Readonly<AppErrorParams[Code]>;
    /** The service's own words and request id, for a report; never needed to understand the error. */
    readonly technical?: string;
  };
}[AppErrorCode];

/** What a button beside the error does. */
export type ErrorRemedy = 'retry' | 'sign-in' | 'open-bucket' | 'none';

const REMEDIES: Partial<Record<AppErrorCode, ErrorRemedy>> = {
  'sign-in.denied': 'sign-in',
  'sign-in.code-expired': 'sign-in',
  'sign-in.client-refused': 'sign-in',
  'sign-in.service-failed': 'sign-in',
  'sign-in.start-url-refused': 'sign-in',
  'session.signed-out': 'sign-in',
  'session.rejected': 'sign-in',
  's3.access-denied': 'open-bucket',
  'bridge.cancelled': 'retry',
  'bridge.disconnected': 'none',
  'profile.not-found': 'none',
  'profile.incomplete': 'none',
  'profile.source-cycle': 'none',
  'profile.source-missing': 'none',
  'profile.kind-unknown': 'none',
  'start-url.not-understood': 'none',
  'start-url.not-https': 'none',
  'start-url.not-a-portal': 'none',
  'start-url.leads-elsewhere': 'none',
  'config.name-taken': 'none',
  'config.bad-value': 'none',
  'config.no-such-section': 'none',
  'config.nothing-to-undo': 'none',
  's3.bad-bucket-name': 'none',
  's3.no-such-object': 'none',
  's3.delete-marker': 'none',
  's3.archived': 'none',
  's3.bucket-taken': 'none',
  's3.bucket-yours': 'none',
  's3.bucket-not-empty': 'none',
  's3.name-not-typed': 'none',
  's3.too-many-buckets': 'none',
  's3.bucket-half-made': 'none',
  's3.not-supported': 'none',
  'link.not-understood': 'none',
  'link.no-such-role': 'none',
  'preview.unreadable': 'none',
};

/** The one action that most likely helps. */
export function remedyFor(code: AppErrorCode): ErrorRemedy {
  return REMEDIES[code] ?? 'retry';
}

/** Makes an error value; the parameters are checked against its code. */
export function appError<Code extends AppErrorCode>(
  code: Code,
  params: AppErrorParams[Code],
  technical?: string,
): AppError {
  const error = technical === undefined ? { code, params } : { code, params, technical };
  // A generic code can't be narrowed to one arm of the union, though it is one by construction.
  return error as unknown as AppError;
}
