import { join } from 'node:path';
import type { Overview, SignOutNews, SignOutReport } from '../../shared/contract.ts';
import { logoutCommand } from '../../shared/command-line.ts';
import type { SessionId } from '../../shared/session.ts';
import type { Settings } from '../../shared/settings.ts';
import { ActivityLog } from './activity/activity-log.ts';
import type { AwsSession } from './aws-config/aws-profiles.ts';
import { configPaths } from './aws-config/config-paths.ts';
import { ConfigService } from './aws-config/config-service.ts';
import { endpointOverride } from './aws-config/endpoint.ts';
import { BridgeServer } from './bridge/bridge-server.ts';
import { Snapshots } from './bridge/snapshots.ts';
import { DeepLinks } from './links/deep-links.ts';
import { makeOverview } from './overview.ts';
import { PlacesStore } from './places/places-store.ts';
import type { Clock, Host, Logger } from './ports.ts';
import { requestHandlers } from './request-handlers.ts';
import { S3Clients } from './s3/s3-clients.ts';
import { createS3Services } from './s3/s3-services.ts';
import { findSession } from './sessions/find-session.ts';
import { type Keychain, SystemKeychain } from './sessions/keychain.ts';
import { PortalClient } from './sessions/portal-client.ts';
import { RoleAccess } from './sessions/role-access.ts';
import { RoleCredentialsCache } from './sessions/role-credentials-cache.ts';
import { SessionStore } from './sessions/session-store.ts';
import { signOut } from './sessions/sign-out.ts';
import { TokenVault } from './sessions/token-vault.ts';
import { OidcClient } from './sign-in/oidc-client.ts';
import { SignInService } from './sign-in/sign-in-service.ts';
import { endpointSwitches } from './support/client-settings.ts';
import { CountingHttpHandler } from './support/http-handler.ts';
import { SettingsStore } from './support/settings-store.ts';
import type { PreviewResponder } from './support/streamed-answer.ts';
import { systemClock } from './support/system-clock.ts';

export interface AppCoreOptions {
  readonly host: Host;
  readonly logger: Logger;
  /** The variables the app was started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home folder, where `.aws` is. */
  readonly homeFolder: string;
  /** The app's own folder: sealed sessions, settings. */
  readonly dataFolder: string;
  /** The system's own where absent; tests bring theirs. */
  readonly clock?: Clock;
  readonly keychain?: Keychain;
}

/** The product, joined. Hosts construct one, hand its bridge to their transport, and close it at the end. */
export interface AppCore {
  readonly bridge: BridgeServer;
  readonly overview: Snapshots<Overview>;
  readonly settings: Snapshots<Settings>;
  /** Begins a sign-in; how it goes is told through the bridge. @throws {AppFailure} `session.not-found` */
  signIn(sessionId: SessionId): Promise<void>;
  /** Signs out of one session, or of all. @throws {AppFailure} */
  signOut(sessionId?: SessionId): Promise<SignOutReport>;
  /** Bytes of what pages preview; hosts serve them below `preview/`. */
  readonly previews: PreviewResponder;
  /** Follows a `bucket-porter://` link; where it leads is told through the bridge. */
  followLink(url: string): void;
  /** Stops watching, polling and timers. */
  close(): Promise<void>;
}

/** How long the first picture waits for sessions kept in the keychain, so that it needn't change at once. */
const KEYCHAIN_HEAD_START_MS = 400;

/** The one place where the services are made and joined. Quick: AWS clients are loaded when first used. */
export async function createAppCore(options: AppCoreOptions): Promise<AppCore> {
  const { host, logger, env, homeFolder, dataFolder } = options;
  const clock = options.clock ?? systemClock;
  const handler = new CountingHttpHandler(env, logger);
  const switches = endpointSwitches(env);
  const activity = new ActivityLog(clock);

  let overviewChanged: () => void = () => undefined;
  let configChanged: () => void = () => undefined;
  const vault = new TokenVault(join(dataFolder, 'sessions'), options.keychain ?? new SystemKeychain());
  const sessions = new SessionStore(vault, clock, () => overviewChanged());
  const [config, settings, places] = await Promise.all([
    ConfigService.open(configPaths(env, homeFolder), () => configChanged()),
    SettingsStore.open(dataFolder),
    PlacesStore.open(dataFolder, clock),
  ]);

  const atFirst = config.state;
  const overview = new Snapshots(currentOverview());
  overviewChanged = () => overview.set(currentOverview());
  function currentOverview(): Overview {
    return makeOverview(config.state, (session) => sessions.status(session), vault.status);
  }
  async function reopen(): Promise<void> {
    await sessions.open(config.state.sessions);
    overviewChanged();
  }

  // A keychain that asks the person something must not hold up the window: it comes when it comes.
  await Promise.race([reopen(), systemClock.sleep(KEYCHAIN_HEAD_START_MS)]);

  const session = (id: SessionId) => findSession(config.state, id);
  const oidcEndpoint = () => endpointOverride('sso_oidc', env);
  const portals = new Map<string, PortalClient>();
  const portal = (from: AwsSession) => {
    const key = `${from.region} ${from.name}`;
    const known =
      portals.get(key) ?? new PortalClient(from, endpointOverride('sso', env), handler, clock, switches);
    portals.set(key, known);
    return known;
  };
  const signedOut = new Snapshots<SignOutNews | null>(null);
  const credentials = new RoleCredentialsCache(clock);
  const roles = new RoleAccess(config, sessions, portal, credentials);
  const s3 = createS3Services({
    clients: new S3Clients(roles, handler, env, () => config.state.services),
    roles,
    clock,
    logger,
    record: (...work) => activity.record(...work),
  });
  const links = new DeepLinks(() => overview.value);
  const signIns = new SignInService({
    sessions,
    activity,
    oidc: (from) => new OidcClient(from, oidcEndpoint(), handler, clock, switches),
    endpoint: oidcEndpoint,
    profileNames: (from) =>
      config.state.profiles.filter(({ sessionId }) => sessionId === from.id).map(({ name }) => name),
    starting: async (from) => {
      if (sessions.isLocked(from)) {
        await reopen();
        return sessions.isOpen(from);
      }
      // The page should know before the token comes whether it can be kept.
      void vault.probe().then(overviewChanged);
      return false;
    },
    host,
    clock,
    logger,
  });
  configChanged = () => {
    signIns.keepOnly(config.state.sessions);
    reopen().catch((thrown: unknown) =>
      logger.error('reading sessions failed', { kind: (thrown as Error).name }),
    );
  };
  // A change that came while all this was being put together was heard by nobody.
  if (config.state !== atFirst) configChanged();
  const signOutOf = async (id?: SessionId) => {
    const one = id === undefined ? undefined : session(id);
    return activity.record('sign-out', logoutCommand(one?.name), undefined, async () => {
      const report = await (one === undefined ? signOutOfAll() : signOutOfOne(one));
      signedOut.update((last) => ({ number: (last?.number ?? 0) + 1, report }));
      return report;
    });
  };
  const signOutOfOne = (one: AwsSession) => {
    signIns.cancel(one.id);
    return signOut([one], sessions, credentials, portal);
  };
  const signOutOfAll = async () => {
    signIns.cancelAll();
    // Those that hold a token, whether the config still knows them or not, and those that wait for a key.
    const locked = config.state.sessions.filter((one) => sessions.isLocked(one));
    const report = await signOut([...sessions.holders(), ...locked], sessions, credentials, portal);
    await vault.removeUnlisted(config.state.sessions.map((one) => one.id));
    return report;
  };

  const handlers = requestHandlers({
    host,
    settings,
    activity,
    signIns,
    roles,
    s3,
    places,
    portal,
    session,
    signOut: signOutOf,
  });
  const events = {
    overview,
    'sign-ins': signIns.snapshots,
    activity: activity.snapshots,
    'signed-out': signedOut,
    settings: settings.snapshots,
    listings: s3.listings.snapshots,
    deletions: s3.deletions.snapshots,
    places: places.snapshots,
    'deep-link': links.snapshots,
  };

  return {
    bridge: new BridgeServer(handlers, events, logger),
    overview,
    settings: settings.snapshots,
    signIn: async (id) => signIns.start(session(id)),
    signOut: signOutOf,
    previews: (path, range) => s3.sources.respond(path, range),
    followLink: (url) => links.follow(url),
    close: async () => {
      config.close();
      signIns.close();
      await s3.close();
      await sessions.close();
      handler.destroy();
    },
  };
}
