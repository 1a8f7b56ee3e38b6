import { logoutCommand } from '../../../shared/command-line.ts';
import type { SignOutNews, SignOutReport } from '../../../shared/contract.ts';
import type { SessionId } from '../../../shared/session.ts';
import type { ActivityLog } from '../activity/activity-log.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import type { SessionDrafts } from '../sign-in/session-drafts.ts';
import type { SignInService } from '../sign-in/sign-in-service.ts';
import type { KnownSessions } from './known-sessions.ts';
import type { PortalCatalogs } from './portal-catalogs.ts';
import type { PortalClient } from './portal-client.ts';
import type { RoleCredentialsCache } from './role-credentials-cache.ts';
import type { SessionStore } from './session-store.ts';
import { signOut } from './sign-out.ts';
import type { TokenVault } from './token-vault.ts';

export interface SignOutsOptions {
  readonly known: KnownSessions;
  readonly drafts: SessionDrafts;
  readonly store: SessionStore;
  readonly vault: TokenVault;
  readonly credentials: RoleCredentialsCache;
  readonly portal: (session: AwsSession) => PortalClient;
  readonly signIns: SignInService;
  readonly catalogs: PortalCatalogs;
  readonly activity: ActivityLog;
}

/** Signing out, wherever it is asked for: of one session, of all, or of one that was only being set up. */
export class SignOuts {
  /** The last one; null before the first. */
  readonly snapshots = new Snapshots<SignOutNews | null>(null);
  readonly #options: SignOutsOptions;

  constructor(options: SignOutsOptions) {
    this.#options = options;
  }

  /** @param id all sessions where absent @throws {AppFailure} `session.not-found` */
  async of(id?: SessionId): Promise<SignOutReport> {
    const { activity, known } = this.#options;
    const one = id === undefined ? undefined : known.find(id);
    return activity.record('sign-out', logoutCommand(one?.name), undefined, async () => {
      const report = await (one === undefined ? this.#all() : this.#one(one));
      this.snapshots.update((last) => ({ number: (last?.number ?? 0) + 1, report }));
      return report;
    });
  }

  /** Puts a draft away; its token is given back unless the session stands in the config by now. */
  async dropDraft(id: SessionId): Promise<void> {
    const { drafts, known } = this.#options;
    const draft = drafts.drop(id);
    if (draft !== undefined && !known.isInConfig(id)) await this.#one(draft);
  }

  /** Signs out of a session whose section the person has just deleted; nobody could do it afterwards. */
  async ofDeleted(id: SessionId): Promise<void> {
    const { known, store } = this.#options;
    const holder = store.holders().find((session) => session.id === id);
    if (holder !== undefined && !known.isInConfig(id)) await this.#one(holder);
  }

  /** Forgets the sign-ins of drafts that nobody came back to, without the time to tell their portals. */
  async forgetDrafts(): Promise<void> {
    const { drafts, known, store } = this.#options;
    const left = drafts.sessions.filter((draft) => !known.isInConfig(draft.id) && store.token(draft));
    // What can't be removed stays sealed.
    await Promise.allSettled(left.map((draft) => store.forgetToken(draft, 'signed-out')));
  }

  async #one(session: AwsSession): Promise<SignOutReport> {
    const { signIns, catalogs, store, credentials, portal } = this.#options;
    signIns.cancel(session.id);
    catalogs.forget(session.id, session.name);
    return signOut([session], store, credentials, portal);
  }

  async #all(): Promise<SignOutReport> {
    const { signIns, catalogs, known, store, vault, credentials, portal } = this.#options;
    signIns.cancelAll();
    for (const { id, name } of known.all) catalogs.forget(id, name);
    // Those that hold a token, whether the config still knows them or not, and those that wait for a key.
    const locked = known.all.filter((one) => store.isLocked(one));
    const report = await signOut([...store.holders(), ...locked], store, credentials, portal);
    await vault.removeUnlisted(known.all.map(({ id }) => id));
    return report;
  }
}
