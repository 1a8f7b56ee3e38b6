import type { CenterState } from './center-state.ts';
import type { ClientMetadata, GrantType } from './client-registry.ts';
import { findOrganisation } from './organisation.ts';
import { isLoopbackRedirect } from './redirect-uri.ts';
import { oidcError } from './service-error.ts';
import { ACCOUNT_ACCESS } from './sessions.ts';
import { readStructure } from './structure.ts';

const GRANT_TYPES: readonly string[] = [
  'authorization_code',
  'urn:ietf:params:oauth:grant-type:device_code',
  'refresh_token',
] satisfies GrantType[];

/** What a registration that names no grant types may use: the device flow, as the AWS CLI registers for it. */
const USUAL_GRANT_TYPES: readonly GrantType[] = [
  'urn:ietf:params:oauth:grant-type:device_code',
  'refresh_token',
];

/**
 * `POST /client/register`. Times in the answer are epoch seconds.
 *
 * @throws ServiceError InvalidRequestException, InvalidClientMetadataException, InvalidScopeException,
 * UnsupportedGrantTypeException, InvalidRedirectUriException.
 */
export function registerClient(state: CenterState, body: unknown, region?: string): object {
  const client = state.clients.register(readMetadata(state, body), region);
  return {
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    clientIdIssuedAt: Math.floor(client.issuedAt / 1000),
    clientSecretExpiresAt: Math.floor(client.expiresAt / 1000),
    ...(state.knobs.announceEndpoints && {
      authorizationEndpoint: `${state.url}/authorize`,
      tokenEndpoint: `${state.url}/token`,
    }),
  };
}

function readMetadata(state: CenterState, body: unknown): ClientMetadata {
  const request = readStructure(body, {
    clientName: 'string',
    clientType: 'string',
    scopes: 'list?',
    redirectUris: 'list?',
    grantTypes: 'list?',
    issuerUrl: 'string?',
    entitledApplicationArn: 'string?',
  });
  const { clientName, scopes = [], redirectUris = [], issuerUrl } = request;
  if (request.clientType !== 'public') {
    throw oidcError('InvalidClientMetadataException', "The only client type is 'public'.");
  }
  const unknownScope = scopes.find((scope) => !isKnownScope(scope));
  if (unknownScope !== undefined) {
    throw oidcError('InvalidScopeException', `There is no scope '${unknownScope}'.`);
  }
  if (!redirectUris.every(isLoopbackRedirect)) {
    throw oidcError('InvalidRedirectUriException', 'A redirect URI must be http to 127.0.0.1.');
  }
  const grantTypes = readGrantTypes(request.grantTypes);
  const organisation = issuerUrl === undefined ? undefined : findOrganisation(state.organisations, issuerUrl);
  if (issuerUrl !== undefined && organisation === undefined) {
    throw oidcError('InvalidRequestException', 'There is no issuer with this issuerUrl.');
  }
  if (
    grantTypes.includes('authorization_code') &&
    (organisation === undefined || redirectUris.length === 0)
  ) {
    throw oidcError('InvalidRequestException', 'The grant type needs redirectUris and an issuerUrl.');
  }
  return { clientName, scopes, redirectUris, grantTypes, organisation };
}

function readGrantTypes(given: string[] | undefined): readonly GrantType[] {
  if (given === undefined || given.length === 0) return USUAL_GRANT_TYPES;
  if (given.every((type): type is GrantType => GRANT_TYPES.includes(type))) return given;
  throw oidcError('UnsupportedGrantTypeException', 'A grant type is not supported.');
}

/** The scopes client tools ask for in the open; those of the IDE products come in families. */
function isKnownScope(scope: string): boolean {
  return (
    [ACCOUNT_ACCESS, 'openid', 'aws', 'sts:identity_context'].includes(scope) ||
    /^(codewhisperer|transform):[a-z_]+$/.test(scope)
  );
}
