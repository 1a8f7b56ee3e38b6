/** Which service a route belongs to decides how its input is read and how its errors look. */
export type Service = 'oidc' | 'portal' | 'page';

const ROUTES = {
  'POST /client/register': { operation: 'RegisterClient', service: 'oidc' },
  'POST /device_authorization': { operation: 'StartDeviceAuthorization', service: 'oidc' },
  'POST /token': { operation: 'CreateToken', service: 'oidc' },
  'GET /assignment/accounts': { operation: 'ListAccounts', service: 'portal' },
  'GET /assignment/roles': { operation: 'ListAccountRoles', service: 'portal' },
  'GET /federation/credentials': { operation: 'GetRoleCredentials', service: 'portal' },
  'POST /logout': { operation: 'Logout', service: 'portal' },
  'GET /device': { operation: 'OpenDevicePage', service: 'page' },
  'POST /device': { operation: 'DecideDevice', service: 'page' },
  'GET /device/done': { operation: 'OpenDonePage', service: 'page' },
  'GET /authorize': { operation: 'OpenAuthorizePage', service: 'page' },
  'POST /authorize': { operation: 'DecideAuthorize', service: 'page' },
} as const satisfies Record<string, { operation: string; service: Service }>;

export type Route = (typeof ROUTES)[keyof typeof ROUTES];
/** The service models' operation names, and names for the pages' requests. */
export type OperationName = Route['operation'];
export type OperationOf<S extends Service> = Extract<Route, { service: S }>['operation'];

/** An operation, and the region whose endpoint was asked; undefined where the address stands for all regions. */
export interface FoundRoute {
  route: Route;
  region: string | undefined;
}

/** Finds what a path means. Below `/regions/{region}` the two services answer as that region's do. */
export function findRoute(method: string, path: string): FoundRoute | undefined {
  const [, region, rest = path] = /^\/regions\/([a-z0-9-]+)(\/.*)$/.exec(path) ?? [];
  const key = `${method} ${rest}`;
  if (!Object.hasOwn(ROUTES, key)) return undefined;
  const route = ROUTES[key as keyof typeof ROUTES];
  return region !== undefined && route.service === 'page' ? undefined : { route, region };
}
