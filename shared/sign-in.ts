import type { AppError } from './app-error.ts';
import type { SessionId } from './session.ts';

/**
 * Where a sign-in by device authorization (RFC 8628) stands. The device code is secret and never here;
 * the user code is meant to be read by the person.
 */
export type SignInState =
  | { readonly step: 'registering' }
  | { readonly step: 'authorizing' }
  | {
      readonly step: 'waiting';
      readonly userCode: string;
      /** The page on which the person types the code. */
      readonly verificationUri: string;
      /** The same page with the code filled in. */
      readonly verificationUriComplete: string;
      /** Unix milliseconds. */
      readonly startedAt: number;
      /** Unix milliseconds at which the code stops working. */
      readonly expiresAt: number;
      /** Whether the host has opened the page; where not, the page shown to the person has to. */
      readonly pageOpened: boolean;
      /** Why the page was not opened, or may not be (`page.refused`). */
      readonly pageTrouble?: AppError;
      /** The last attempt did not get through; it is tried again by itself, with the same code. */
      readonly trouble?: AppError;
    }
  | { readonly step: 'failed'; readonly error: AppError };

/** Sign-ins under way or failed, by session. A session that isn't here has none. */
export type SignIns = Readonly<Record<SessionId, SignInState>>;
