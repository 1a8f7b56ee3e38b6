import type { CenterState } from './center-state.ts';
import { startDeviceAuthorization } from './device-authorization-endpoint.ts';
import type { OperationOf } from './operations.ts';
import { decideAuthorize, openAuthorizePage } from './pages/authorize-page.ts';
import { type Fields, decideDevice, openDevicePage, openDonePage } from './pages/device-page.ts';
import { FormGuard } from './pages/form-guard.ts';
import { type PortalParams, PortalService } from './portal-service.ts';
import { registerClient } from './register-client.ts';
import type { Reply } from './reply.ts';
import { createToken } from './token-endpoint.ts';

/** Who answers which operation. The compiler sees to it that none is missing. */
export interface Answers {
  oidc: Record<OperationOf<'oidc'>, (body: unknown) => object>;
  portal: Record<OperationOf<'portal'>, (params: PortalParams) => object | undefined>;
  page: Record<OperationOf<'page'>, (query: Fields, form: Fields) => Reply>;
}

export function createAnswers(state: CenterState): Answers {
  const portal = new PortalService(state);
  const guard = new FormGuard();
  return {
    oidc: {
      RegisterClient: (body) => registerClient(state, body),
      StartDeviceAuthorization: (body) => startDeviceAuthorization(state, body),
      CreateToken: (body) => createToken(state, body),
    },
    portal: {
      ListAccounts: (params) => portal.listAccounts(params),
      ListAccountRoles: (params) => portal.listAccountRoles(params),
      GetRoleCredentials: (params) => portal.getRoleCredentials(params),
      Logout: (params) => {
        portal.logout(params);
        return undefined;
      },
    },
    page: {
      OpenDevicePage: (query) => openDevicePage(state, guard, query),
      DecideDevice: (_query, form) => decideDevice(state, guard, form),
      OpenDonePage: (query) => openDonePage(state, query),
      OpenAuthorizePage: (query) => openAuthorizePage(state, guard, query),
      DecideAuthorize: (query, form) => decideAuthorize(state, guard, query, form),
    },
  };
}
