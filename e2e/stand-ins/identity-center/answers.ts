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
  oidc: Record<OperationOf<'oidc'>, (body: unknown, region?: string) => object>;
  portal: Record<OperationOf<'portal'>, (params: PortalParams, region?: string) => object | undefined>;
  page: Record<OperationOf<'page'>, (query: Fields, form: Fields) => Reply>;
}

export function createAnswers(state: CenterState): Answers {
  const portal = new PortalService(state);
  const guard = new FormGuard();
  return {
    oidc: {
      RegisterClient: (body, region) => registerClient(state, body, region),
      StartDeviceAuthorization: (body, region) => startDeviceAuthorization(state, body, region),
      CreateToken: (body, region) => createToken(state, body, region),
    },
    portal: {
      ListAccounts: (params, region) => portal.listAccounts(params, region),
      ListAccountRoles: (params, region) => portal.listAccountRoles(params, region),
      GetRoleCredentials: (params, region) => portal.getRoleCredentials(params, region),
      Logout: (params, region) => {
        portal.logout(params, region);
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
