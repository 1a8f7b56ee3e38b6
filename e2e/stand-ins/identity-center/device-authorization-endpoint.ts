import type { CenterState } from './center-state.ts';
import { findOrganisation, isAt } from './organisation.ts';
import { oidcError } from './service-error.ts';
import { readStructure } from './structure.ts';

/**
 * `POST /device_authorization`. `expiresIn` and `interval` are seconds.
 *
 * @throws ServiceError InvalidRequestException (shape, or a start URL no organisation has in this region), InvalidClientException,
 * UnauthorizedClientException (registered for other grant types only).
 */
export function startDeviceAuthorization(state: CenterState, body: unknown, region?: string): object {
  const request = readStructure(body, { clientId: 'string', clientSecret: 'string', startUrl: 'string' });
  const client = state.clients.authenticate(request.clientId, request.clientSecret, region);
  if (!client.grantTypes.includes('urn:ietf:params:oauth:grant-type:device_code')) {
    throw oidcError('UnauthorizedClientException', 'The client is not registered for device authorization.');
  }
  const organisation = findOrganisation(state.organisations, request.startUrl);
  // Another region's service knows nothing of it, and says no more than that.
  if (organisation === undefined || !isAt(organisation, region)) {
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
