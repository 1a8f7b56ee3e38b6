/**
 * A sign-in as the page sees it: one `[sso-session]`, or one start URL shared by legacy profiles.
 * Nothing here is secret: tokens and client secrets stay in the main process.
 */

/** `sso-session:NAME`, or `legacy:START_URL` (the AWS CLI keys legacy tokens by start URL, too). */
export type SessionId = string;

export type SessionKind = 'sso-session' | 'legacy';

/** Where a token is kept: sealed under a key in the OS keychain, or only in this process. */
export type TokenStorage = 'keychain' | 'memory';

/**
 * Why nobody is signed in. `expired`: a token was there and its time is over; `rejected`: the portal refused
 * it before its time; `unreadable`: the sealed file is damaged, or the keychain's key was replaced; `locked`:
 * a sealed file is there, but the keychain doesn't give its key at the moment.
 */
export type SignedOutReason = 'never' | 'signed-out' | 'expired' | 'rejected' | 'unreadable' | 'locked';

export type SessionStatus =
  | { readonly state: 'signed-out'; readonly reason: SignedOutReason }
  | {
      readonly state: 'signed-in';
      /** Unix milliseconds. */
      readonly signedInAt: number;
      /** Unix milliseconds at which the access token ends. */
      readonly expiresAt: number;
      readonly storage: TokenStorage;
    };

export interface SessionView {
  readonly id: SessionId;
  readonly kind: SessionKind;
  /** The session's name; for a legacy start URL, its host. */
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  /** Empty for legacy sessions, whose tokens can't be refreshed. */
  readonly registrationScopes: readonly string[];
  readonly profiles: readonly ProfileView[];
  readonly status: SessionStatus;
}

export type ProfileKind = 'sso' | 'static-keys' | 'assume-role' | 'credential-process' | 'login' | 'other';

export interface ProfileView {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly accountId?: string;
  readonly roleName?: string;
  /** The profile's own region; absent where it has none. */
  readonly region?: string;
  /** The app wrote it, and nobody has given it another account or role since: it may be pruned. */
  readonly writtenHere?: true;
  /** For a profile that takes on a role by another one: that one's name, which signs in. */
  readonly source?: string;
}

/** Milliseconds before the end from which a session "ends soon" (AWS CLI's own refresh window is 15 min). */
export const ENDS_SOON_MS = 15 * 60_000;

export type SessionPhase = 'signed-in' | 'ends-soon' | 'signed-out' | 'expired';

/**
 * What to show for a session at a moment.
 * @param now Unix milliseconds.
 */
export function sessionPhase(status: SessionStatus, now: number): SessionPhase {
  if (status.state === 'signed-out') return status.reason === 'expired' ? 'expired' : 'signed-out';
  const left = status.expiresAt - now;
  if (left <= 0) return 'expired';
  return left <= ENDS_SOON_MS ? 'ends-soon' : 'signed-in';
}
