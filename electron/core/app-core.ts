import { join } from 'node:path';
import type { Overview, SignOutReport } from '../../shared/contract.ts';
import { listAccountsCommand } from '../../shared/command-line.ts';
import type { SessionId } from '../../shared/session.ts';
import type { Settings } from '../../shared/settings.ts';
import { ActivityLog } from './activity/activity-log.ts';
import type { AwsSession } from './aws-config/aws-profiles.ts';
import { configPaths } from './aws-config/config-paths.ts';
import { ConfigService } from './aws-config/config-service.ts';
import { ConfigEditor } from './aws-config/editing/config-editor.ts';
import { endpointInRegion, endpointOverride } from './aws-config/endpoint.ts';
import { BridgeServer } from './bridge/bridge-server.ts';
import { Snapshots } from './bridge/snapshots.ts';
import { followRename } from './follow-rename.ts';
import { DeepLinks } from './links/deep-links.ts';
import { MarksStore } from './marks/marks-store.ts';
import { makeOverview } from './overview.ts';
import { PlacesStore } from './places/places-store.ts';
import type { Clock, Host, Logger } from './ports.ts';
import { Prompts } from './prompts/prompts.ts';
import { requestHandlers } from './request-handlers.ts';
import { S3Clients } from './s3/s3-clients.ts';
import { createS3Services } from './s3/s3-services.ts';
import { type Keychain, SystemKeychain } from './sessions/keychain.ts';
import { KnownSessions } from './sessions/known-sessions.ts';
import { PortalCatalogs } from './sessions/portal-catalogs.ts';
import { PortalClients } from './sessions/portal-clients.ts';
import { ProfileCredentials } from './sessions/profile-credentials/profile-credentials.ts';
import { RoleAccess } from './sessions/role-access.ts';
import { RoleCredentialsCache } from './sessions/role-credentials-cache.ts';
import { SessionStore } from './sessions/session-store.ts';
import { SignOuts } from './sessions/sign-outs.ts';
import { TokenVault } from './sessions/token-vault.ts';
import { OidcClient } from './sign-in/oidc-client.ts';
import { SessionDrafts } from './sign-in/session-drafts.ts';
import { SignInService } from './sign-in/sign-in-service.ts';
import { StartUrls } from './sign-in/start-url/start-urls.ts';
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
  let draftsChanged: () => void = () => undefined;
  const vault = new TokenVault(join(dataFolder, 'sessions'), options.keychain ?? new SystemKeychain());
  const sessions = new SessionStore(vault, clock, () => overviewChanged());
  const paths = configPaths(env, homeFolder);
  const [config, settings, places, marks, editor] = await Promise.all([
    ConfigService.open(paths, () => configChanged()),
    SettingsStore.open(dataFolder),
    PlacesStore.open(dataFolder, clock),
    MarksStore.open(dataFolder, clock),
    ConfigEditor.open({
      paths,
      dataFolder,
      clock,
      onWritten: (): Promise<void> => config.reload(),
      onRenamed: (...rename): Promise<void> =>
        followRename(...rename, { marks, sessions, credentials, logger }),
    }),
  ]);
  const drafts = new SessionDrafts(
    () => config.state.sessions,
    () => draftsChanged(),
  );
  const known = new KnownSessions(() => config.state.sessions, drafts);

  const atFirst = config.state;
  const overview = new Snapshots(currentOverview());
  overviewChanged = () => overview.set(currentOverview());
  function currentOverview(): Overview {
    return makeOverview({
      config: config.state,
      drafts: drafts.sessions,
      status: (session) => sessions.status(session),
      vault: vault.status,
      wrote: (profile) => editor.wrote(profile),
    });
  }
  async function reopen(): Promise<void> {
    await sessions.open(known.all);
    overviewChanged();
  }

  // A keychain that asks the person something must not hold up the window: it comes when it comes.
  await Promise.race([reopen(), systemClock.sleep(KEYCHAIN_HEAD_START_MS)]);

  const session = (id: SessionId) => known.find(id);
  const oidcEndpoint = (region: string) => endpointInRegion(endpointOverride('sso_oidc', env), region);
  const oidc = (from: AwsSession): OidcClient =>
    new OidcClient(from, oidcEndpoint(from.region), handler, clock, switches, (startUrl, signal) =>
      startUrls.issuer(startUrl, signal),
    );
  const startUrls: StartUrls = new StartUrls({ http: handler, oidc, clock, logger });
  const portals = new PortalClients({ env, handler, clock, switches });
  const portal = (from: AwsSession) => portals.for(from);
  const prompts = new Prompts();
  const credentials = new RoleCredentialsCache(clock);
  const profiles = new ProfileCredentials({ env, paths, dataFolder, handler, clock, prompts, logger });
  const roles = new RoleAccess(config, sessions, portal, credentials, profiles);
  const s3 = createS3Services({
    clients: new S3Clients(roles, handler, env, () => config.state.services),
    roles,
    clock,
    logger,
    record: (...work) => activity.record(...work),
  });
  const catalogs = new PortalCatalogs({
    portal,
    rejecting: (...call) => roles.rejecting(...call),
    clock,
    signedInAt: (of) => {
      const status = sessions.status(of);
      return status.state === 'signed-in' ? status.signedInAt : undefined;
    },
    record: (of, signal, run) =>
      activity.record('list-accounts', listAccountsCommand(of.region), signal, run),
  });
  const links = new DeepLinks(() => overview.value);
  const signIns = new SignInService({
    sessions,
    activity,
    oidc,
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
  draftsChanged = () => {
    // A draft that leads to another portal now is no longer what is being signed in to.
    signIns.keepOnly(known.all);
    overviewChanged();
  };
  configChanged = () => {
    signIns.keepOnly(known.all);
    reopen().catch((thrown: unknown) =>
      logger.error('reading sessions failed', { kind: (thrown as Error).name }),
    );
  };
  // A change that came while all this was being put together was heard by nobody.
  if (config.state !== atFirst) configChanged();
  const signOuts = new SignOuts({
    known,
    drafts,
    store: sessions,
    vault,
    credentials,
    portal,
    signIns,
    catalogs,
    activity,
  });

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
    signOuts,
    setUp: { editor, drafts, startUrls, catalogs, marks, prompts, session, signOuts },
  });
  const events = {
    overview,
    'sign-ins': signIns.snapshots,
    activity: activity.snapshots,
    'signed-out': signOuts.snapshots,
    settings: settings.snapshots,
    listings: s3.listings.snapshots,
    deletions: s3.deletions.snapshots,
    places: places.snapshots,
    'deep-link': links.snapshots,
    catalogs: catalogs.snapshots,
    'last-config-change': editor.snapshots,
    marks: marks.snapshots,
    prompts: prompts.snapshots,
  };

  return {
    bridge: new BridgeServer(handlers, events, logger),
    overview,
    settings: settings.snapshots,
    signIn: async (id) => signIns.start(session(id)),
    signOut: (id) => signOuts.of(id),
    previews: (path, range) => s3.sources.respond(path, range),
    followLink: (url) => links.follow(url),
    close: async () => {
      config.close();
      signIns.close();
      catalogs.close();
      prompts.close();
      credentials.close();
      await s3.close();
      await signOuts.forgetDrafts();
      await sessions.close();
      handler.destroy();
    },
  };
}
