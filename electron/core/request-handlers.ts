import { listAccountsCommand, listRolesCommand } from '../../shared/command-line.ts';
import type { ActivityLog } from './activity/activity-log.ts';
import { failure } from './app-failure.ts';
import type { AwsSession } from './aws-config/aws-profiles.ts';
import type { RequestHandlers } from './bridge/bridge-server.ts';
import type { PlacesStore } from './places/places-store.ts';
import type { Host } from './ports.ts';
import { s3RequestHandlers } from './s3/s3-request-handlers.ts';
import type { S3Services } from './s3/s3-services.ts';
import type { PortalClient } from './sessions/portal-client.ts';
import type { RoleAccess } from './sessions/role-access.ts';
import type { SignOuts } from './sessions/sign-outs.ts';
import { type SetUpServices, setUpRequestHandlers } from './set-up-request-handlers.ts';
import type { SignInService } from './sign-in/sign-in-service.ts';
import type { SettingsStore } from './support/settings-store.ts';

export interface Services {
  readonly host: Host;
  readonly settings: SettingsStore;
  readonly activity: ActivityLog;
  readonly signIns: SignInService;
  readonly roles: RoleAccess;
  readonly s3: S3Services;
  readonly places: PlacesStore;
  readonly portal: (session: AwsSession) => PortalClient;
  /** @throws {AppFailure} `session.not-found` */
  readonly session: (id: string) => AwsSession;
  readonly signOuts: SignOuts;
  readonly setUp: SetUpServices;
}

/** What each request of the contract does: one line of intent, the rest is in the services. */
export function requestHandlers(services: Services): RequestHandlers {
  const { host, settings, activity, signIns, roles, s3, places, portal, session, signOuts, setUp } = services;
  return {
    'app.info': async () => host.info,
    'settings.update': async (change) => {
      await settings.update(change);
      return {};
    },
    'sign-in.start': async ({ sessionId }) => {
      signIns.start(session(sessionId));
      return {};
    },
    'sign-in.cancel': async ({ sessionId }) => {
      signIns.cancel(sessionId);
      return {};
    },
    'sign-in.open-page': async ({ sessionId }) => ({ opened: await signIns.openPage(session(sessionId)) }),
    'sign-out': ({ sessionId }) => signOuts.of(sessionId),
    'portal.accounts': ({ sessionId, nextToken }, signal) => {
      const from = session(sessionId);
      return activity.record('list-accounts', listAccountsCommand(from.region), signal, () =>
        roles.rejecting(from, (token) => portal(from).accounts(token, nextToken, signal)),
      );
    },
    'portal.roles': ({ sessionId, accountId, nextToken }, signal) => {
      const from = session(sessionId);
      return activity.record('list-roles', listRolesCommand(from.region, accountId), signal, () =>
        roles.rejecting(from, (token) => portal(from).roles(token, accountId, nextToken, signal)),
      );
    },
    ...s3RequestHandlers(s3, roles, (...work) => activity.record(...work)),
    ...setUpRequestHandlers(setUp),
    'places.update': async (change) => {
      await places.change(change);
      return {};
    },
    'clipboard.write': async ({ text }) => {
      if (host.writeClipboard === undefined) {
        throw failure('bridge.bad-request', { request: 'clipboard.write', reason: 'no clipboard here' });
      }
      await host.writeClipboard(text);
      return {};
    },
  };
}
