import type { CenterState } from './center-state.ts';
import { findOrganisation } from './organisation.ts';
import { oidcError } from './service-error.ts';
import { readStructure } from './structure.ts';

/**
 * `POST /device_authorization`. `expiresIn` and `interval` are seconds.
 *
 * @throws ServiceError InvalidRequestException (shape, or a start URL no organisation has), InvalidClientException,
 * UnauthorizedClientException (registered for other grant types only).
 */
export function startDeviceAuthorization(state: CenterState, body: unknown): object {
  const request = readStructure(body, { clientId: 'string', clientSecret: 'string', startUrl: 'string' });
  const client = state.clients.authenticate(request.clientId, request.clientSecret);
  if (!client.grantTypes.includes('urn:ietf:params:oauth:grant-type:device_code')) {
    throw oidcError('UnauthorizedClientException', 'The client is not registered for device authorization.');
  }
  const organisation = findOrganisation(state.organisations, request.startUrl);
  if (organisation === undefined) {
    throw oidcError('InvalidRequestException', 'There is no access portal with this start URL.');
  }
  const { deviceCode, userCode, intervalSeconds } = state.devices.start(client, organisation);
  return {
    deviceCode,
    userCode,
    verificationUri: `${state.url}/device`,
    verificationUriComplete: `${state.url}/device?user_code=${userCode}`,
    expiresIn: state.knobs.deviceCodeLifetimeSeconds,
    interval: intervalSeconds,
  };
}
