import type { SessionId } from '../../../../../shared/session.ts';

/** A profile that the app wrote, as it wrote it. */
export interface WrittenProfile {
  readonly name: string;
  readonly sessionId: SessionId;
  readonly accountId?: string | undefined;
  readonly roleName?: string | undefined;
}

/** What a change means for the list of them. */
export interface WrittenChange {
  readonly added: readonly WrittenProfile[];
  readonly removed: readonly string[];
  readonly renamed?: { readonly what: 'profile' | 'session'; readonly from: string; readonly to: string };
}
