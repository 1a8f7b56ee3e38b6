import type { AppError } from './app-error.ts';
import type { PortalAccount } from './portal.ts';
import type { SessionId } from './session.ts';

/** Every account and role that a session may use, as they come in. */
export interface PortalCatalog {
  readonly phase: 'listing-accounts' | 'listing-roles' | 'done' | 'failed';
  /** In the order in which the portal named them. */
  readonly accounts: readonly CatalogAccount[];
  /** Accounts whose roles are known, or could not be listed. */
  readonly answered: number;
  /** The portal asks to slow down, and is being waited for. */
  readonly throttled: boolean;
  /** Why it ended before its time. */
  readonly error?: AppError;
}

export interface CatalogAccount extends PortalAccount {
  /** Absent until they are known. */
  readonly roles?: readonly string[];
  readonly error?: AppError;
}

/** Those that a page holds at the moment. */
export type PortalCatalogs = Readonly<Record<SessionId, PortalCatalog>>;
