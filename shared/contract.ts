/**
 * The only list of what crosses the bridge between a page and the product behind it. Two transports serve
 * it (Electron IPC, loopback WebSocket); both answer with an {@link Envelope} and send {@link Events} as
 * whole snapshots.
 */
import type { ActivityEntry } from './activity.ts';
import type { AppError } from './app-error.ts';
import type { Bucket, BucketPage } from './bucket.ts';
import type { PortalAccount, PortalPage, PortalRole } from './portal.ts';
import type { RoleTarget } from './role-target.ts';
import type { ProfileView, SessionId, SessionView } from './session.ts';
import type { AppInfo, Settings, SettingsChange } from './settings.ts';
import type { SignIns } from './sign-in.ts';

type Nothing = Readonly<Record<string, never>>;

/** Requests: the page asks, the product answers once. */
export interface Requests {
  'app.info': { params: Nothing; result: AppInfo };
  'settings.update': { params: SettingsChange; result: Nothing };
  /** Begins a sign-in (or joins the one under way); how it goes is told by the `sign-ins` event. */
  'sign-in.start': { params: { sessionId: SessionId }; result: Nothing };
  /** Stops a sign-in under way, or puts away one that failed. */
  'sign-in.cancel': { params: { sessionId: SessionId }; result: Nothing };
  /** Opens the verification page once more. Answers whether the host could; else the page has to. */
  'sign-in.open-page': { params: { sessionId: SessionId }; result: { opened: boolean } };
  /** Signs out of one session, or of all where none is named. */
  'sign-out': { params: { sessionId?: SessionId | undefined }; result: SignOutReport };
  'portal.accounts': {
    params: { sessionId: SessionId; nextToken?: string | undefined };
    result: PortalPage<PortalAccount>;
  };
  'portal.roles': {
    params: { sessionId: SessionId; accountId: string; nextToken?: string | undefined };
    result: PortalPage<PortalRole>;
  };
  'buckets.page': {
    params: { target: RoleTarget; continuationToken?: string | undefined };
    result: BucketPage;
  };
  /** Opens a bucket by name, for people who may not list buckets. */
  'bucket.open': { params: { target: RoleTarget; bucket: string }; result: Bucket };
  /** The desktop's clipboard; the browser host has none and the page uses its own. */
  'clipboard.write': { params: { text: string }; result: Nothing };
}

/** Events: a snapshot of something, sent on subscribing and whenever it changes. */
export interface Events {
  overview: Overview;
  'sign-ins': SignIns;
  activity: readonly ActivityEntry[];
  /** The last sign-out, from wherever it was asked for (page, tray, menu); null before the first. */
  'signed-out': SignOutNews | null;
  settings: Settings;
}

export interface Overview {
  readonly files: { readonly config: ConfigFile; readonly credentials: ConfigFile };
  readonly sessions: readonly SessionView[];
  /** Profiles that don't sign in through IAM Identity Center. */
  readonly otherProfiles: readonly ProfileView[];
  readonly problems: readonly ConfigProblem[];
  readonly vault: VaultStatus;
}

export interface ConfigFile {
  readonly path: string;
  readonly exists: boolean;
}

/** Something in a config file that can't be used, and where. The rest of the file still works. */
export interface ConfigProblem {
  readonly path: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly reason: ConfigProblemReason;
  /** The words on the line, or the profile or session meant. */
  readonly subject: string;
}

export type ConfigProblemReason =
  | 'unreadable'
  | 'too-large'
  | 'binary'
  | 'section-not-closed'
  | 'section-unnamed'
  | 'section-unknown'
  | 'line-not-understood'
  | 'key-outside-section'
  | 'duplicate-section'
  | 'duplicate-key'
  | 'session-missing'
  | 'session-incomplete'
  | 'session-conflict'
  | 'profile-incomplete';

export type VaultStatus =
  | { readonly storage: 'keychain' }
  /** Sessions won't outlive the app; `reason` is the keychain's own words. */
  | {
      readonly storage: 'memory';
      readonly cause: 'no-keychain' | 'locked' | 'refused' | 'disk';
      readonly reason: string;
    };

export interface SignOutReport {
  readonly sessions: readonly {
    readonly sessionId: SessionId;
    /** Whether the portal was told; where not, the token is gone here but lives there until it ends. */
    readonly portal: 'told' | { readonly error: AppError };
    /** Set where the sealed file could not be removed: the session would be back after a restart. */
    readonly file?: AppError;
  }[];
  /** Role credentials handed out before, which live on until this time (Unix ms); absent where none. */
  readonly roleCredentialsUntil?: number;
}

export interface SignOutNews {
  /** Counts sign-outs, so that a page can tell a new one from one it has seen. */
  readonly number: number;
  readonly report: SignOutReport;
}

export type RequestName = keyof Requests;
export type EventName = keyof Events;
export type RequestParams<Name extends RequestName> = Requests[Name]['params'];
export type RequestResult<Name extends RequestName> = Requests[Name]['result'];

export type Envelope<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError };

/** Listed as values so that both sides can check a name; the types make an omission a compile error. */
export const REQUEST_NAMES = Object.keys({
  'app.info': true,
  'settings.update': true,
  'sign-in.start': true,
  'sign-in.cancel': true,
  'sign-in.open-page': true,
  'sign-out': true,
  'portal.accounts': true,
  'portal.roles': true,
  'buckets.page': true,
  'bucket.open': true,
  'clipboard.write': true,
} satisfies Record<RequestName, true>) as readonly RequestName[];

export const EVENT_NAMES = Object.keys({
  overview: true,
  'sign-ins': true,
  activity: true,
  'signed-out': true,
  settings: true,
} satisfies Record<EventName, true>) as readonly EventName[];
