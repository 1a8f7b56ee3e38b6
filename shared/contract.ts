/**
 * The only list of what crosses the bridge between a page and the product behind it. Two transports serve
 * it (Electron IPC, loopback WebSocket); both answer with an {@link Envelope} and send {@link Events} as
 * whole snapshots.
 */
import type { ActivityEntry } from './activity.ts';
import type { AppError } from './app-error.ts';
import type { Bucket, BucketPage } from './bucket.ts';
import type { BucketAddress } from './bucket-address.ts';
import type { BucketDetails } from './bucket-details.ts';
import type {
  ConfigChange,
  ConfigPlan,
  ConfigSectionView,
  LastConfigChange,
  SsoSessionFields,
} from './config-change.ts';
import type { DeepLinkNews } from './deep-link.ts';
import type { Deletions, DeletionSpec } from './deletion.ts';
import type {
  ListingRows,
  Listings,
  ListingSpec,
  ListingView,
  RowTextForm,
  SelectionChange,
  SelectionSummary,
} from './listing.ts';
import type { IncompleteUploadPage, UploadedParts } from './multipart-upload.ts';
import type { NewBucket } from './new-bucket.ts';
import type { ObjectDetails, VersionPage } from './object-details.ts';
import type { Places, PlacesChange } from './places.ts';
import type { PortalAccount, PortalPage, PortalRole } from './portal.ts';
import type { PortalCatalogs } from './portal-catalog.ts';
import type { Preview, TextComparison } from './preview.ts';
import type { ProfileMark, ProfileMarkChange } from './profile-mark.ts';
import type { Prompt, PromptAnswer } from './prompt.ts';
import type { RoleTarget } from './role-target.ts';
import type { ProfileView, SessionId, SessionKind, SessionView } from './session.ts';
import type { AppInfo, Settings, SettingsChange } from './settings.ts';
import type { SignIns } from './sign-in.ts';
import type { RegionSearch, StartUrlFinding } from './start-url.ts';

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
  /**
   * Lists every account and role of a session, and holds the list: the call lasts as long as the page wants it. How it
   * stands is told by the `catalogs` event.
   */
  'catalog.keep': {
    /** `fresh`: a list that is finished is not used again. */
    params: { sessionId: SessionId; fresh?: true | undefined };
    result: Nothing;
  };

  /** Makes out an access portal's address; asks the network only where the address is an organisation's own. */
  'start-url.check': { params: { text: string }; result: StartUrlFinding };
  /** Asks region after region whether it knows the portal. */
  'start-url.find-region': { params: { startUrl: string }; result: RegionSearch };
  /** Makes a session that isn't in the config yet, to sign in to it first; it is among the overview's drafts. */
  'session.draft': {
    params: { session: SsoSessionFields; kind: SessionKind };
    result: { sessionId: SessionId };
  };
  /** Puts a draft away; its token is given back unless the session stands in the config by now. */
  'session.drop-draft': { params: { sessionId: SessionId }; result: Nothing };

  /** Works out what a change would do to the config files; nothing is written by it. */
  'config.plan': { params: { change: ConfigChange }; result: ConfigPlan };
  /** Writes what was planned. */
  'config.apply': { params: { planId: string }; result: Nothing };
  /** Takes back the app's last change; what others wrote since then stays. */
  'config.undo': { params: { changeId: string }; result: Nothing };
  /** A profile or a session as it stands in the files. */
  'config.section': {
    params: { kind: 'profile' | 'session'; name: string };
    result: ConfigSectionView;
  };
  'mark.set': { params: ProfileMarkChange; result: Nothing };
  'prompt.answer': { params: { promptId: string; answer: PromptAnswer }; result: Nothing };

  'buckets.page': {
    params: { target: RoleTarget; continuationToken?: string | undefined };
    result: BucketPage;
  };
  /** Opens a bucket by name, for people who may not list buckets. */
  'bucket.open': { params: { target: RoleTarget; bucket: string }; result: Bucket };
  /** Makes a bucket; what was asked for with it (versions, public access) is set before this answers. */
  'bucket.create': { params: { target: RoleTarget; bucket: NewBucket }; result: Bucket };
  /** Deletes an empty bucket. `typed` is the name as the person typed it, and has to be the bucket's. */
  'bucket.delete': { params: { at: BucketAddress; typed: string }; result: Nothing };
  'bucket.details': { params: { at: BucketAddress }; result: BucketDetails };

  /**
   * Begins a listing and holds it: the call lasts as long as the page wants the listing, and the listing is put
   * away when the call is cancelled or the page goes. How it stands is told by the `listings` event.
   */
  'listing.keep': { params: { listingId: string; spec: ListingSpec }; result: Nothing };
  'listing.rows': {
    params: {
      listingId: string;
      view: ListingView;
      from: number;
      /** At most 1,000. */
      count: number;
      /** The id of a row to find again after rows moved. */
      anchor?: number | undefined;
    };
    result: ListingRows;
  };
  /** The first row at or after `from` (and round to the start) whose name begins with, or equals, a text. */
  'listing.find': {
    params: {
      listingId: string;
      view: ListingView;
      text: string;
      match: 'begins' | 'equals';
      from: number;
    };
    result: { index?: number };
  };
  'listing.select': {
    params: { listingId: string; view: ListingView; change: SelectionChange };
    result: SelectionSummary;
  };
  /** The selected rows as text, one a line, in the view's order; `more` where there were too many. */
  'listing.text': {
    params: { listingId: string; view: ListingView; form: RowTextForm };
    result: { text: string; rows: number; more: boolean };
  };
  /** Fetches names that begin with this text first, while the rest is still arriving. */
  'listing.hasten': { params: { listingId: string; text: string }; result: Nothing };
  'listing.stop': { params: { listingId: string }; result: Nothing };
  /** Goes on after a stop or a failure. */
  'listing.resume': { params: { listingId: string }; result: Nothing };
  'listing.refresh': { params: { listingId: string }; result: Nothing };
  /** Folders and objects that a half-typed key may become; at most twenty. */
  'location.complete': { params: { at: BucketAddress; text: string }; result: { keys: readonly string[] } };

  'object.details': {
    params: { at: BucketAddress; key: string; versionId?: string | undefined };
    result: ObjectDetails;
  };
  /** Versions and markers of one object (`key`), or of everything in one folder (`prefix`, with `/` as delimiter). */
  'versions.page': {
    params: {
      at: BucketAddress;
      scope: { kind: 'object'; key: string } | { kind: 'folder'; prefix: string };
      next?: string | undefined;
    };
    result: VersionPage;
  };
  /** Looks into an object. `as` overrides what its name and bytes say; `offset` is bytes (hex) or rows (Parquet). */
  'preview.open': {
    params: {
      at: BucketAddress;
      key: string;
      versionId?: string | undefined;
      as?: 'text' | 'hex' | undefined;
      offset?: number | undefined;
    };
    result: Preview;
  };
  /** Ends what `preview.open` allowed the page to load. */
  'preview.close': { params: { source: string }; result: Nothing };
  'versions.compare': {
    params: { at: BucketAddress; key: string; older: string; newer: string };
    result: TextComparison;
  };
  'uploads.page': {
    params: { at: BucketAddress; prefix: string; next?: string | undefined };
    result: IncompleteUploadPage;
  };
  'upload.parts': { params: { at: BucketAddress; key: string; uploadId: string }; result: UploadedParts };
  'upload.abort': { params: { at: BucketAddress; key: string; uploadId: string }; result: Nothing };

  /** Begins to count what a deletion would delete; nothing is deleted by it. The page makes the id (a UUID). */
  'deletion.count': { params: { deletionId: string; spec: DeletionSpec }; result: Nothing };
  /** Carries out a deletion that has been counted. */
  'deletion.run': { params: { deletionId: string }; result: Nothing };
  'deletion.stop': { params: { deletionId: string }; result: Nothing };
  /** Takes one that isn't under way off the list. */
  'deletion.forget': { params: { deletionId: string }; result: Nothing };

  'places.update': { params: PlacesChange; result: Nothing };
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
  listings: Listings;
  deletions: Deletions;
  places: Places;
  /** The last link followed into the app; null before the first. */
  'deep-link': DeepLinkNews | null;
  catalogs: PortalCatalogs;
  /** The app's last change of the config files; null before the first. */
  'last-config-change': LastConfigChange | null;
  marks: readonly ProfileMark[];
  /** What waits for the person, oldest first. */
  prompts: readonly Prompt[];
}

export interface Overview {
  readonly files: { readonly config: ConfigFile; readonly credentials: ConfigFile };
  readonly sessions: readonly SessionView[];
  /** Sessions that are being set up and aren't in the config yet. */
  readonly drafts: readonly SessionView[];
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
  | 'profile-incomplete'
  | 'source-missing'
  | 'source-cycle'
  | 'services-missing';

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
  'catalog.keep': true,
  'start-url.check': true,
  'start-url.find-region': true,
  'session.draft': true,
  'session.drop-draft': true,
  'config.plan': true,
  'config.apply': true,
  'config.undo': true,
  'config.section': true,
  'mark.set': true,
  'prompt.answer': true,
  'buckets.page': true,
  'bucket.open': true,
  'bucket.create': true,
  'bucket.delete': true,
  'bucket.details': true,
  'listing.keep': true,
  'listing.rows': true,
  'listing.find': true,
  'listing.select': true,
  'listing.text': true,
  'listing.hasten': true,
  'listing.stop': true,
  'listing.resume': true,
  'listing.refresh': true,
  'location.complete': true,
  'object.details': true,
  'versions.page': true,
  'versions.compare': true,
  'preview.open': true,
  'preview.close': true,
  'uploads.page': true,
  'upload.parts': true,
  'upload.abort': true,
  'deletion.count': true,
  'deletion.run': true,
  'deletion.stop': true,
  'deletion.forget': true,
  'places.update': true,
  'clipboard.write': true,
} satisfies Record<RequestName, true>) as readonly RequestName[];

export const EVENT_NAMES = Object.keys({
  overview: true,
  'sign-ins': true,
  activity: true,
  'signed-out': true,
  settings: true,
  listings: true,
  deletions: true,
  places: true,
  'deep-link': true,
  catalogs: true,
  'last-config-change': true,
  marks: true,
  prompts: true,
} satisfies Record<EventName, true>) as readonly EventName[];
