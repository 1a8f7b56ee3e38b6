import type { CenterState } from './center-state.ts';
import type { Client, GrantType } from './client-registry.ts';
import { oidcError } from './service-error.ts';
import type { TokenSet } from './sessions.ts';
import { type Structure, readStructure } from './structure.ts';

const REQUEST = {
  clientId: 'string',
  clientSecret: 'string',
  grantType: 'string',
  deviceCode: 'string?',
  code: 'string?',
  refreshToken: 'string?',
  // Checked but without effect: a token always has the scopes of the registration (service model).
  scope: 'list?',
  redirectUri: 'string?',
  codeVerifier: 'string?',
} as const;
type Request = Structure<typeof REQUEST>;

/** One function per grant type; a new grant is a new line. */
const GRANTS: Record<GrantType, (state: CenterState, client: Client, request: Request) => TokenSet> = {
  'urn:ietf:params:oauth:grant-type:device_code': (state, client, request) => {
    const granted = state.devices.redeem(client, needed(request, 'deviceCode'));
    return state.sessions.begin(client, granted.organisation);
  },
  refresh_token: (state, client, request) => state.sessions.refresh(client, needed(request, 'refreshToken')),
  authorization_code: (state, client, request) => {
    const [code, redirectUri] = [needed(request, 'code'), needed(request, 'redirectUri')];
    const granted = state.codes.redeem(client, code, redirectUri, needed(request, 'codeVerifier'));
    return state.sessions.begin(client, granted.organisation);
  },
};

/**
 * `POST /token`. `expiresIn` is seconds.
 *
 * @throws ServiceError InvalidRequestException, InvalidClientException, UnsupportedGrantTypeException,
 * UnauthorizedClientException (a grant type the client is not registered for), and those of the grant.
 */
export function createToken(state: CenterState, body: unknown, region?: string): object {
  const request = readStructure(body, REQUEST);
  const client = state.clients.authenticate(request.clientId, request.clientSecret, region);
  if (!isGrantType(request.grantType)) {
    throw oidcError('UnsupportedGrantTypeException', 'The grant type is not supported.');
  }
  if (!client.grantTypes.includes(request.grantType)) {
    throw oidcError('UnauthorizedClientException', 'The client is not registered for this grant type.');
  }
  const tokens = GRANTS[request.grantType](state, client, request);
  return {
    accessToken: tokens.accessToken,
    tokenType: 'Bearer',
    expiresIn: tokens.expiresInSeconds,
    ...(tokens.refreshToken !== undefined && { refreshToken: tokens.refreshToken }),
  };
}

function isGrantType(text: string): text is GrantType {
  return Object.hasOwn(GRANTS, text);
}

function needed(
  request: Request,
  member: 'deviceCode' | 'code' | 'refreshToken' | 'redirectUri' | 'codeVerifier',
) {
  const value = request[member];
  if (value === undefined || value === '') {
    throw oidcError('InvalidRequestException', `The grant type needs the member '${member}'.`);
  }
  return value;
}
